"""Where and why customers leave."""

from collections.abc import Iterator

from mapgen.lanes.claims import sources
from mapgen.lanes.lane import View
from mapgen.model.journey import Exit
from mapgen.tables.cells import cell, place, share, word
from mapgen.tables.table import TableCell, TableKind, TableRow, never


def rows(view: View) -> Iterator[TableRow]:
    """Tell each exit in order of its place."""
    for stage in view.journey.stages:
        for way in stage.exits:
            yield row(view, way, place(view, stage, None))
        for touchpoint in stage.touchpoints:
            for way in touchpoint.exits:
                yield row(view, way, place(view, stage, touchpoint))


def row(view: View, way: Exit, where: TableCell) -> TableRow:
    """Tell one exit."""
    evidence = cell(sources(view.words, way.evidence))
    return where, word(view, "exit", way.kind), share(view, way.share), cell(way.reason), evidence


TABLE = TableKind(
    title="exits", rank=65, columns=("place", "kind", "share", "reason", "evidence"), rows=rows, drawn=never
)
