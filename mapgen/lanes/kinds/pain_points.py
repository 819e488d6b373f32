"""What goes wrong for customers, how badly, and how one knows."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card, Text
from mapgen.lanes.cells import by_stage
from mapgen.lanes.evidence_text import grounds
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model import walk
from mapgen.model.journey import PainPoint, Stage, grade


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Make a card of each pain point in the stage."""
    for part, number in view.parts(stage):
        for pain in walk.pains(part):
            yield card(view, pain, number)


def card(view: LaneContext, pain: PainPoint, number: int | None) -> Card:
    """Make the card of a pain point; a resolved one is muted."""
    words = view.words
    resolved = pain.id not in view.analysis.opportunities.open
    return Card(
        title=pain.text,
        number=number,
        overline=words(f"severity-{pain.severity}") if pain.severity else None,
        note=grounds(view, pain.evidence),
        body=(Text(text=pain.kind, tone="muted"),) if pain.kind else (),
        foot=pain.owner.name if pain.owner else None,
        icon="mapgen:check" if resolved else None,
        tone="muted" if resolved else "bad",
        hypothesis=view.is_guess(pain.evidence),
        level=grade(pain.severity),
        anchor=f"pain-{pain.id}",
    )


LANE = Lane(title="pain-points", rank=90, cells=by_stage(blocks))
