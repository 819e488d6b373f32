"""Who answers for each stage and touchpoint, and who helps."""

from collections.abc import Iterator

from mapgen.blocks import Block, Text
from mapgen.lanes.cells import by_stage, numbered
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Owner, Stage
from mapgen.words import Words


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Name the stage's owner and contributors, then those of its touchpoints that differ."""
    people = named(view.words, stage.owner, stage.contributors)
    if people:
        yield Text(text=people)
    for touchpoint, number in view.within(stage):
        same = touchpoint.owner == stage.owner and not touchpoint.contributors
        people = named(view.words, touchpoint.owner, touchpoint.contributors)
        if people and not same:
            yield Text(text=people, label=numbered(view, number), tone="muted")


def named(words: Words, owner: Owner | None, contributors: tuple[Owner, ...]) -> str | None:
    """Name the owner, and those who help: "Payments, with Legal"."""
    company = ", ".join(contributor.name for contributor in contributors)
    if not company:
        return owner.name if owner else None
    return words("owner-with", owner=owner.name, names=company) if owner else words("with", names=company)


LANE = Lane(title="owners", rank=160, cells=by_stage(blocks))
