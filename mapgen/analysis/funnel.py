"""Journey and its flow -> how many customers go from stage to stage."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import inf, isfinite, prod
from typing import Literal

from mapgen.analysis.chances import Chances
from mapgen.analysis.flow import FlowAnalysis
from mapgen.analysis.passing import Passing, find_passing
from mapgen.model.journey import Journey, Number, Stage
from mapgen.record import record, replace


@record
class FunnelStage:
    """A stage (id), how many customers enter it, and what becomes of them.

    `conversion` is the part, from 0, that goes on to the next stage: above 1 where others join. `drop_off` is the part
    that does not, None where others join. `basis` tells what the figures were computed from.

    `customers` are the volume, or, where the author gave none, what the stage before and its conversion make of it;
    `reach` is the part of those who enter the first stage that enters this one, above 1 where others join; `lost` is
    the part of them that does not go on from here: where no volume was counted, the part that leaves here without
    having converted.
    """

    stage: str
    volume: Number | None
    conversion: float | None
    drop_off: float | None
    basis: Literal["volume", "shares"] | None
    customers: Number | None = None
    reach: float | None = None
    lost: float | None = None


@record
class FunnelAnalysis:
    """The stages by id, in order; `overall` is the product of their conversions, None where one is not known.

    `largest_loss` is the stage (id) that loses the largest part of those who enter the first; None where the loss of a
    stage is not known, or none has one.
    """

    stages: Mapping[str, FunnelStage]
    overall: float | None
    largest_loss: str | None = None

    def conversion(self, stage: Stage) -> float | None:
        """Return the part of the customers of a stage of the journey that goes on to the next one."""
        return self.stages[stage.id].conversion

    def levels(self) -> dict[str, float | None]:
        """Return how many customers each stage (id) has for each of the stage with the most.

        They are counted where a volume is given, else taken as parts of those who enter the first stage.
        """
        counted = any(stage.volume is not None for stage in self.stages.values())
        sizes = {stage.stage: stage.customers if counted else stage.reach for stage in self.stages.values()}
        top = max((size for size in sizes.values() if size is not None), default=0)
        return {name: size / top if size is not None and top > 0 else None for name, size in sizes.items()}


def analyse_funnel(journey: Journey, flow: FlowAnalysis, chances: Chances | None = None) -> FunnelAnalysis:
    """Return the conversion from each stage to the next: from their volumes, else from exits and shares.

    `chances` tell where customers enter a stage, and how many are lost in it where no volume was counted.
    """
    passing = find_passing(journey, flow, chances)
    stages = [_measure(stage, following, passing) for stage, following in pairwise(journey.stages)]
    stages += [FunnelStage(stage.id, stage.volume, None, None, None) for stage in journey.stages[-1:]]
    conversions = [stage.conversion for stage in stages[:-1] if stage.conversion is not None]
    complete = len(stages) > 1 and len(conversions) == len(stages) - 1
    overall = prod(conversions) if complete else inf
    uncounted = all(stage.volume is None for stage in journey.stages)
    losses = _losses(journey, chances) if chances and uncounted and not chances.unknown else {}
    counted = _counted(stages, losses, returns=passing.returns)
    return FunnelAnalysis(
        stages={stage.stage: stage for stage in counted},
        overall=overall if isfinite(overall) else None,
        largest_loss=_largest_loss(counted),
    )


def _losses(journey: Journey, chances: Chances) -> Mapping[str, float]:
    """Return the part of all who begin that ends in each stage (id) without a conversion."""
    stages = {touchpoint.id: stage.id for stage in journey.stages for touchpoint in stage.touchpoints}
    losses = dict.fromkeys(stages.values(), 0.0)
    for ending in chances.endings:
        if ending.outcome != chances.success:
            losses[stages[ending.touchpoint]] += ending.share
    return losses


def _counted(stages: Iterable[FunnelStage], losses: Mapping[str, float], *, returns: bool) -> list[FunnelStage]:
    """Count the customers and the losses of each stage, from the first to the last; `losses` are known already.

    Where a customer `returns` to a stage, what was computed from shares holds each time that the stage is entered, and
    tells nothing of how many ever come to the next.
    """
    counted: list[FunnelStage] = []
    customers: Number | None = None
    reach: float | None = 1.0
    for stage in stages:
        customers = customers if stage.volume is None else stage.volume
        lost = losses.get(stage.stage, None if stage.drop_off is None else _times(reach, stage.drop_off))
        counted.append(replace(stage, customers=customers, reach=reach, lost=lost))
        customers = None if returns and stage.basis == "shares" else _times(customers, stage.conversion)
        reach = None if returns and stage.basis == "shares" else _times(reach, stage.conversion)
    return counted


def _times(number: Number | None, factor: float | None) -> float | None:
    product = inf if number is None or factor is None else number * factor
    return product if isfinite(product) else None


def _largest_loss(stages: Sequence[FunnelStage]) -> str | None:
    """Return where most are lost; a stage that others join loses nobody that could be counted."""
    if any(stage.conversion is None and stage.lost is None for stage in stages[:-1]):
        return None
    most = max(stages, key=lambda stage: stage.lost or 0.0, default=None)
    return most.stage if most and most.lost else None


def _measure(stage: Stage, following: Stage, passing: Passing) -> FunnelStage:
    counted = _ratio(stage, following)
    if counted is not None:
        return FunnelStage(stage.id, stage.volume, counted, 1 - counted if counted <= 1 else None, "volume")
    stated = passing.conversion(stage, following)
    drop_off = None if stated is None else 1 - stated
    return FunnelStage(stage.id, stage.volume, stated, drop_off, None if stated is None else "shares")


def _ratio(stage: Stage, following: Stage) -> float | None:
    """Return how many times the customers of a stage enter the next one, counted over the same period."""
    if not stage.volume or following.volume is None or stage.period != following.period:
        return None
    try:
        ratio = following.volume / stage.volume
    except OverflowError:
        return None
    return ratio if isfinite(ratio) else None
