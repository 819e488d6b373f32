"""What pleases customers."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card
from mapgen.lanes.cells import by_stage
from mapgen.lanes.claims import sources
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Stage


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Make a card of each delight in the stage."""
    for touchpoint, number in view.within(stage):
        for delight in touchpoint.delights:
            note = sources(view.words, delight.evidence)
            yield Card(title=delight.text, number=number, note=note, tone="good")


LANE = Lane(title="delights", rank=100, cells=by_stage(blocks))
