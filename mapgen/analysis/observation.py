"""What was observed of a journey, beside what its plan says: touchpoints, transitions, exits, entries, stages."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from mapgen.model.facts import Interval
from mapgen.model.snapshot import JourneyCounts, Snapshot
from mapgen.record import record

_NOON = 12

TOLERANCE = 0.05
"""How far an observed share may be from the planned one, of 1, before it counts as different."""

MIN_VISITS = 60
"""From how many settled visits on it is told that nobody takes a planned transition: it is then below 5 %."""


@record
class ObservedShare:
    """How many of `of` settled visits (of an entry: journeys) did something, and what the plan says of it.

    `count` is None where it is hidden; `interval` then is that of the most that it can be. `planned` is the share of
    the plan, from 0 to 1, None where the spec does not state it; `known` whether the map has it at all.
    """

    count: int | None
    of: int
    interval: Interval
    planned: float | None
    known: bool

    @property
    def share(self) -> float | None:
        """The observed share, from 0 to 1; None where it is hidden or nothing was observed."""
        return self.count / self.of if self.count is not None and self.of else None

    @property
    def difference(self) -> float | None:
        """The observed share less the planned one; None where one of them is not known."""
        return self.share - self.planned if self.share is not None and self.planned is not None else None

    def differs(self, tolerance: float = TOLERANCE) -> bool:
        """Return whether it is further from the planned share than the tolerance, and not by chance."""
        if self.planned is None:
            return False
        return self.interval.low > self.planned + tolerance or self.interval.high < self.planned - tolerance

    def is_not_taken(self, visits: int = MIN_VISITS) -> bool:
        """Return whether the map has it and none of at least so many `visits` did it."""
        return self.known and self.count == 0 and self.of >= visits


@record
class ObservedTransition:
    """A transition between touchpoints (ids) that was observed or is planned; times between are numbers of buckets."""

    start: str
    end: str
    taken: ObservedShare
    median: int | None = None
    nine_in_ten: int | None = None


@record
class ObservedTouchpoint:
    """What was observed at a touchpoint (id).

    Where it is not `measured`, it has no events, and the plan is reduced to what can be observed around it. `onward`
    are the settled visits that another one followed. Figures are None where they are hidden.
    """

    touchpoint: str
    measured: bool
    visits: int | None = None
    customers: int | None = None
    open: int | None = None
    onward: ObservedShare | None = None
    exit: ObservedShare | None = None
    entry: ObservedShare | None = None
    merged_visits: int = 0


@record
class ObservedStage:
    """How many journeys reach a stage (id) with events: `in_order` after all stages before it, `reached` at all.

    `share` is the part of those in the first such stage that is in order here, `planned` what the funnel says of it.
    """

    stage: str
    in_order: int | None
    reached: int | None
    share: float | None
    planned: float | None


@record
class Observation:
    """What was observed in one cut of the data, beside the plan: all of it, a period, or a segment.

    `name` is "" for all of it, that of the period, or the id of the segment, "other" for all other values. While a
    period is `provisional`, some of its journeys may still go on. `touchpoints` has all of the journey, by id, in the
    order of the spec; so are `transitions`, those that the map does not know after the others of their start.
    """

    name: str
    provisional: bool
    touchpoints: Mapping[str, ObservedTouchpoint]
    transitions: tuple[ObservedTransition, ...]
    stages: tuple[ObservedStage, ...]
    journeys: JourneyCounts

    @property
    def as_planned(self) -> float | None:
        """The part of the journeys that are over which went as planned, from 0 to 1."""
        over, count = self.journeys.over, self.journeys.as_planned
        return count / over if over and count is not None else None

    @property
    def with_unknown_transition(self) -> float | None:
        """The part of the journeys that are over which took a transition that the map does not have, from 0 to 1."""
        over, count = self.journeys.over, self.journeys.unknown_transition
        return count / over if over and count is not None else None

    def shares(self) -> Iterator[tuple[str, str | None, ObservedShare]]:
        """Yield each transition and exit: where it starts, where it ends (None for an exit), and the share."""
        by_start: dict[str, list[ObservedTransition]] = {}
        for one in self.transitions:
            by_start.setdefault(one.start, []).append(one)
        for place, here in self.touchpoints.items():
            yield from ((place, one.end, one.taken) for one in by_start.get(place, ()))
            if here.exit:
                yield place, None, here.exit


@record
class ObservedAnalysis:
    """What was observed of a journey: `whole`, and by period and by segment.

    `of_this_plan` is whether the snapshot was counted for the plan as it is now, None where that is not known: what it
    says of whole journeys (`Observation.journeys`) is about the plan that it was counted for. `gone` are touchpoints
    (ids) of the snapshot that the journey no longer has.
    """

    snapshot: Snapshot
    of_this_plan: bool | None
    gone: tuple[str, ...]
    whole: Observation
    periods: tuple[Observation, ...]
    segments: tuple[Observation, ...]


def day(moment: str) -> str:
    """Return the day that begins at a time in UTC: midnight of another zone is that of the nearest day.

    >>> day("2026-01-01T00:00:00Z"), day("2025-12-31T23:00:00Z"), day("2026-01-01T05:00:00Z")
    ('2026-01-01', '2026-01-01', '2026-01-01')
    """
    begun = date.fromisoformat(moment[:10])
    return (begun + timedelta(days=1) if int(moment[11:13]) >= _NOON else begun).isoformat()
