"""Who of a buying group takes part where, and who decides: in each stage a line a persona."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Persona, Stage

NOWHERE = "–"  # noqa: RUF001 - a dash, so that the lines of all stages stand beside each other


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Tell the numbers of the touchpoints of each persona who takes part somewhere in the journey."""
    people = view.analysis.participants
    present = {touchpoint.id: people.present.get(touchpoint.id, ()) for touchpoint in stage.touchpoints}
    if not people.told or not any(present.values()):
        return
    active = {part.persona for part in people.parts if part.touchpoints}
    for persona in view.journey.personas:
        if persona.id in active:
            there = [view.numbers[place] for place, some in present.items() if persona in some]
            decides = persona.buying_role == "decider" and there
            told = ", ".join(map(str, there)) or NOWHERE
            yield Text(text=told, label=named(view, persona), tone="good" if decides else "plain" if there else "muted")


def named(view: View, persona: Persona) -> str:
    """Name a persona, and the role of one who decides."""
    return f"{persona.name} · {view.words('role-decider')}" if persona.buying_role == "decider" else persona.name


LANE = Lane(title="participants", rank=58, cells=by_stage(blocks))
