"""What customers think and say, in their words."""

from collections.abc import Iterator

from mapgen.blocks import Block, Quote
from mapgen.lanes.cells import by_stage
from mapgen.lanes.evidence_text import quotation
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model import walk
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Quote what is thought and said in the stage, then the same of its touchpoints; of each, pain points come last."""
    for part, number in view.parts(stage):
        for index, thought in enumerate(walk.thoughts(part)):
            anchor = f"thought-{part.id}.{index}" if index else f"thought-{part.id}"
            yield Quote(text=thought, marks=view.words.quotes, number=number, anchor=anchor)
        for prefix, quotes in (
            (f"quote-{part.id}", part.quotes),
            *((f"said-{pain.id}", pain.quotes) for pain in walk.pains(part)),
        ):
            for index, said in enumerate(quotes):
                yield quotation(view, said, number=number, anchor=f"{prefix}.{index}")


LANE = Lane(title="thoughts", rank=70, cells=by_stage(blocks))
