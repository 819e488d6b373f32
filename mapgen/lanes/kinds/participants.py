"""Who of a buying group takes part where, and who decides: in each stage a line a persona."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text, Tone
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Persona, Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Yield the touchpoints, by number, of each persona who takes part in the stage."""
    people = view.analysis.participants
    present = {touchpoint.id: people.present.get(touchpoint.id, ()) for touchpoint in stage.touchpoints}
    if not people.told:
        return
    for persona in view.journey.personas:
        there = [view.numbers[place] for place, some in present.items() if persona in some]
        if there:
            tone: Tone = "good" if persona.buying_role == "decider" else "plain"
            yield Text(text=", ".join(map(view.reference, there)), label=named(view, persona), tone=tone)


def named(view: LaneContext, persona: Persona) -> str:
    """Name a persona, and the role of one who decides."""
    return f"{persona.name} · {view.words('role-decider')}" if persona.buying_role == "decider" else persona.name


LANE = Lane(title="participants", rank=58, cells=by_stage(blocks))
