"""What customers think, in their words."""

from collections.abc import Iterator

from mapgen.blocks import Block, Quote
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model import walk
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Quote the thoughts in the stage, then those at its touchpoints."""
    for part, number in view.parts(stage):
        for index, thought in enumerate(walk.thoughts(part)):
            anchor = f"thought-{part.id}.{index}" if index else f"thought-{part.id}"
            yield Quote(text=thought, marks=view.words.quotes, number=number, anchor=anchor)


LANE = Lane(title="thoughts", rank=70, cells=by_stage(blocks))
