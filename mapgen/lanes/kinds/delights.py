"""What pleases customers."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card
from mapgen.lanes.cells import by_stage
from mapgen.lanes.evidence_text import sources
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Make a card of each delight in the stage."""
    for part, number in view.parts(stage):
        for delight in part.delights:
            note = sources(view.words, delight.evidence)
            yield Card(title=delight.text, number=number, note=note, tone="good")


LANE = Lane(title="delights", rank=100, cells=by_stage(blocks))
