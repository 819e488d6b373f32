"""Two journeys with snapshots -> what customers do otherwise now, beyond chance.

The newest periods are compared where they differ, since what was counted in two periods is independent; else all that
was counted. A share of visits needs no more than that all visits of the period are settled: it is known what came next.
A share of journeys needs a period of which the journeys are over, which takes longer.

So many shares are compared at once that a difference counts only where one in ten thousand is as large by chance.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from mapgen.analysis.chance import Sample, surely_differ
from mapgen.analysis.observation import Observation, ObservedAnalysis, ObservedShare, ObservedTouchpoint
from mapgen.diff.changes import Change, Direction, Effect, Level, Signal
from mapgen.diff.pairs import Pairs
from mapgen.diff.tree import Item
from mapgen.model.facts import Interval
from mapgen.model.journey import Journey, Touchpoint
from mapgen.model.shares import exits_by_place
from mapgen.record import record

MIN_CHANGE = 0.02
"""A smaller change of a share, of 1, is not told, however sure it is."""

LEAVING, GOING, SEEN = "observed.exit", "observed.transition", "observed"
"""The fields of the changes: of a touchpoint, and of the journey."""


@record
class ObservedFigure:
    """The share of the visits that leave, or go on to `end` (the name of a touchpoint); "" for the whole time."""

    share: float
    period: str
    end: str | None


@record
class ObservedSpan:
    """What a snapshot is about: from when until when, and how many of the journeys that are `over` went as planned."""

    since: str
    until: str
    over: int | None
    as_planned: float | None


def observed_changes(
    old: ObservedAnalysis | None, new: ObservedAnalysis | None, items: Sequence[Item], pairs: Pairs
) -> Iterator[Change]:
    """Yield that there is another snapshot, and what it shows otherwise at the touchpoints that both journeys have.

    `items` are those of the new journey.
    """
    if (old and old.snapshot) == (new and new.snapshot):
        return
    journey = items[0]
    yield Change("changed", pairs.old[journey], journey, SEEN, _span(old), _span(new), level=Level.RECORD)
    if old and new and isinstance(journey.value, Journey):
        yield from _Look(
            *cuts(old, new, _is_settled), pairs, {item.id: item for item in items}, exit_effects(journey.value)
        ).changes()


def as_planned(old: ObservedAnalysis | None, new: ObservedAnalysis | None) -> Iterator[Signal]:
    """Yield how many journeys went as planned, if both snapshots were counted for the same plan."""
    if old is None or new is None or old.snapshot.mapping != new.snapshot.mapping or old.snapshot == new.snapshot:
        return
    before, after = map(_sample, cuts(old, new, _is_complete))
    if before and after:
        rise = after.share - before.share if surely_differ(before, after) else 0
        direction: Direction = "better" if rise > 0 else "worse" if rise < 0 else "same"
        yield Signal("as planned", direction, before.share, after.share)


def cuts(
    old: ObservedAnalysis, new: ObservedAnalysis, is_known: Callable[[Observation], bool]
) -> tuple[Observation, Observation]:
    """Return what is compared: the newest periods that are known, else all that was counted."""
    then, now = (next(filter(is_known, reversed(seen.periods)), None) for seen in (old, new))
    return (then, now) if then and now and then.name != now.name else (old.whole, new.whole)


def _is_complete(period: Observation) -> bool:
    return not period.provisional


def _is_settled(period: Observation) -> bool:
    """Return whether it is known of all visits what came next; a hidden number of open ones may be any."""
    return not any(place.measured and place.open != 0 for place in period.touchpoints.values())


@record
class _Look:
    """What was observed then and now; `places` are the items of the new journey, by id.

    `effects` is what it means that more leave a touchpoint (id).
    """

    then: Observation
    now: Observation
    pairs: Pairs
    places: Mapping[str | None, Item]
    effects: Mapping[str, Effect]

    def changes(self) -> Iterator[Change]:
        """Yield the changes at each touchpoint."""
        before, after = _by_start(self.then), _by_start(self.now)
        for new, old in self.pairs.old.items():
            if isinstance(new.value, Touchpoint) and isinstance(old.value, Touchpoint):
                yield from self._exit(old, new)
                then = {
                    self.pairs.translate("touchpoint", end): one for end, one in before.get(old.value.id, {}).items()
                }
                now = after.get(new.value.id, {})
                for end in dict.fromkeys((*now, *then)):
                    yield from self._transition(old, new, end, then.get(end), now.get(end))

    def _exit(self, old: Item, new: Item) -> Iterator[Change]:
        before, after = (cut.touchpoints[item.id or ""].exit for cut, item in ((self.then, old), (self.now, new)))
        if before and after and _differ(before, after):
            worse = self.effects.get(new.id or "")
            fewer: Mapping[Effect, Effect] = {"worse": "better", "better": "worse"}
            rises = (after.share or 0) > (before.share or 0)
            effect = worse if rises or worse is None else fewer[worse]
            figures = self._figures(before, after, None)
            yield Change("changed", old, new, LEAVING, *figures, level=Level.CUSTOMER, effect=effect)

    def _transition(
        self, old: Item, new: Item, end: str, before: ObservedShare | None, after: ObservedShare | None
    ) -> Iterator[Change]:
        """Yield the change of the share that goes on to a touchpoint; what is not listed may be one that is hidden."""
        place = self.places.get(end)
        if place is None:
            return
        before = before or _none(self.then.touchpoints[old.id or ""])
        after = after or _none(self.now.touchpoints[new.id or ""])
        if _differ(before, after):
            yield Change("changed", old, new, GOING, *self._figures(before, after, place.name))

    def _figures(
        self, before: ObservedShare, after: ObservedShare, end: str | None
    ) -> tuple[ObservedFigure, ObservedFigure]:
        return (
            ObservedFigure(before.share or 0.0, self.then.name, end),
            ObservedFigure(after.share or 0.0, self.now.name, end),
        )


def _by_start(cut: Observation) -> dict[str, dict[str, ObservedShare]]:
    found: dict[str, dict[str, ObservedShare]] = {}
    for one in cut.transitions:
        found.setdefault(one.start, {})[one.end] = one.taken
    return found


def _none(place: ObservedTouchpoint) -> ObservedShare:
    """Return the share of a transition from a touchpoint that is not listed there: none, unless some are merged."""
    count = None if place.merged_visits or place.visits is None else 0
    return ObservedShare(count, place.visits or 0, Interval(0.0, 1.0), None, known=False)


def _differ(before: ObservedShare, after: ObservedShare) -> bool:
    samples = [Sample(one.count, one.of) for one in (before, after) if one.count is not None and one.of]
    if len(samples) < 2:  # noqa: PLR2004 - both
        return False
    then, now = samples
    return abs(now.share - then.share) >= MIN_CHANGE and surely_differ(then, now)


def exit_effects(journey: Journey) -> dict[str, Effect]:
    """Return what it means that more leave a touchpoint, where its exits are of one kind; nothing of other places."""
    kinds: dict[str, set[str]] = {}
    for place, leaving in exits_by_place(journey.stages):
        kinds.setdefault(place, set()).update(one.kind for one in leaving)
    found: dict[str, Effect] = {place: "better" for place, some in kinds.items() if some == {"convert"}}
    return found | {place: "worse" for place, some in kinds.items() if some and some <= {"abandon", "churn"}}


def _sample(cut: Observation) -> Sample | None:
    over, count = cut.journeys.over, cut.journeys.as_planned
    return Sample(count, over) if over and count is not None else None


def _span(seen: ObservedAnalysis | None) -> ObservedSpan | None:
    if seen is None:
        return None
    return ObservedSpan(
        seen.snapshot.since, seen.snapshot.settled_until, seen.whole.journeys.over, seen.whole.as_planned
    )
