"""What customers ask themselves, and which touchpoints answer it."""

from collections.abc import Iterator

from mapgen.blocks import Block, Bullets, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import Stage


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Tell each question, and under it the numbers of the touchpoints that answer it."""
    for question in stage.questions:
        lines = [Text(text=question.text)]
        if question.answered_by:
            answers = ", ".join(str(view.numbers[touchpoint]) for touchpoint in question.answered_by)
            lines.append(Text(text=answers, label=view.words("answered-by"), tone="muted"))
        yield Bullets(tuple(lines))


LANE = Lane(title="questions", rank=30, cells=by_stage(blocks))
