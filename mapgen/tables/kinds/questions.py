"""What customers ask, and where it is answered."""

from collections.abc import Iterator

from mapgen.lanes.lane import View
from mapgen.tables.cells import at, cell
from mapgen.tables.table import TableKind, TableRow, never


def rows(view: View) -> Iterator[TableRow]:
    """Tell each question in order of its stage."""
    names = {touchpoint.id: at(view, touchpoint) for touchpoint in view.journey.touchpoints()}
    for stage in view.journey.stages:
        for question in stage.questions:
            asked = cell(*(persona.name for persona in question.asked_by))
            answers = cell(*(names[answer] for answer in question.answered_by))
            yield cell(question.text), cell(stage.name), asked, answers


TABLE = TableKind(
    title="questions", rank=85, columns=("question", "stage", "asked-by", "answered-by"), rows=rows, drawn=never
)
