"""What each stage is: where it begins and ends, how long it lasts, whether it comes back."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.lanes.times import sums
from mapgen.model import walk
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Report a stage's own facts."""
    words = view.words
    if stage.definition:
        yield Text(text=stage.definition)
    if stage.duration:
        yield Text(text=words.duration(stage.duration), label=words("duration"), tone="muted")
    yield from sums(words, view.analysis.times.stages[stage.id])
    if stage.period:
        yield Text(text=words.duration(stage.period), label=words("volume-period"), tone="muted")
    if stage.repeats:
        yield Text(text=words("repeats"), tone="muted")
    if stage.concurrent_with:
        names = {other.id: other.name for other in view.journey.stages}
        alongside = " · ".join(names[other] for other in stage.concurrent_with)
        yield Text(text=alongside, label=words("alongside"), tone="muted")
    if stage.emotion and stage.emotion.feeling and stage not in walk.curve_places(stage):
        yield Text(text=stage.emotion.feeling, label=words("emotion"), tone="muted")  # the curve has no place for it


LANE = Lane(title="about-stage", rank=10, cells=by_stage(blocks))
