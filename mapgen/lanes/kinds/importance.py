"""How much each touchpoint matters to customer and business."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.cells import by_stage, numbered
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Report both sides of each touchpoint's importance."""
    words = view.words
    for touchpoint, number in view.within(stage):
        sides = (("customer-of", touchpoint.importance_customer), ("business-of", touchpoint.importance_business))
        told = " · ".join(words(key, n=words.number(size)) for key, size in sides if size is not None)
        if told:
            yield Text(text=told, label=numbered(view, number))


LANE = Lane(title="importance", rank=67, cells=by_stage(blocks), note="importance-note")
