"""Where more about each touchpoint is found."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.cells import by_stage, numbered
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Show each link of the stage's touchpoints."""
    for touchpoint, number in view.within(stage):
        for link in touchpoint.links:
            yield Text(text=link.title, label=numbered(view, number), url=link.url)


LANE = Lane(title="links", rank=220, cells=by_stage(blocks))
