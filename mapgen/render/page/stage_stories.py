"""LaneContext -> what a phone shows of each stage beside its touchpoints: the bands of the poster, turned upright."""

from collections.abc import Iterator

from mapgen.charts.poster_pains import PosterPain, ranked, worst_by_stage
from mapgen.charts.volumes import StageVolume, is_counted, volumes
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.times import stage_time
from mapgen.record import record

_DOTS = 4


@record
class StageStory:
    """When a stage takes place and how long it takes, its customers, and its worst pain point with its remedy.

    `fate` is what is done about the pain point, `is_ignored` whether nobody works on it.
    """

    duration: str | None
    volume: StageVolume | None
    pain: PosterPain | None
    fate: str = ""
    is_ignored: bool = False

    @property
    def dots(self) -> str:
        """The severity of the pain point as dots."""
        level = self.pain.level if self.pain else 0
        return "●" * level + "○" * (_DOTS - level) if level else ""


def stage_stories(view: LaneContext) -> Iterator[StageStory]:
    """Yield the story of each stage, chosen as on the poster."""
    pains = {pain.stage: pain for pain in worst_by_stage(view, ranked(view))}
    sizes = dict(enumerate(volumes(view) if is_counted(view) else ()))
    for index, stage in enumerate(view.journey.stages):
        pain = pains.get(index)
        is_ignored = pain is not None and pain.status is None
        yield StageStory(stage_time(view, stage), sizes.get(index), pain, _fate(view, pain) if pain else "", is_ignored)


def _fate(view: LaneContext, pain: PosterPain) -> str:
    if pain.status is None:
        return view.words("nobody-works-on-it")
    if pain.done or pain.dropped or not pain.remedy:
        return pain.status
    return f"{view.words.arrow} {pain.status}: {pain.remedy}"
