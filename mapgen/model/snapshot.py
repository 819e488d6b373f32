"""What was observed, as it is published: counts by the ids of the spec, with small cells merged."""

from collections.abc import Mapping

from mapgen.record import record


@record
class TouchpointCounts:
    """Settled visits of a touchpoint, those that nothing followed, journeys that begin here, visits still open.

    A figure is None where it is hidden, because fewer customers than the threshold stand behind it, or because such a
    one would follow from it. `customers` are the distinct customers behind the visits. `merged_visits` are those whose
    transitions are not listed for the same reason, and the exits where they are None: `visits` is the sum of `exits`,
    the transitions that are listed, and `merged_visits`, or None with nothing listed. How many transitions are merged
    is not told, because of many small ones that would say how small they are.
    """

    visits: int | None
    exits: int | None
    entries: int | None
    open: int | None
    customers: int | None
    merged_visits: int = 0


@record
class TransitionCount:
    """Settled visits of `start` after which `end` (ids) was next; times between are numbers of buckets."""

    start: str
    end: str
    visits: int
    median: int | None
    nine_in_ten: int | None


@record
class JourneyCounts:
    """Journeys that are over, by how they went, and those that are not; the unknown kinds may overlap."""

    over: int | None
    as_planned: int | None
    unknown_transition: int | None
    unknown_entry: int | None
    unknown_exit: int | None
    open: int | None
    may_have_begun_before: int | None


@record
class Counts:
    """What was counted in one cut: everything, a period or a segment.

    `touchpoints` has the touchpoints with events, by id; `funnel` the journeys that reached each stage with events in
    order, and `reached` in any order, by the id of the stage.
    """

    touchpoints: Mapping[str, TouchpointCounts]
    transitions: tuple[TransitionCount, ...]
    journeys: JourneyCounts
    funnel: Mapping[str, int | None]
    reached: Mapping[str, int | None]


@record
class ObservedPath:
    """A path (ids of touchpoints) that so many journeys took from begin to end."""

    touchpoints: tuple[str, ...]
    journeys: int


@record
class SurveyCounts:
    """Answers to a question (nps, csat or ces) about a touchpoint or stage (id): how many gave each, ascending."""

    place: str
    question: str
    answers: tuple[int, ...]


@record
class Period:
    """A period by its name, such as 2026-08; `provisional` while more than 1 % of its journeys are open."""

    name: str
    provisional: bool
    counts: Counts


@record
class Snapshot:
    """A snapshot: where it comes from in time, how good the data are, and the counts.

    `query` is the version of statement and definitions; `mapping` a digest of what the counts depend on. Times are
    ISO 8601 in UTC; `ends_after` and `simultaneous` are ISO 8601 durations.
    """

    journey: str
    query: int
    mapping: str
    ends_after: str | None
    simultaneous: str | None
    hidden_below: int
    zone: str
    since: str
    until: str
    settled_until: str
    rows: int
    mapped: int
    nameless: int
    tied: int
    whole: Counts
    paths: tuple[ObservedPath, ...]
    periods: tuple[Period, ...]
    segments: tuple[tuple[str, Counts], ...]
    surveys: tuple[SurveyCounts, ...]
    digest: str
