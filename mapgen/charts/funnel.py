"""LaneContext -> the content of the funnel: the river of those who are still there, and of a hundred who begin."""

from collections.abc import Iterator
from typing import Literal

from mapgen.blocks import Text
from mapgen.charts.volumes import Ending, StageVolume, endings, volumes
from mapgen.header.story import story
from mapgen.lanes.lane import LaneContext
from mapgen.record import record

_MAX_ENDINGS = 9  # the remaining ones are combined


@record
class FunnelChart:
    """A whole funnel.

    `stages` are empty where the endings alone tell what is known, and `endings` where the spec has no shares. `words`
    are the headings of both, and a note where others join, by key.
    """

    id: str
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    title: str
    facts: tuple[Text, ...]
    stages: tuple[StageVolume, ...]
    endings: tuple[Ending, ...]
    words: dict[str, str]
    story: str


def funnel(view: LaneContext) -> FunnelChart:
    """Compose the funnel of a journey."""
    journey, words = view.journey, view.words
    found = tuple(endings(view, _MAX_ENDINGS))
    counted = any(stage.volume is not None for stage in view.analysis.funnel.stages.values())
    return FunnelChart(
        id=journey.id,
        language=journey.language,
        direction=words.direction,
        theme=journey.theme,
        title=journey.title,
        facts=tuple(_facts(view)),
        stages=tuple(volumes(view)) if counted or not found else (),
        endings=found,
        words={key: words(key) for key in ("still-there", "of-a-hundred", "others-join")},
        story=f"{words('funnel')}. {story(view)}",
    )


def _facts(view: LaneContext) -> Iterator[Text]:
    words, overall = view.words, view.analysis.funnel.overall
    if overall is not None and overall <= 1:
        yield Text(words.percent(overall), words("reach-last-stage"))
    if view.journey.period:
        yield Text(words.duration(view.journey.period), words("volume-period"))
