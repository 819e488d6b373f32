"""LaneContext -> who is still there: the customers of each stage, and the outcomes of 100 customers who begin."""

from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from typing import Literal

from mapgen.analysis.apportion import apportioned
from mapgen.analysis.funnel import FunnelStage
from mapgen.analysis.outcomes import Outcome
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.loss_parts import LossPart, loss_parts, success
from mapgen.record import record
from mapgen.words import NO_BREAK

_HEAVY = 0.2  # of the customers of a stage
_HUNDRED = 100
_MIN_SHARE = 0.005  # a smaller share would round to 0 of 100 customers
_MIN_CHANGE = 1e-4  # of the customers of a stage; a smaller change is not told
_MAX_DECIMALS = 6


@record
class StageVolume:
    """The customers of a stage.

    `level` is their number as a fraction of that of the largest stage, None if it is unknown, and `size` that number in
    words. `reach` states it as a part of those who began. `change` is the percentage that is lost before the next
    stage, or that joins there if `joins` is set; `heavy` is whether at least one in five is lost. Those who have what
    they came for are not lost: `converted` is their percentage, and `converted_level` their number as in `level`.
    `lost` states the loss as a part of those who began, with the reasons in `parts`; `largest` is a note on the largest
    loss. `observed` is what part of those who began was observed here, and `observed_level` the number that this makes,
    as in `level`, where the plan says another.
    """

    id: str
    name: str
    level: float | None
    size: str
    reach: str | None
    change: str | None
    joins: bool
    heavy: bool
    converted: str | None
    converted_level: float
    lost: str | None
    largest: str | None
    parts: tuple[LossPart, ...]
    observed: str | None = None
    observed_level: float | None = None

    @property
    def reason(self) -> LossPart | None:
        """The reason that most leave for or, if few are lost, what others have come for; None if there is none."""
        return next((part for part in self.parts if part.explained and part.converted != self.heavy), None)


@record
class Ending:
    """An outcome of those who begin: `count` of 100 customers, and their `share`, from 0 to 1.

    `kind` is "loss", "success", "rest" for all smaller losses together, or "unknown". `place` is the stage.
    """

    count: int
    share: float
    label: str
    place: str | None
    kind: Literal["loss", "success", "rest", "unknown"]


def is_counted(view: LaneContext) -> bool:
    """Return whether the number of customers of each stage is known, and there are stages to compare."""
    sizes = [stage.customers for stage in view.analysis.funnel.stages.values()]
    known = [size for size in sizes if size is not None]
    return len(known) == len(sizes) > 1 and max(known) > 0


def volumes(view: LaneContext) -> Iterator[StageVolume]:
    """Yield the volume of each stage: counted or, if the author gave no volume at all, as a part of the first stage."""
    words, funnel = view.words, view.analysis.funnel
    counted = any(stage.volume is not None for stage in funnel.stages.values())
    levels = funnel.levels()
    told = counted or any(stage.conversion is not None for stage in funnel.stages.values())
    explained = any(part.reasons for stage in funnel.stages.values() for part in stage.departures)
    observed = _observed(view)
    for index, stage in enumerate(view.journey.stages):
        figure = funnel.stages[stage.id]
        rate, level = figure.loss_rate, levels[stage.id]
        won = _converted_rate(figure)
        reach = figure.reach if index and counted else None
        seen = observed.get(stage.id)
        yield StageVolume(
            id=stage.id,
            name=stage.name,
            level=level if told else None,
            size=_size(view, figure, counted=counted) if told else words("not-measured"),
            reach=None if reach is None else words("of-those-who-began", share=words.percent(reach)),
            change=_change(view, _rate(figure, won)),
            joins=figure.conversion is not None and figure.conversion > 1,
            heavy=rate is not None and round(rate, 2) >= _HEAVY,
            converted=f"\u2713{NO_BREAK}{words.percent(won, decimals=0)}" if won >= _MIN_CHANGE else None,
            converted_level=won * (level or 0.0),
            lost=words("of-those-who-began", share=words.percent(figure.lost)) if figure.lost else None,
            largest=words("largest-loss") if stage.id == funnel.largest_loss else None,
            parts=tuple(loss_parts(view, figure.departures)) if explained else (),
            observed=None if seen is None else f"{words('observed')} {words.percent(seen)}",
            observed_level=None if seen is None else seen * next(filter(None, levels.values()), 0.0),
        )


