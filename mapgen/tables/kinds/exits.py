"""Where and why customers leave."""

from collections.abc import Iterator

from mapgen.lanes.evidence_text import sources
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import Exit
from mapgen.tables.cells import cell, place, share, word
from mapgen.tables.table import TableCell, TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each exit in order of its place."""
    for leaving, where in walk.exits(view.journey):
        yield row(view, leaving, place(view, where.stage, where.touchpoint))


def row(view: LaneContext, way: Exit, where: TableCell) -> TableRow:
    """Report one exit."""
    evidence = cell(sources(view.words, way.evidence))
    return where, word(view, "exit", way.kind), share(view, way.share), cell(way.reason), evidence


TABLE = TableKind(title="exits", rank=65, columns=("place", "kind", "share", "reason", "evidence"), rows=rows)
