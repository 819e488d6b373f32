"""Pictures of the touchpoints."""

from collections.abc import Iterator

from mapgen.blocks import Block, ImageBlock
from mapgen.lanes.cells import by_touchpoint
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Touchpoint


def blocks(_view: LaneContext, touchpoint: Touchpoint) -> Iterator[Block]:
    """Show each picture."""
    for image in touchpoint.images:
        yield ImageBlock(src=image.src, alt=image.alt)


LANE = Lane(title="images", rank=50, cells=by_touchpoint(blocks))