def _observed(view: LaneContext) -> Mapping[str, float]:
    """Return the observed part of those who began, by the id of the stage, where the plan has a figure of its own."""
    seen = view.analysis.observed
    if seen is None or any(stage.basis == "observed" for stage in view.analysis.funnel.stages.values()):
        return {}
    return {stage.stage: stage.share for stage in seen.whole.stages[1:] if stage.share is not None}


def _size(view: LaneContext, figure: FunnelStage, *, counted: bool) -> str:
    """Return how many a stage has: as it was counted, as it was computed, or as a part of the first."""
    if not counted:
        return view.words("not-measured") if figure.reach is None else view.words.percent(figure.reach)
    if figure.customers is None:
        return view.words("not-measured")
    number = view.words.number(round(figure.customers, 0 if figure.volume is None else 6))
    return number if figure.volume is not None else f"\u2248{NO_BREAK}{number}"


def _rate(figure: FunnelStage, converted: float) -> float:
    """Return the part of the customers of a stage that is lost, below 0, or that joins before the next stage."""
    if converted and figure.loss_rate is not None:
        return -figure.loss_rate
    return 0.0 if figure.conversion is None else figure.conversion - 1


def _converted_rate(figure: FunnelStage) -> float:
    """Return the part of the customers of a stage that goes no further because it has converted, if that is stated."""
    won = fsum(part.share for part in figure.departures if part.converted)
    return min(1.0, won / figure.reach) if figure.reach else 0.0


def _change(view: LaneContext, rate: float) -> str | None:
    """Return what is lost or joins, in whole percent; a loss of nearly all has as many decimals as tell so."""
    if abs(rate) < _MIN_CHANGE:
        return None
    left = 1 + rate
    decimals = next((n for n in range(_MAX_DECIMALS) if round(left * _HUNDRED, n)), _MAX_DECIMALS)
    return view.words.percent(rate, decimals=decimals if left else 0, signed=True)


def endings(view: LaneContext, most: int) -> Iterator[Ending]:
    """Yield the outcomes of all who begin as customers of 100, the largest loss first and the success last.

    If there are more than so many losses, the smallest ones are combined. What the spec does not state is unknown.
    """
    chances, words = view.analysis.chances, view.words
    if chances is None:
        return
    stages = {touchpoint.id: stage.name for stage in view.journey.stages for touchpoint in stage.touchpoints}
    lost = [ending for ending in chances.endings if ending.outcome != chances.success]
    named = [ending for ending in lost[:most] if ending.share >= _MIN_SHARE]
    found = [
        Ending(0, one.share, one.reason or words(f"exit-{one.outcome}"), stages[one.touchpoint], "loss")
        for one in named
    ]
    rest = lost[len(named) :]
    others = _one(rest, words("other-reasons"), "rest")
    if chances.trapped:
        found.append(Ending(0, chances.trapped, words("trapped"), None, "loss"))
    if chances.unknown:
        found.append(Ending(0, chances.unknown, words("not-known"), None, "unknown"))
    won = [ending for ending in chances.endings if ending.outcome == chances.success]
    found += [*others, *_one(won, success(view), "success")]
    counts = apportioned([one.share for one in found], _HUNDRED)
    for one, count in zip(found, counts, strict=True):
        if count or one.kind == "success":
            yield Ending(count, one.share, one.label, one.place, one.kind)


def known_endings(view: LaneContext, most: int) -> tuple[Ending, ...]:
    """Return the outcomes of all who begin, as `endings` does; none if the spec leaves some of them unknown."""
    found = tuple(endings(view, most))
    return () if any(ending.kind == "unknown" for ending in found) else found


def _one(parts: Sequence[Outcome], label: str, kind: Literal["rest", "success"]) -> Iterator[Ending]:
    """Yield several outcomes as one, by the reason of the only one that there is."""
    if parts:
        reasons = {part.reason for part in parts}
        reason = next(iter(reasons)) if len(reasons) == 1 else None
        yield Ending(0, fsum(part.share for part in parts), reason or label, None, kind)
