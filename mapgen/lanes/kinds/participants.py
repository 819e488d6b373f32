"""Who of a buying group takes part at each touchpoint, and who decides."""

from collections.abc import Iterator

from mapgen.blocks import Block, Chip, Chips
from mapgen.lanes.cells import by_touchpoint
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Persona, Touchpoint


def blocks(view: View, touchpoint: Touchpoint) -> Iterator[Block]:
    """Show each persona who takes part."""
    people = view.analysis.participants
    if people.told and touchpoint.id in people.present:
        yield Chips(tuple(chip(view, persona) for persona in people.present[touchpoint.id]))


def chip(view: View, persona: Persona) -> Chip:
    """Name a persona, and the role of one who decides."""
    if persona.buying_role != "decider":
        return Chip(text=persona.name)
    return Chip(text=f"{persona.name} · {view.words('role-decider')}", tone="good")


LANE = Lane(title="participants", rank=58, cells=by_touchpoint(blocks))
