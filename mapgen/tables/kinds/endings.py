"""What becomes of those who begin: each end, with the part of them that comes to it."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, share, there, word
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each end, the largest part first; then of how many nobody knows, and why."""
    chances = view.analysis.chances
    if chances is None:
        return
    names = {touchpoint.id: there(view, touchpoint)[0] for touchpoint in view.journey.touchpoints()}
    for ending in chances.endings:
        kind = word(view, "exit", ending.outcome)
        yield share(view, ending.share), kind, (names[ending.touchpoint],), cell(ending.reason)
    if chances.trapped:
        yield share(view, chances.trapped), cell(view.words("trapped")), (), ()
    if chances.unknown:
        places = tuple(names[place] for place in chances.open)
        yield share(view, chances.unknown), cell(view.words("not-known")), places, cell(view.words("shares-missing"))


TABLE = TableKind(title="endings", rank=36, columns=("of-all", "kind", "place", "reason"), rows=rows)
