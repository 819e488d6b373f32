"""What the claims of each stage rest on. The table of evidence says the same, and more."""

from collections.abc import Iterator

from mapgen.blocks import Block, Chip, Chips
from mapgen.lanes.cells import by_stage
from mapgen.lanes.claims import source
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Evidence, Stage, Touchpoint


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Show each piece of evidence once, in the order in which the stage calls on it."""
    pieces = {piece.id: piece for piece in named(stage)}
    if pieces:
        yield Chips(tuple(Chip(text=source(view.words, piece)) for piece in pieces.values()))


def named(stage: Stage) -> Iterator[Evidence]:
    """Yield the evidence of all that a stage claims."""
    for metric in stage.metrics:
        yield from metric.evidence
    for way in stage.exits:
        yield from way.evidence
    for touchpoint in stage.touchpoints:
        yield from behind(touchpoint)


def behind(touchpoint: Touchpoint) -> Iterator[Evidence]:
    """Yield the evidence of all that a touchpoint claims."""
    if touchpoint.emotion:
        yield from touchpoint.emotion.evidence
    for pain in touchpoint.pain_points:
        yield from pain.evidence
    for delight in touchpoint.delights:
        yield from delight.evidence
    for metric in touchpoint.metrics:
        yield from metric.evidence
    for way in touchpoint.exits:
        yield from way.evidence


LANE = Lane(title="evidence", rank=210, cells=by_stage(blocks), by_default=False)
