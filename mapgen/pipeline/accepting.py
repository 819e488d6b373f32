"""A spec and what was observed -> the same spec with the observed shares and volumes, its comments kept.

Only what the map has is given a share: an edge of `flow`, an exit, an entry with a share. Each stage gets its volume,
and answers to surveys become metrics. Whatever else was seen is for the author to add, who knows what it is. Exits, as
claims, name the evidence of what was observed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum

from mapgen.analysis import Analysis, analyze
from mapgen.analysis.flow import is_beside
from mapgen.analysis.observation import Observation, ObservedAnalysis, ObservedShare
from mapgen.formatting import edited
from mapgen.formatting.edits import Edit, Step
from mapgen.model.journey import Duration, Exit, Journey, Number, Stage
from mapgen.model.shares import exits_by_place
from mapgen.pipeline.accepting_surveys import steps, survey_edits
from mapgen.record import record
from mapgen.source.tree import Json, Source

DIGITS = 3
"""Of a share: as many as a tenth of a percent needs."""

OBSERVED_ID = "observed-events"
OBSERVED_TITLE = "Observed events"

_PERIODS: Mapping[tuple[tuple[Number, str], ...], int] = {((1, "months"),): 7, ((1, "weeks"),): 8}
"""How long the names of the periods are that have the length of a volume's period: 2026-08, 2026-W34."""


@record
class Accepted:
    """The spec with observed values, and how many shares, volumes and values of metrics are different now."""

    text: str
    shares: int
    volumes: int
    metrics: int


@record
class _Share:
    """A share of the spec, by the way to it, as it is and as it was observed; `exit` if it is one of those."""

    path: tuple[Step, ...]
    before: float | None
    after: float
    exit: Exit | None = None


def accept(source: Source, journey: Journey) -> Accepted | None:
    """Return the spec of a journey with what was observed; None without a snapshot.

    FormattingError where the spec cannot be written, which is a fault of mapgen.
    """
    analysis = analyze(journey)
    if analysis.observed is None:
        return None
    shares = [*_edges_and_exits(journey, analysis, analysis.observed), *_entries(journey, analysis.observed.whole)]
    shares = [one for one in shares if one.before != one.after or _lacks_evidence(one)]
    volumes = list(_volumes(journey, analysis.observed))
    edits = [Edit(one.path, int(one.after) if one.after in {0, 1} else one.after) for one in shares]
    surveys = list(survey_edits(source, journey))
    edits += [*_evidence(source, journey, shares), *volumes, *surveys]
    text, _ = edited(source.text, edits, name=source.name)
    changed = len([one for one in shares if one.before != one.after])
    return Accepted(
        text if text is not None else source.text,
        changed,
        len(volumes),
        len({_metric(edit) for edit in surveys if "metrics" in edit.path}),
    )


def _metric(edit: Edit) -> tuple[Step, ...]:
    """Return the steps to the metric that an edit is of."""
    return edit.path[: edit.path.index("metrics") + 2]


def _edges_and_exits(journey: Journey, analysis: Analysis, observed: ObservedAnalysis) -> Iterator[_Share]:
    """Yield the shares out of each touchpoint of which everything that follows is measured."""
    whole = observed.whole
    blind = {way.start for way in analysis.flow.ways if not is_beside(way) and not whole.touchpoints[way.end].measured}
    exits: dict[str, list[Exit]] = defaultdict(list)
    for place, here in exits_by_place(journey.stages):
        exits[place] += here
    taken = {(one.start, one.end): one.taken for one in whole.transitions}
    beside = {way.pointer for way in analysis.flow.ways if is_beside(way)}
    edges = [edge for edge in journey.flow if edge.pointer not in beside]
    for place, touchpoint in whole.touchpoints.items():
        if not touchpoint.measured or place in blind:
            continue
        found = [
            _Share((*steps(edge.pointer), "share"), edge.share, share)
            for edge in edges
            if edge.start == place and (share := _rounded(taken.get((edge.start, edge.end)))) is not None
        ]
        yield from _at_most_all([*found, *_exits(exits[place], touchpoint.exit)])


