"""View -> the funnel: how many customers each stage has, how many go on, where most are lost, and why they leave."""

from collections.abc import Iterator
from typing import Literal

from mapgen.analysis.funnel import FunnelStage
from mapgen.blocks import Block, Text
from mapgen.lanes.kinds import exits
from mapgen.lanes.lane import View
from mapgen.lens.story import story
from mapgen.record import record
from mapgen.words import NO_BREAK


@record
class Step:
    """A stage of the funnel. `level` is how many it has for each that the largest has, None where nobody knows.

    `size` tells how many, with a sign before a number that was computed; `reach` tells them as a part of those who
    began. `conversion` and `drop_off` are what becomes of them before the next stage, `lost` those who go no further as
    a part of those who began; `largest` says so where that is the largest.
    """

    index: int
    id: str
    name: str
    level: float | None
    size: str
    reach: str | None
    conversion: str | None
    drop_off: str | None
    lost: str | None
    largest: str | None
    outs: tuple[Block, ...]


@record
class FunnelChart:
    """A whole funnel."""

    id: str
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    title: str
    facts: tuple[Text, ...]
    steps: tuple[Step, ...]
    story: str


def funnel(view: View) -> FunnelChart:
    """Compose the funnel of a journey."""
    journey, words = view.journey, view.words
    return FunnelChart(
        id=journey.id,
        language=journey.language,
        direction=words.direction,
        theme=journey.theme,
        title=journey.title,
        facts=tuple(_facts(view)),
        steps=tuple(_steps(view)),
        story=f"{words('funnel')}. {story(view)}",
    )


def _facts(view: View) -> Iterator[Text]:
    words, overall = view.words, view.analysis.funnel.overall
    if overall is not None and overall <= 1:
        yield Text(words.percent(overall), words("overall-conversion"))
    if view.journey.period:
        yield Text(words.duration(view.journey.period), words("volume-period"))


def _steps(view: View) -> Iterator[Step]:
    words, arrow = view.words, view.words.arrow
    stages = tuple(view.analysis.funnel.stages.values())
    counted = any(stage.volume is not None for stage in stages)
    levels = view.analysis.funnel.levels()
    for index, (stage, figures) in enumerate(zip(view.journey.stages, stages, strict=True)):
        reach = figures.reach if index and counted else None
        yield Step(
            index=index,
            id=stage.id,
            name=stage.name,
            level=levels[stage.id],
            size=_size(view, figures, counted=counted),
            reach=None if reach is None else words("of-those-who-began", share=words.percent(reach)),
            conversion=None if figures.conversion is None else f"{words.percent(figures.conversion)} {arrow}",
            drop_off=None if not figures.drop_off else words.percent(-figures.drop_off),
            lost=words("of-those-who-began", share=words.percent(figures.lost)) if figures.lost else None,
            largest=words("largest-loss") if stage.id == view.analysis.funnel.largest_loss else None,
            outs=tuple(exits.blocks(view, stage)),
        )


def _size(view: View, stage: FunnelStage, *, counted: bool) -> str:
    """Write how many a stage has: as it was counted, as it was computed, or as a part of the first."""
    if not counted:
        return view.words("not-measured") if stage.reach is None else view.words.percent(stage.reach)
    if stage.customers is None:
        return view.words("not-measured")
    number = view.words.number(round(stage.customers, 0 if stage.volume is None else 6))
    return number if stage.volume is not None else f"\u2248{NO_BREAK}{number}"
