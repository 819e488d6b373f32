"""How many customers enter each stage, how many go on, and why the others do not."""

from collections.abc import Iterator

from mapgen.analysis.departures import stage_exits
from mapgen.analysis.funnel import FunnelStage
from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.loss_parts import loss_parts, success
from mapgen.model import walk
from mapgen.model.journey import Stage
from mapgen.tables.cells import cell, number, place, share
from mapgen.tables.table import TableCell, TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each stage, where there is a figure at all."""
    stages = view.analysis.funnel.stages.values()
    if all(stage.volume is None and stage.conversion is None for stage in stages):
        return
    for stage, figures in zip(view.journey.stages, stages, strict=True):
        yield (
            place(view, stage, None),
            number(view, None if figures.customers is None else round(figures.customers)),
            share(view, figures.reach),
            went_on(view, figures),
            share(view, figures.drop_off),
            lost(view, figures),
            cell(*why(view, stage, figures)),
        )


def went_on(view: LaneContext, figures: FunnelStage) -> TableCell:
    """Report the conversion, and that others join where more go on than were there."""
    conversion = figures.conversion
    joined = (Text(view.words("others-join")),) if conversion is not None and conversion > 1 else ()
    return (*share(view, conversion), *joined)


def lost(view: LaneContext, figures: FunnelStage) -> TableCell:
    """Report the part of those who entered the first stage that is lost here, and where it is the largest."""
    largest = figures.stage == view.analysis.funnel.largest_loss
    return (*share(view, figures.lost), *((Text(view.words("largest-loss")),) if largest else ()))


def why(view: LaneContext, stage: Stage, figures: FunnelStage) -> Iterator[str]:
    """Report why customers go no further: as parts of all who begin that add up to what is lost, then conversions.

    If these are unknown, report each exit: as such a part or, if that is unknown too, as it is stated, and of whom.
    """
    if figures.departures:
        parts = tuple(loss_parts(view, figures.departures))
        for part in parts if any(part.explained for part in parts) else ():
            converts = part.converted and part.label != success(view)
            yield f"{part.size} {success(view)}: {part.label}" if converts else f"{part.size} {part.label}"
        return
    names = {part.id: part.name for part in walk.parts(stage)}
    exits = [(key, way) for key, way in stage_exits(stage) if way.kind != "convert"]
    for key, way in sorted(exits, key=lambda one: -(one[1].share or 0)):
        reason, share = way.reason or view.words(f"exit-{way.kind}"), view.analysis.funnel.exits.get(key)
        if share is not None:
            yield f"{view.words.percent(share)} {reason}"
        elif way.share is not None:
            stated = view.words("of-those-at", share=view.words.percent(way.share), name=names[key[0]])
            yield f"{reason} ({stated})"
        else:
            yield reason


TABLE = TableKind(
    title="funnel",
    rank=35,
    columns=("stage", "customers", "of-first", "conversion", "drop-off", "lost", "reason"),
    rows=rows,
)
