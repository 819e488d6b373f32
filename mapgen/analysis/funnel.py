"""Journey and its flow -> how many customers go from stage to stage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum, inf, isfinite, prod
from types import MappingProxyType
from typing import Literal

from mapgen.analysis.departures import (
    Departure,
    Ends,
    ExitKey,
    departures,
    exit_ends,
    reduction,
    stage_ends,
    stage_exits,
)
from mapgen.analysis.flow import FlowAnalysis
from mapgen.analysis.outcomes import OutcomeAnalysis
from mapgen.analysis.stage_conversion import StageConversion, find_stage_conversion
from mapgen.model.journey import Journey, Number, Stage
from mapgen.record import record, replace

_NOT_OBSERVED: Mapping[str, int | None] = MappingProxyType({})


@record
class FunnelStage:
    """A stage (id), how many customers enter it, and what becomes of them.

    `conversion` is the part, from 0, that goes on to the next stage: above 1 where others join. `drop_off` is the part
    that does not, None where others join. `basis` tells what the figures were computed from; where it is "observed",
    `volume` is how many journeys were observed to reach the stage in order.

    `customers` are the volume, or, where the author gave none, what the stage before and its conversion make of it;
    `reach` is the part of those who enter the first stage that enters this one, above 1 where others join. `lost` is
    the part of them that leaves here without having converted, if the flow states who converts; `departures` are
    all who go no further from here, by reason.
    """

    stage: str
    volume: Number | None
    conversion: float | None
    drop_off: float | None
    basis: Literal["volume", "shares", "observed"] | None
    customers: Number | None = None
    reach: float | None = None
    lost: float | None = None
    departures: tuple[Departure, ...] = ()

    @property
    def loss_rate(self) -> float | None:
        """The part of those who enter the stage that is lost, without those who have converted; None if not known."""
        return self.lost / self.reach if self.lost is not None and self.reach else self.drop_off


@record
class FunnelAnalysis:
    """The stages by id, in order; `overall` is the product of their conversions, None where one is not known.

    `largest_loss` is the stage (id) that loses the largest part of those who enter the first; None where the loss of a
    stage is not known, or none has one. `exits` has the part of those who enter the first stage that leaves by each
    exit, reduced to what the volumes lose, as far as that is known.
    """

    stages: Mapping[str, FunnelStage]
    overall: float | None
    exits: Mapping[ExitKey, float]
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


def analyze_funnel(
    journey: Journey,
    flow: FlowAnalysis,
    chances: OutcomeAnalysis | None = None,
    observed: Mapping[str, int | None] = _NOT_OBSERVED,
) -> FunnelAnalysis:
    """Return the conversion from each stage to the next: from their volumes, else from exits and shares.

    `chances` tell where customers enter a stage, and how many are lost in it where no volume was counted. `observed`
    are the volumes, by stage (id), for a spec that gives no figure.
    """
    passing = find_stage_conversion(journey, flow, chances)
    if observed:
        stages = list(_observed(journey, observed))
    else:
        stages = [_measure(stage, following, passing) for stage, following in pairwise(journey.stages)]
        stages += [FunnelStage(stage.id, stage.volume, None, None, None) for stage in journey.stages[-1:]]
    conversions = [stage.conversion for stage in stages[:-1] if stage.conversion is not None]
    complete = len(stages) > 1 and len(conversions) == len(stages) - 1
    overall = prod(conversions) if complete else inf
    figures = _counted(stages, returns=passing.returns)
    ended = _ended(journey, chances, counted=bool(observed))
    counted = _with_departures(figures, journey, ended)
    return FunnelAnalysis(
        stages={stage.stage: stage for stage in counted},
        overall=overall if isfinite(overall) else None,
        largest_loss=_largest_loss(counted),
        exits=_exits(figures, journey, ended, returns=passing.returns),
    )


def _counted(stages: Iterable[FunnelStage], *, returns: bool) -> list[FunnelStage]:
    """Count the customers of each stage, from the first to the last.

    Where a customer `returns` to a stage, what was computed from shares holds each time that the stage is entered, and
    tells nothing of how many ever come to the next.
    """
    counted: list[FunnelStage] = []
    customers: Number | None = None
    reach: float | None = 1.0
    for stage in stages:
        customers = customers if stage.volume is None else stage.volume
        counted.append(replace(stage, customers=customers, reach=reach))
        customers = None if returns and stage.basis == "shares" else _times(customers, stage.conversion)
        reach = None if returns and stage.basis == "shares" else _times(reach, stage.conversion)
    return counted


@record
class _Ended:
    """How the journey ends in each stage, as far as the flow says: for all customers, and for those who take an exit.

    `is_complete` is whether the flow states it for all, and `is_by_flow` whether losses are those of the flow, because
    there is no volume.
    """

    is_complete: bool
    is_by_flow: bool
    everyone: Mapping[str, Ends]
    leaving: Mapping[str, Ends]
    by_exit: Mapping[ExitKey, float]


def _ended(journey: Journey, chances: OutcomeAnalysis | None, *, counted: bool) -> _Ended:
    is_complete = chances is not None and not chances.unknown
    return _Ended(
        is_complete=is_complete,
        is_by_flow=is_complete and not counted and all(stage.volume is None for stage in journey.stages),
        everyone=stage_ends(journey, chances, exits_only=False),
        leaving=stage_ends(journey, chances, exits_only=True),
        by_exit=exit_ends(journey, chances),
    )


def _with_departures(figures: Sequence[FunnelStage], journey: Journey, ended: _Ended) -> list[FunnelStage]:
    """Add who goes no further from each stage: by the volumes or, without any volume, by the flow."""
    ends = ended.everyone if ended.is_by_flow else ended.leaving
    found: list[FunnelStage] = []
    for stage, figure in zip(journey.stages, figures, strict=True):
        loss = _loss(figure)
        if ended.is_by_flow or loss is not None:
            parts = departures(stage, ends[stage.id], None if ended.is_by_flow else loss, complete=ended.is_complete)
            lost = fsum(part.share for part in parts if not part.converted)
            found.append(replace(figure, departures=parts, lost=lost))
        else:
            found.append(figure)
    return found


def _exits(
    figures: Sequence[FunnelStage], journey: Journey, ended: _Ended, *, returns: bool
) -> Mapping[ExitKey, float]:
    """Return the part of all who begin that leaves by each exit; it adds up to the loss, as the departures do.

    All who enter the last stage end there, unless a customer `returns` from it.
    """
    at_last = fsum(ended.everyone[journey.stages[-1].id].values())
    parts: dict[ExitKey, float] = {}
    for stage, figure in zip(journey.stages, figures, strict=True):
        loss = _loss(figure)
        factor = None
        if ended.is_by_flow:
            factor = 1.0
        elif loss is not None:
            factor = reduction(ended.leaving[stage.id], loss) or 1.0
        elif stage is journey.stages[-1] and ended.is_complete and not returns and at_last and figure.reach is not None:
            factor = figure.reach / at_last
        if factor is not None:
            for key, way in stage_exits(stage):
                if key in ended.by_exit or (ended.is_complete and way.share is not None):
                    parts[key] = ended.by_exit.get(key, 0.0) * factor
    return parts


def _loss(figure: FunnelStage) -> float | None:
    """Return the part of all who begin that does not come to the next stage."""
    return None if figure.drop_off is None else _times(figure.reach, figure.drop_off)


def _times(number: Number | None, factor: float | None) -> float | None:
    product = inf if number is None or factor is None else number * factor
    return product if isfinite(product) else None


def _largest_loss(stages: Sequence[FunnelStage]) -> str | None:
    """Return where most are lost; a stage that others join loses nobody that could be counted."""
    if any(stage.conversion is None and stage.lost is None for stage in stages[:-1]):
        return None
    most = max(stages, key=lambda stage: stage.lost or 0.0, default=None)
    return most.stage if most and most.lost else None


def _observed(journey: Journey, counts: Mapping[str, int | None]) -> Iterator[FunnelStage]:
    """Yield the stages with the journeys that were observed to reach them in order; of others, nothing is known."""
    for stage, following in zip(journey.stages, (*journey.stages[1:], None), strict=True):
        count, then = counts.get(stage.id), counts.get(following.id) if following else None
        conversion = then / count if count and then is not None else None
        drop_off = None if conversion is None else 1 - conversion
        yield FunnelStage(stage.id, count, conversion, drop_off, None if conversion is None else "observed")


def _measure(stage: Stage, following: Stage, passing: StageConversion) -> FunnelStage:
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
