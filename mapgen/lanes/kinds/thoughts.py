"""What customers think, in their words."""

from collections.abc import Iterator

from mapgen.blocks import Block, Quote
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Stage


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Quote each touchpoint's thought."""
    for touchpoint, number in view.within(stage):
        if touchpoint.thought:
            anchor = f"thought-{touchpoint.id}"
            yield Quote(text=touchpoint.thought, marks=view.words.quotes, number=number, anchor=anchor)


LANE = Lane(title="thoughts", rank=70, cells=by_stage(blocks))
