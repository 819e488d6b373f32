"""Where customers leave, how many, and why."""

from collections.abc import Iterator

from mapgen.analysis.departures import ExitKey
from mapgen.blocks import Block, Card, Text, Tone
from mapgen.lanes.cells import by_stage
from mapgen.lanes.evidence_text import sources
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.lanes.loss_parts import exit_share
from mapgen.model.journey import Exit, ExitKind, Stage

TONES: dict[ExitKind, Tone] = {"abandon": "bad", "churn": "bad", "convert": "good", "pause": "caution"}


def blocks(view: LaneContext, stage: Stage) -> Iterator[Block]:
    """Make a card of each exit: the stage's, then the touchpoints'."""
    for index, way in enumerate(stage.exits):
        yield card(view, way, None, (stage.id, index))
    for touchpoint, number in view.within(stage):
        for index, way in enumerate(touchpoint.exits):
            yield card(view, way, number, (touchpoint.id, index))


def card(view: LaneContext, way: Exit, number: int | None, key: ExitKey) -> Card:
    """Make the card of an exit; its share is that of all who begin, if it is known of any exit."""
    words = view.words
    note, part = exit_share(view, key, way)
    stated = None if way.share is None or view.analysis.funnel.exits else float(way.share)
    kind = words(f"exit-{way.kind}")
    evidence = sources(words, way.evidence)
    return Card(
        title=way.reason or kind,
        number=number,
        overline=kind if way.reason else None,
        note=note,
        body=(Text(text=evidence, tone="muted"),) if evidence else (),
        icon="mapgen:exit",
        tone=TONES[way.kind],
        anchor="exit-{}.{}".format(*key),
        share=stated if part is None else part,
    )


LANE = Lane(title="exits", rank=140, cells=by_stage(blocks))