def _exits(exits: Sequence[Exit], leaving: ObservedShare | None) -> Iterator[_Share]:
    """Yield the shares of the exits of one touchpoint; of several, each keeps its part of those who leave."""
    seen = _rounded(leaving)
    if seen is None:
        return
    parts = [one.share for one in exits]
    total = fsum(part for part in parts if part is not None)
    for one in exits:
        part = 1.0 if len(exits) == 1 else (one.share or 0) / total if total and None not in parts else None
        if part is not None:
            yield _Share((*steps(one.pointer), "share"), one.share, round(seen * part, DIGITS), one)


def _at_most_all(shares: Sequence[_Share]) -> Iterator[_Share]:
    """Yield shares of which the sum is not above 1, as it may be after rounding: the largest gives way."""
    excess = round(fsum(one.after for one in shares) - 1, DIGITS)
    largest = max(shares, key=lambda one: one.after, default=None)
    for one in shares:
        less = excess if one is largest and excess > 0 else 0
        yield _Share(one.path, one.before, round(one.after - less, DIGITS), one.exit)


def _entries(journey: Journey, whole: Observation) -> Iterator[_Share]:
    """Yield the shares of entries that the spec states."""
    for touchpoint in journey.touchpoints():
        share = _rounded(whole.touchpoints[touchpoint.id].entry)
        if touchpoint.entry_share is not None and share is not None:
            yield _Share((*steps(touchpoint.pointer), "entry"), float(touchpoint.entry_share), share)


def _rounded(taken: ObservedShare | None) -> float | None:
    return None if taken is None or taken.share is None else round(taken.share, DIGITS)


def _volumes(journey: Journey, observed: ObservedAnalysis) -> Iterator[Edit]:
    """Yield the volume of each stage: the journeys that reach it, in a period of its length or in all of the data."""
    for stage in journey.stages:
        cut = _cut(stage.period or journey.period, observed)
        reached = next((one.reached for one in cut.stages if one.stage == stage.id), None) if cut else None
        if reached is not None and reached != stage.volume and _is_object(stage):
            yield Edit((*steps(stage.pointer), "volume"), reached)


def _cut(period: Duration | None, observed: ObservedAnalysis) -> Observation | None:
    """Return all that was observed or, for volumes of a period, the newest one of its length that is over."""
    if period is None:
        return observed.whole
    length = _PERIODS.get(period.parts)
    over = [one for one in observed.periods[1:] if not one.provisional and len(one.name) == length]
    return over[-1] if over else None


def _is_object(stage: Stage) -> bool:
    """Return whether a stage is more than its name in the spec: one that is measured has touchpoints or events."""
    return bool(stage.touchpoints or stage.events)


def _evidence(source: Source, journey: Journey, shares: Iterable[_Share]) -> Iterator[Edit]:
    """Yield references to the evidence of what was observed from each exit, and that evidence if there is none."""
    known = next((one for one in journey.evidence if one.observed), None)
    ident = known.id if known else OBSERVED_ID
    exits = [one for one in shares if one.exit and all(piece.id != ident for piece in one.exit.evidence)]
    if exits and known is None:
        held = source.data.get("evidence") if isinstance(source.data, dict) else None
        item: dict[str, Json] = {"id": ident, "kind": "analytics", "title": OBSERVED_TITLE, "observed": True}
        yield Edit(("evidence", len(held) if isinstance(held, list) else 0), item)
    for one in exits:
        pieces = one.exit.evidence if one.exit else ()
        yield Edit((*one.path[:-1], "evidence", len(pieces)), ident)


def _lacks_evidence(one: _Share) -> bool:
    return one.exit is not None and not any(piece.observed for piece in one.exit.evidence)
