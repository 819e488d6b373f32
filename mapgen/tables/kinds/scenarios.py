"""Named ways through the touchpoints."""

from collections.abc import Iterator

from mapgen.analysis.path_summary import PathSummary, summarize_path
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.tables.cells import cell, share
from mapgen.tables.table import TableCell, TableKind, TableRow
from mapgen.words import NO_BREAK


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each scenario; its path is told by the numbers of the touchpoints, and their names below."""
    touchpoints = {touchpoint.id: touchpoint for touchpoint in view.journey.touchpoints()}
    for scenario in view.journey.scenarios:
        way = summarize_path(scenario.path, touchpoints)
        steps = f" {view.words.arrow} ".join(
            f"{view.numbers[step.id]}{NO_BREAK}{step.name}" for step in way.touchpoints
        )
        yield (
            cell(scenario.name),
            cell(steps),
            share(view, scenario.share),
            lowest(view, way),
            cell(scenario.description),
            cell(scenario.playbook),
        )


def lowest(view: LaneContext, way: PathSummary) -> TableCell:
    """Report the lowest point of a way, and the number of its touchpoint."""
    if way.trough is None:
        return ()
    place, score = way.trough
    return cell(f"{written(view.words, view.journey.scale, score)} ({view.numbers[place]})")


TABLE = TableKind(
    title="scenarios",
    rank=30,
    columns=("scenario", "path", "share", "lowest-moment", "description", "playbook"),
    rows=rows,
)
