"""Where and why customers leave."""

from collections.abc import Iterator

from mapgen.analysis.departures import ExitKey, stage_exits
from mapgen.lanes.evidence_text import sources
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Exit
from mapgen.tables.cells import cell, place, share, word
from mapgen.tables.table import TableCell, TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each exit in order of its place."""
    for stage in view.journey.stages:
        touchpoints = {touchpoint.id: touchpoint for touchpoint in stage.touchpoints}
        for key, leaving in stage_exits(stage):
            yield row(view, leaving, place(view, stage, touchpoints.get(key[0])), key)


def row(view: LaneContext, way: Exit, where: TableCell, key: ExitKey) -> TableRow:
    """Report one exit: its share of those who are there, as the author stated it, and of all who begin."""
    evidence = cell(sources(view.words, way.evidence))
    part = view.analysis.funnel.exits.get(key)
    return (
        where,
        word(view, "exit", way.kind),
        share(view, way.share),
        share(view, part),
        cell(way.reason),
        evidence,
    )


TABLE = TableKind(
    title="exits", rank=65, columns=("place", "kind", "of-here", "of-all", "reason", "evidence"), rows=rows
)
