"""How many customers enter each stage, and how many go on."""

from collections.abc import Iterator

from mapgen.lanes.lane import View
from mapgen.tables.cells import cell, number, share
from mapgen.tables.table import TableKind, TableRow, never


def rows(view: View) -> Iterator[TableRow]:
    """Tell each stage, where there is a figure at all."""
    stages = view.analysis.funnel.stages.values()
    if all(stage.volume is None and stage.conversion is None for stage in stages):
        return
    names = {stage.id: stage.name for stage in view.journey.stages}
    for stage in stages:
        figures = number(view, stage.volume), share(view, stage.conversion), share(view, stage.drop_off)
        yield cell(names[stage.stage]), *figures


TABLE = TableKind(
    title="funnel", rank=35, columns=("stage", "volume", "conversion", "drop-off"), rows=rows, drawn=never
)
