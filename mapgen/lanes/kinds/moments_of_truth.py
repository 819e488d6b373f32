"""The touchpoints and stages that decide, what they decide, and why."""

from collections.abc import Iterator

from mapgen.blocks import Block, Marker
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Mark each moment of truth in the stage."""
    for part, number in view.parts(stage):
        moment = part.moment_of_truth
        if moment:
            title = view.words(f"turn-{moment.turn}" if moment.turn else "moment-of-truth")
            yield Marker(title=title, text=moment.why, number=number, anchor=f"moment-{part.id}")


LANE = Lane(title="moments-of-truth", rank=65, cells=by_stage(blocks))
