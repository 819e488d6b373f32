"""Rows of the statement, which are known to be such -> what was counted, by cut."""

from collections import Counter
from collections.abc import Iterable, Mapping

from mapgen.observe.rows import DataFigure, Row, RowKind
from mapgen.record import record

Cell = tuple[int, int]
"""How often, and how many customers."""


@record
class CutTally:
    """What was counted in one cut, by the numbers of touchpoints, stages, masks and buckets."""

    visits: dict[int, Cell]
    exits: dict[int, Cell]
    entries: dict[int, Cell]
    open: dict[int, Cell]
    transitions: dict[tuple[int, int], Cell]
    waits: dict[tuple[int, int], Counter[int]]
    journeys: dict[int, Cell]
    funnel: dict[int, Cell]
    reached: dict[int, Cell]


@record
class RowTally:
    """Everything that was counted: figures of the data, the cuts by their number, and paths as the rows hold them."""

    data: Mapping[DataFigure, int]
    cuts: Mapping[int, CutTally]
    paths: Mapping[tuple[int, int, int, int], Cell]

    def cut(self, number: int) -> CutTally:
        """Return a cut; one without rows has no counts."""
        return self.cuts.get(number) or _empty()


def tally(rows: Iterable[Row]) -> RowTally:
    """Return what rows say."""
    data: dict[DataFigure, int] = {}
    cuts: dict[int, CutTally] = {}
    paths: dict[tuple[int, int, int, int], Cell] = {}
    for row in rows:
        kind, k1, k2, k3, k4, n1, n2, _ = row
        if kind == RowKind.DATA:
            data[DataFigure(k1)] = n1
        elif kind == RowKind.PATHS:
            paths[k1, k2, k3, k4] = (n1, n2)
        else:
            _add(cuts.setdefault(k1, _empty()), row)
    return RowTally(data, cuts, paths)


def _add(cut: CutTally, row: Row) -> None:
    kind, _, k2, k3, k4, n1, n2, _ = row
    single = {
        RowKind.VISITS: cut.visits,
        RowKind.EXITS: cut.exits,
        RowKind.ENTRIES: cut.entries,
        RowKind.OPEN: cut.open,
        RowKind.JOURNEYS: cut.journeys,
        RowKind.FUNNEL: cut.funnel,
        RowKind.REACHED: cut.reached,
    }
    if kind == RowKind.TRANSITIONS:
        cut.transitions[k2, k3] = (n1, n2)
    elif kind == RowKind.WAITS:
        cut.waits.setdefault((k2, k3), Counter())[k4] += n1
    else:
        single[RowKind(kind)][k2] = (n1, n2)


def _empty() -> CutTally:
    return CutTally({}, {}, {}, {}, {}, {}, {}, {}, {})
