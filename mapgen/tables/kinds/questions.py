"""What customers ask, and where it is answered."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, place, there
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each question in order of its stage."""
    names = {touchpoint.id: there(view, touchpoint)[0] for touchpoint in view.journey.touchpoints()}
    for stage in view.journey.stages:
        for question in stage.questions:
            asked = tuple(Text(text=persona.name, about=f"persona-{persona.id}") for persona in question.asked_by)
            answers = tuple(names[answer] for answer in question.answered_by)
            yield cell(question.text), place(view, stage, None), asked, answers


TABLE = TableKind(title="questions", rank=85, columns=("question", "stage", "asked-by", "answered-by"), rows=rows)
