"""How long each touchpoint takes, and how long customers wait there."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.cells import by_touchpoint
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Touchpoint


def blocks(view: LaneContext, touchpoint: Touchpoint) -> Iterator[Block]:
    """Report the duration, then the wait."""
    words = view.words
    if touchpoint.duration:
        yield Text(text=words.duration(touchpoint.duration))
    if touchpoint.wait:
        yield Text(text=words.duration(touchpoint.wait), label=words("wait"))


LANE = Lane(title="times", rank=8, cells=by_touchpoint(blocks))
