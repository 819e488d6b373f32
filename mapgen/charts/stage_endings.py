"""LaneContext, headline -> the picture of losses on a slide, in which the percentage of the headline can be found."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import Literal

from mapgen.analysis.apportion import apportioned
from mapgen.analysis.departures import Ends, stage_ends
from mapgen.charts.poster_headline import Loss
from mapgen.charts.volumes import Ending, StageVolume, is_counted, volumes
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.loss_parts import success
from mapgen.record import record

_HUNDRED = 100
_SAME = 1e-6  # two shares of customers


@record
class StageEnding:
    """Those of 100 customers for whom the journey ends at a stage, or with a success: `count`, and their `share`.

    `reason` is the one that most leave for, with their number if others leave for other reasons. `is_told` is whether
    the headline states this loss. The `kind` "rest" is for all smaller losses together.
    """

    count: int
    share: float
    label: str
    reason: str | None
    kind: Literal["loss", "success", "rest"]
    is_told: bool = False


@record
class LossPicture:
    """What a slide shows of losses: a river of `volumes`, or `endings` by stage; at most one of both."""

    volumes: tuple[StageVolume, ...] = ()
    endings: tuple[StageEnding, ...] = ()


def loss_picture(view: LaneContext, loss: Loss | None, outcomes: Sequence[Ending]) -> LossPicture:
    """Return the river if customers were counted, else what becomes of 100 customers.

    If the loss in the headline is not a part of all who begin, or not all is known, that is a river of what is known.
    """
    if is_counted(view):
        return LossPicture(volumes=tuple(volumes(view)))
    endings = tuple(_endings(view, loss, outcomes)) if outcomes else ()
    if loss is None or any(ending.is_told for ending in endings):
        return LossPicture(endings=endings)
    return LossPicture(volumes=tuple(volumes(view)))


def _endings(view: LaneContext, loss: Loss | None, outcomes: Sequence[Ending]) -> Iterator[StageEnding]:
    """Yield the losses of the stages in their order, and the success last; as customers of 100 they add up."""
    chances, words = view.analysis.chances, view.words
    ends = stage_ends(view.journey, chances, exits_only=False)
    found: list[StageEnding] = []
    for stage in view.journey.stages:
        share = _lost(ends[stage.id])
        told = bool(loss and loss.of_all and loss.stage is stage and abs(loss.share - share) < _SAME)
        if share:
            reason = _reason(ends[stage.id], stage.name, outcomes)
            found.append(StageEnding(0, share, stage.name, reason, "loss", told))
    if chances and chances.trapped:
        found.append(StageEnding(0, chances.trapped, words("trapped"), None, "rest"))
    won = fsum(share for parts in ends.values() for (_, converted), share in parts.items() if converted)
    label = next((ending.label for ending in outcomes if ending.kind == "success"), success(view))
    found.append(StageEnding(0, won, label, None, "success"))
    for ending, count in zip(found, _counts(found), strict=True):
        if count or ending.kind == "success":
            yield StageEnding(count, ending.share, ending.label, ending.reason, ending.kind, ending.is_told)


def _lost(ends: Ends) -> float:
    return fsum(share for (_, converted), share in ends.items() if not converted)


def _counts(endings: Sequence[StageEnding]) -> list[int]:
    """Distribute 100 customers; the loss in the headline has as many as its percentage says."""
    told = {index: round(ending.share * _HUNDRED) for index, ending in enumerate(endings) if ending.is_told}
    rest = [ending.share for ending in endings if not ending.is_told]
    counts = iter(apportioned(rest, _HUNDRED - round(fsum(told.values()))))
    return [told[index] if index in told else next(counts) for index in range(len(endings))]


def _reason(ends: Ends, stage: str, outcomes: Sequence[Ending]) -> str | None:
    """Return the main reason of a loss; its number is the one that the poster states, if that has it."""
    reasons = [(share, reason) for (reason, converted), share in ends.items() if reason and not converted]
    if not reasons:
        return None
    share, label = max(reasons, key=lambda pair: pair[0])
    if _lost(ends) - share < _SAME:
        return label
    stated = next((one.count for one in outcomes if (one.label, one.place, one.kind) == (label, stage, "loss")), 0)
    return f"{label} ({stated})" if stated else label
