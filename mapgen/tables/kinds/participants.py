"""Who takes part where: a row a touchpoint, a column a persona."""

from collections.abc import Iterator

from mapgen.lanes.lane import View
from mapgen.lanes.scale import written
from mapgen.model.journey import Persona
from mapgen.tables.cells import cell, there
from mapgen.tables.table import TableKind, TableRow, never

PRESENT = "●"


def rows(view: View) -> Iterator[TableRow]:
    """Tell how each persona feels where they take part, and a dot where the spec does not say how."""
    people = view.analysis.participants
    scores = {part.persona: part.scores for part in people.parts}
    if not people.told:
        return
    for touchpoint in view.journey.touchpoints():
        present = {persona.id for persona in people.present.get(touchpoint.id, ())}
        if present:
            own = {persona: marks[touchpoint.id] for persona, marks in scores.items() if touchpoint.id in marks}
            marks = {persona: written(view.words, view.journey.scale, score) for persona, score in own.items()}
            cells = (cell(marks.get(one.id, PRESENT)) if one.id in present else () for one in view.journey.personas)
            yield there(view, touchpoint), *cells


def named(view: View) -> tuple[str, ...]:
    """Name each persona, with the role in buying."""
    return tuple(with_role(view, persona) for persona in view.journey.personas)


def with_role(view: View, persona: Persona) -> str:
    """Name a persona: "Robert Vanhoutte · Decider"."""
    role = view.words(f"role-{persona.buying_role}") if persona.buying_role else None
    return f"{persona.name} · {role}" if role else persona.name


TABLE = TableKind(title="participants", rank=11, columns=("touchpoint",), rows=rows, drawn=never, more=named)
