"""Journey and its flow -> how many customers go from stage to stage."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import fsum, inf, isfinite, prod
from typing import Literal

from mapgen.analysis.chain import factorise
from mapgen.analysis.flow import FlowAnalysis, Way, exit_shares, is_beside
from mapgen.model.journey import Journey, Number, Stage
from mapgen.record import record, replace

Exits = Mapping[str, tuple[Number | None, ...]]


@record
class FunnelStage:
    """A stage (id), how many customers enter it, and what becomes of them.

    `conversion` is the part, from 0, that goes on to the next stage: above 1 where others join. `drop_off` is the part
    that does not, None where others join. `basis` tells what the figures were computed from.

    `customers` are the volume, or, where the author gave none, what the stage before and its conversion make of it;
    `reach` is the part of those who enter the first stage that enters this one, above 1 where others join; `lost` is
    the part of them that does not go on from here.
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


def analyse_funnel(journey: Journey, flow: FlowAnalysis) -> FunnelAnalysis:
    """Return the conversion from each stage to the next: from their volumes, else from exits and shares."""
    ways: dict[str, list[Way]] = {}
    for way in flow.ways:
        ways.setdefault(way.start, []).append(way)
    exits = exit_shares(journey)
    stages = [_measure(stage, following, ways, exits) for stage, following in pairwise(journey.stages)]
    stages += [FunnelStage(stage.id, stage.volume, None, None, None) for stage in journey.stages[-1:]]
    conversions = [stage.conversion for stage in stages[:-1] if stage.conversion is not None]
    complete = len(stages) > 1 and len(conversions) == len(stages) - 1
    overall = prod(conversions) if complete else inf
    counted = _counted(stages)
    return FunnelAnalysis(
        stages={stage.stage: stage for stage in counted},
        overall=overall if isfinite(overall) else None,
        largest_loss=_largest_loss(counted),
    )


def _counted(stages: Iterable[FunnelStage]) -> list[FunnelStage]:
    """Count the customers and the losses of each stage, from the first to the last."""
    counted: list[FunnelStage] = []
    customers: Number | None = None
    reach: float | None = 1.0
    for stage in stages:
        customers = customers if stage.volume is None else stage.volume
        lost = None if reach is None or stage.drop_off is None else reach * stage.drop_off
        counted.append(replace(stage, customers=customers, reach=reach, lost=lost))
        customers = _times(customers, stage.conversion)
        reach = _times(reach, stage.conversion)
    return counted


def _times(number: Number | None, factor: float | None) -> float | None:
    product = inf if number is None or factor is None else number * factor
    return product if isfinite(product) else None


def _largest_loss(stages: Sequence[FunnelStage]) -> str | None:
    """Return where most are lost; a stage that others join loses nobody that could be counted."""
    losing = stages[:-1]
    if any(stage.conversion is None for stage in losing):
        return None
    most = max(losing, key=lambda stage: stage.lost or 0.0, default=None)
    return most.stage if most and most.lost else None


def _measure(stage: Stage, following: Stage, ways: Mapping[str, list[Way]], exits: Exits) -> FunnelStage:
    counted = _ratio(stage, following)
    if counted is not None:
        return FunnelStage(stage.id, stage.volume, counted, 1 - counted if counted <= 1 else None, "volume")
    stated = _pass(stage, following, ways, exits)
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


def _pass(stage: Stage, following: Stage, ways: Mapping[str, list[Way]], exits: Exits) -> float | None:
    """Return the part of those who enter a stage that enters the next one, by what the author said of shares.

    None where nothing was said, where a share is open, or where a way leads to another stage than the next.
    """
    if not stage.touchpoints:
        return _stay(exits.get(stage.id, ()))
    here = [touchpoint.id for touchpoint in stage.touchpoints]
    there = {touchpoint.id for touchpoint in following.touchpoints}
    if not _is_told(here, ways, exits) or not _is_closed(here, there, ways, exits):
        return None
    return _settle(here, there, ways)


def _stay(exits: Iterable[Number | None]) -> float | None:
    known = [share for share in exits if share is not None]
    return 1 - fsum(known) if known and len(known) == len(tuple(exits)) else None


def _is_told(here: Iterable[str], ways: Mapping[str, list[Way]], exits: Exits) -> bool:
    """Whether the author gave any share in the stage; without one, that everybody goes on would be a guess."""
    return any(place in exits or any(_is_stated(way) for way in ways.get(place, ())) for place in here)


def _is_stated(way: Way) -> bool:
    return way.share is not None and not way.implied


def _is_closed(here: list[str], there: set[str], ways: Mapping[str, list[Way]], exits: Exits) -> bool:
    """Whether each share in the stage is known, and each way stays or enters the next stage."""
    known = there.union(here)
    return all(
        all(is_beside(way) or (way.share is not None and way.end in known) for way in ways.get(place, ()))
        and all(share is not None for share in exits.get(place, ()))
        for place in here
    )


def _settle(here: list[str], there: set[str], ways: Mapping[str, list[Way]]) -> float | None:
    """Return the chance to get from the first touchpoint to the next stage; None where nobody leaves a loop in it."""
    steps: dict[str, dict[str, float]] = {place: {} for place in here}
    arrivals = dict.fromkeys(here, 0.0)
    for place in here:
        for way in ways.get(place, ()):
            if way.end in there:
                arrivals[place] += way.share or 0.0
            elif way.share:
                steps[place][way.end] = steps[place].get(way.end, 0.0) + way.share
    chain = factorise(steps)
    return chain.hits(arrivals)[here[0]] if chain else None
