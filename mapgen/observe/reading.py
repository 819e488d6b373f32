"""What an engine gave, or a file with it -> rows that are known to be those of a statement for a plan."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import pairwise

from mapgen.observe.counts_sql import COLUMNS
from mapgen.observe.paths import Packing
from mapgen.observe.plan import ObservablePlan
from mapgen.observe.rows import FIRST_SEGMENT, DataFigure, Row, RowKind

_MOST = 2**63 - 1
_INTEGER = re.compile(r"(-?[0-9]{1,19})(?:\.0+)?")
_PLACES = {
    RowKind.VISITS: (1,),
    RowKind.EXITS: (1,),
    RowKind.ENTRIES: (1,),
    RowKind.OPEN: (1,),
    RowKind.TRANSITIONS: (1, 2),
    RowKind.WAITS: (1, 2),
}
"""Which keys of a kind are touchpoints."""


class CountsError(Exception):
    """The rows are not those of a statement for this plan; the message says what is wrong, without a value."""


def read_csv(text: str) -> list[tuple[str, ...]]:
    """Return the rows of a CSV with the eight columns of the statement, in any case and order; CountsError else."""
    lines = csv.reader(StringIO(text.removeprefix("\ufeff")))
    header = [name.strip().lower() for name in next(lines, [])]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        message = f"the counts have no column {', '.join(missing)}; the statement gives {', '.join(COLUMNS)}"
        raise CountsError(message)
    places = [header.index(name) for name in COLUMNS]
    found = []
    for cells in lines:
        if cells:
            if len(cells) < len(header):
                message = f"line {lines.line_num} of the counts has {len(cells)} of {len(header)} columns"
                raise CountsError(message)
            found.append(tuple(cells[place] for place in places))
    return found


def read_rows(rows: Iterable[Sequence[object]], plan: ObservablePlan, periods: int) -> tuple[Row, ...]:
    """Return rows, sorted, each of eight integers that fit the plan and the number of periods; CountsError else."""
    checked = sorted(_row(number, row) for number, row in enumerate(rows, 1))
    figures = {row[1] for row in checked if row[0] == RowKind.DATA}
    if not figures >= set(DataFigure):
        message = "the counts are not complete: rows of kind 1 are missing"
        raise CountsError(message)
    for earlier, later in pairwise(checked):
        if earlier[:5] == later[:5]:
            message = f"the counts have two rows with the keys {', '.join(map(str, later[:5]))}"
            raise CountsError(message)
    for row in checked:
        _check(row, plan, periods)
    return tuple(checked)


def _row(number: int, row: Sequence[object]) -> Row:
    if len(row) != len(COLUMNS):
        message = f"row {number} of the counts has {len(row)} columns, not {len(COLUMNS)}"
        raise CountsError(message)
    kind, k1, k2, k3, k4, n1, n2, n3 = (_integer(number, value) for value in row)
    return kind, k1, k2, k3, k4, n1, n2, n3


def _integer(number: int, value: object) -> int:
    """Return an integer, which drivers give as decimals too, and files as texts."""
    match = _INTEGER.fullmatch(str(value).strip())
    found = int(match[1]) if match else _MOST + 1
    if not -1 <= found <= _MOST:
        message = f"row {number} of the counts holds what is no integer, or none that a count or a key can be"
        raise CountsError(message)
    return found


def _check(row: Row, plan: ObservablePlan, periods: int) -> None:
    kind, keys, counts = row[0], row[1:5], row[5:]
    if kind not in set(RowKind):
        message = f"the counts have a row of kind {kind}, which is not known"
        raise CountsError(message)
    if min(counts) < 0:
        message = f"the counts have a negative number in a row of kind {kind}"
        raise CountsError(message)
    places = [keys[place] for place in _PLACES.get(RowKind(kind), ())]
    if any(not 0 <= place < len(plan.touchpoints) for place in places):
        message = f"the counts have a touchpoint that the spec does not have: row {', '.join(map(str, row[:5]))}"
        raise CountsError(message)
    if kind in {RowKind.FUNNEL, RowKind.REACHED} and not 0 <= keys[1] < len(plan.stages):
        message = f"the counts have a stage that the spec does not have: row {', '.join(map(str, row[:5]))}"
        raise CountsError(message)
    if kind == RowKind.PATHS:
        _check_path(keys, plan)
    elif kind != RowKind.DATA:
        _check_cut(keys[0], plan, periods)


def _check_cut(cut: int, plan: ObservablePlan, periods: int) -> None:
    if not (0 <= cut <= periods or FIRST_SEGMENT <= cut <= FIRST_SEGMENT + len(plan.segments)):
        message = "the counts have other periods or segments than this command asks for"
        raise CountsError(message)


def _check_path(keys: Sequence[int], plan: ObservablePlan) -> None:
    try:
        Packing.of(len(plan.touchpoints)).unpack(keys)
    except ValueError:
        message = "the counts have a path that cannot be one of this spec"
        raise CountsError(message) from None
