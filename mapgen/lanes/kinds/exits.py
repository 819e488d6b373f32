"""Where customers leave, how many, and why."""

from collections.abc import Iterator

from mapgen.blocks import Block, Card, Text, Tone
from mapgen.lanes.cells import by_stage
from mapgen.lanes.evidence_text import sources
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.model.journey import Exit, ExitKind, Stage

TONES: dict[ExitKind, Tone] = {"abandon": "bad", "churn": "bad", "convert": "good", "pause": "caution"}


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Make a card of each exit: the stage's, then the touchpoints'."""
    for index, way in enumerate(stage.exits):
        yield card(view, way, None, f"exit-{stage.id}.{index}")
    for touchpoint, number in view.within(stage):
        for index, way in enumerate(touchpoint.exits):
            yield card(view, way, number, f"exit-{touchpoint.id}.{index}")


def card(view: LaneContext, way: Exit, number: int | None, anchor: str) -> Card:
    """Make the card of an exit."""
    words = view.words
    kind = words(f"exit-{way.kind}")
    evidence = sources(words, way.evidence)
    return Card(
        title=way.reason or kind,
        number=number,
        overline=kind if way.reason else None,
        note=None if way.share is None else words.percent(way.share),
        body=(Text(text=evidence, tone="muted"),) if evidence else (),
        icon="mapgen:exit",
        tone=TONES[way.kind],
        anchor=anchor,
        share=None if way.share is None else float(way.share),
    )


LANE = Lane(title="exits", rank=140, cells=by_stage(blocks))
