"""A stage, its loss and how the journey ends there -> why customers go no further, in parts that add up to the loss."""

from collections.abc import Iterable, Iterator
from math import fsum

from mapgen.analysis.outcomes import MIN_SHARE, OutcomeAnalysis
from mapgen.model import walk
from mapgen.model.journey import Exit, Journey, Stage
from mapgen.record import record

_ROUNDING = 0.02  # of the loss: a smaller difference between shares and volumes is rounding


@record
class Departure:
    """Those who go no further than a stage, and why.

    `share` is their part of all who begin. `reasons` are empty if the author gave none, and several if the author did
    not say how many leave for each. `converted` is whether they leave because they have what they came for.
    """

    share: float
    reasons: tuple[str, ...]
    converted: bool


Ends = dict[tuple[str | None, bool], float]
"""The part of all who begin that ends in a stage, by reason and whether they have converted."""


def stage_ends(journey: Journey, chances: OutcomeAnalysis | None, *, exits_only: bool) -> dict[str, Ends]:
    """Return how the journey ends in each stage (id), as far as the flow says.

    `exits_only` leaves out who comes to the end of the flow: they may go on to a stage without touchpoints.
    """
    stages = {touchpoint.id: stage.id for touchpoint, stage in walk.touchpoints(journey)}
    ends: dict[str, Ends] = {stage.id: {} for stage in journey.stages}
    if chances is None:
        return ends
    for ending in chances.endings:
        if exits_only and ending.leave is None:
            continue
        here, key = ends[stages[ending.touchpoint]], (ending.reason, ending.outcome == chances.success)
        here[key] = here.get(key, 0.0) + ending.share
    return ends


ExitKey = tuple[str, int]
"""An exit: its touchpoint or stage (id), and its index there."""


def exit_ends(journey: Journey, chances: OutcomeAnalysis | None) -> dict[ExitKey, float]:
    """Return the part of all who begin that leaves by each exit, as far as the flow says."""
    keys = {id(way): key for stage in journey.stages for key, way in stage_exits(stage)}
    ends: dict[ExitKey, float] = {}
    for ending in chances.endings if chances else ():
        key = keys.get(id(ending.leave))  # two exits may be equal; one that was only observed is none of the spec
        if key is not None:
            ends[key] = ends.get(key, 0.0) + ending.share
    return ends


def stage_exits(stage: Stage) -> Iterator[tuple[ExitKey, Exit]]:
    """Yield the exits of a stage, then those of its touchpoints."""
    for part in walk.parts(stage):
        for index, way in enumerate(part.exits):
            yield (part.id, index), way


def reduction(ends: Ends, loss: float | None) -> float | None:
    """Return the factor by which the parts of a loss are reduced, None if they are less than the whole loss."""
    known = fsum(ends.values())
    if loss is None:
        return 1.0
    return loss / known if known > loss * (1 - _ROUNDING) and known > 0 else None


def departures(stage: Stage, ends: Ends, loss: float | None, *, complete: bool) -> tuple[Departure, ...]:
    """Return why customers go no further than a stage, the largest part first and those without a reason last.

    `loss` is the part of all who begin that does not go on from here, if volumes give it, and the parts add up to it:
    if the flow has more who leave, its parts are reduced in proportion; if it has fewer, the rest leaves for the
    reasons whose shares the flow does not give, or without a reason. `complete` is whether it gives the shares of all
    of them.
    """
    parts = [Departure(share, _texts(reason), converted) for (reason, converted), share in ends.items()]
    known = fsum(ends.values())
    factor = reduction(ends, loss)
    loss = known if loss is None else loss
    if loss <= MIN_SHARE:
        return ()
    if factor is not None:
        parts = [Departure(part.share * factor, part.reasons, part.converted) for part in parts]
    else:
        stated = {reason for reason, _ in ends}
        reasons = () if complete else tuple(dict.fromkeys(text for text in _reasons(stage) if text not in stated))
        parts.append(Departure(loss - known, reasons, converted=False))
    return tuple(sorted(_merged(parts), key=lambda part: (not part.reasons and not part.converted, -part.share)))


def _texts(reason: str | None) -> tuple[str, ...]:
    return (reason,) if reason else ()


def _merged(parts: Iterable[Departure]) -> Iterator[Departure]:
    """Yield the parts, with those for the same reasons added up."""
    shares: dict[tuple[tuple[str, ...], bool], float] = {}
    for part in parts:
        key = part.reasons, part.converted
        shares[key] = shares.get(key, 0.0) + part.share
    return (Departure(share, reasons, converted) for (reasons, converted), share in shares.items())


def _reasons(stage: Stage) -> Iterator[str]:
    return (way.reason for _, way in stage_exits(stage) if way.reason and way.kind != "convert")
