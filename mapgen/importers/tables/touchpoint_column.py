"""The columns of a table -> the same with one for the touchpoints, where none says so but one can only be that.

Where stages have several rows each, something else tells the rows apart: the first column that nearly every row fills.
"""

from collections.abc import Sequence

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.columns import TableColumn
from mapgen.importers.tables.grid import CellGrid

_NAMING = frozenset({"touchpoint", "action"})
_NEARLY_ALL = 0.9
_ROWS_OF_A_STAGE = 1.5  # on average, from which on rows are touchpoints


def with_touchpoints(
    grid: CellGrid, headers: int, columns: Sequence[TableColumn], remarks: Remarks
) -> list[TableColumn]:
    """Return the columns below a row of headers; what was guessed is reported."""
    fields = {column.field for column in columns}
    if "stage" not in fields or fields & _NAMING:
        return list(columns)
    rows = [row for row in range(headers + 1, len(grid.rows)) if any(grid.rows[row])]
    stage = next(column.at for column in columns if column.field == "stage")
    stages = {grid.at(row, stage).casefold() for row in rows} - {""}
    named = next((column for column in columns if _names_rows(grid, rows, column)), None)
    if named is None or len(rows) < _ROWS_OF_A_STAGE * len(stages):
        return list(columns)
    message = f"no column is called touchpoint, so {quoted(named.header)} was taken for one"
    hint = "choose another one with `--map COLUMN=touchpoint`"
    remarks.guessed(message, grid.place(headers, named.at), hint)
    return [column._replace(field="touchpoint", key="") if column is named else column for column in columns]


def _names_rows(grid: CellGrid, rows: Sequence[int], column: TableColumn) -> bool:
    """Return whether a column that means nothing else has another text in each row, or nearly."""
    texts = [text for row in rows if (text := grid.at(row, column.at))]
    most = _NEARLY_ALL * len(rows)
    return column.field is None and len(texts) >= most and len(set(texts)) >= most
