"""How many customers enter each stage, how many go on, and why the others do not."""

from collections.abc import Iterator

from mapgen.analysis.funnel import FunnelStage
from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Exit, Stage
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
            cell(*(why(view, way) for way in leaving(stage))),
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


def leaving(stage: Stage) -> list[Exit]:
    """Return all exits of a stage that lose a customer, those with the largest share first."""
    exits = [*stage.exits, *(way for touchpoint in stage.touchpoints for way in touchpoint.exits)]
    return sorted((way for way in exits if way.kind != "convert"), key=lambda way: -(way.share or 0))


def why(view: LaneContext, way: Exit) -> str:
    """Report an exit: its share of those who are there, and its reason."""
    reason = way.reason or view.words(f"exit-{way.kind}")
    return reason if way.share is None else f"{view.words.percent(way.share)} {reason}"


TABLE = TableKind(
    title="funnel",
    rank=35,
    columns=("stage", "customers", "of-first", "conversion", "drop-off", "lost", "reason"),
    rows=rows,
)
