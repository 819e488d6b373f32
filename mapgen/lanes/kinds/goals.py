"""What customer and business want in each stage."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Report the customer's goal, then the business's, each named where there are both."""
    if stage.goal:
        yield Text(text=stage.goal, label=view.words("customer") if stage.business_goal else None)
    if stage.business_goal:
        yield Text(text=stage.business_goal, label=view.words("business"))


LANE = Lane(title="goals", rank=20, cells=by_stage(blocks))
