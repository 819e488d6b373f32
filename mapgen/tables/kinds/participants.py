"""Who takes part where: a row a touchpoint, a column a persona.

Of many personas, most would be absent from most touchpoints: then one column names those who are there.
"""

from collections.abc import Iterable, Iterator, Mapping

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.model.journey import Persona
from mapgen.tables.cells import cell, there
from mapgen.tables.table import TableCell, TableKind, TableRow
from mapgen.words import NO_BREAK

PRESENT = "●"
_FEW = 6
"""Personas up to which each has a column."""


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report how each persona feels where they take part, and a dot where the spec does not say how."""
    people = view.analysis.participants
    scores = {part.persona: part.scores for part in people.parts}
    if not people.told:
        return
    personas = view.journey.personas
    cells_filled = sum(len(some) for some in people.present.values())
    cells_total = len(people.present) * len(personas)
    is_sparse = len(personas) > _FEW and cells_filled < cells_total / 2
    for touchpoint in view.journey.touchpoints():
        present = people.present.get(touchpoint.id, ())
        if present:
            own = {persona: marks[touchpoint.id] for persona, marks in scores.items() if touchpoint.id in marks}
            marks = {persona: written(view.words, view.journey.scale, score) for persona, score in own.items()}
            ids = {persona.id for persona in present} if not is_sparse else frozenset()
            cells = (cell(marks.get(one.id, PRESENT)) if one.id in ids else () for one in personas)
            yield there(view, touchpoint), listed(view, present, marks) if is_sparse else (), *cells


def listed(view: LaneContext, present: Iterable[Persona], marks: Mapping[str, str]) -> TableCell:
    """Name who takes part on one line, each with how they feel: "Mia +1, Ben"."""
    names = (NO_BREAK.join(filter(None, (with_role(view, one), marks.get(one.id)))) for one in present)
    return cell(", ".join(names))


def named(view: LaneContext) -> tuple[str, ...]:
    """Name each persona, with the role in buying."""
    return tuple(with_role(view, persona) for persona in view.journey.personas)


def with_role(view: LaneContext, persona: Persona) -> str:
    """Name a persona: "Robert Vanhoutte · Decider"."""
    role = view.words(f"role-{persona.buying_role}") if persona.buying_role else None
    return f"{persona.name} · {role}" if role else persona.name


TABLE = TableKind(title="participants", rank=11, columns=("touchpoint", "participants"), rows=rows, more=named)
