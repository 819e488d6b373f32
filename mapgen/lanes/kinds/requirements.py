"""What must be true in each stage, and whether it is."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text, Tone
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Stage

STATES: dict[bool | None, tuple[str, Tone]] = {
    True: ("met", "good"),
    False: ("not-met", "bad"),
    None: ("not-checked", "muted"),
}


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Report each requirement, and whether it is met."""
    for requirement in stage.requirements:
        word, tone = STATES[requirement.met]
        yield Text(text=requirement.text, label=view.words(word), tone=tone)


LANE = Lane(title="requirements", rank=120, cells=by_stage(blocks))
