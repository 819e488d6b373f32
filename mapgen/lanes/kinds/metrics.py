"""What is measured in each stage, against its target."""

from collections.abc import Iterator

from mapgen.blocks import Block
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.lanes.meter import meter
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Make a meter of each metric: the stage's, then the touchpoints'."""
    for metric in stage.metrics:
        yield meter(view, metric, None, stage.id)
    for touchpoint, number in view.within(stage):
        for metric in touchpoint.metrics:
            yield meter(view, metric, number, touchpoint.id)


LANE = Lane(title="metrics", rank=130, cells=by_stage(blocks), note="metrics-note")
