"""What customers ask themselves, who of them does, and which touchpoints answer it."""

from collections.abc import Iterator

from mapgen.blocks import Block, Bullets, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Stage


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Report each question, and under it who asks it and the numbers of the touchpoints that answer it."""
    for question in stage.questions:
        lines = [Text(text=question.text)]
        if question.asked_by:
            people = ", ".join(persona.name for persona in question.asked_by)
            lines.append(Text(text=people, label=view.words("asked-by"), tone="muted"))
        if question.answered_by:
            answers = ", ".join(view.reference(view.numbers[touchpoint]) for touchpoint in question.answered_by)
            lines.append(Text(text=answers, label=view.words("answered-by"), tone="muted"))
        yield Bullets(tuple(lines))


LANE = Lane(title="questions", rank=30, cells=by_stage(blocks))
