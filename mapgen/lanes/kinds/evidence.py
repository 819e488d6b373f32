"""What the claims of each stage rest on. The table of evidence says the same, and more."""

from collections.abc import Iterator

from mapgen.blocks import Block, Chip, Chips
from mapgen.lanes.cells import by_stage
from mapgen.lanes.evidence_text import source
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model import walk
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Show each piece of evidence once, in the order in which the stage calls on it."""
    pieces = {piece.id: piece for piece in walk.evidence(stage)}
    if pieces:
        yield Chips(tuple(Chip(text=source(view.words, piece)) for piece in pieces.values()))


LANE = Lane(title="evidence", rank=210, cells=by_stage(blocks), by_default=lambda _: False)
