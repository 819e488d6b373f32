"""What goes wrong for customers, how badly, and how one knows."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.claims import grounds
from mapgen.lanes.lane import Lane, View
from mapgen.model.journey import PainPoint, Stage, backs, grade


def blocks(view: View, stage: Stage) -> Iterator[Block]:
    """Make a card of each pain point in the stage."""
    for touchpoint, number in view.within(stage):
        for pain in touchpoint.pain_points:
            yield card(view, pain, number)


def card(view: View, pain: PainPoint, number: int | None) -> Card:
    """Make the card of a pain point."""
    words = view.words
    return Card(
        title=pain.text,
        number=number,
        overline=words(f"severity-{pain.severity}") if pain.severity else None,
        note=grounds(words, pain.evidence),
        body=(Text(text=pain.kind, tone="muted"),) if pain.kind else (),
        foot=pain.owner.name if pain.owner else None,
        tone="bad",
        hypothesis=not backs(pain.evidence),
        level=grade(pain.severity),
        anchor=f"pain-{pain.id}",
    )


LANE = Lane(title="pain-points", rank=90, cells=by_stage(blocks))
