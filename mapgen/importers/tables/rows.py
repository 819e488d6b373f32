"""A table with one row for each touchpoint -> stages and touchpoints."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.importers.tables.columns import IGNORE, TableColumn
from mapgen.importers.tables.facts import OF_STAGES_ONLY
from mapgen.importers.tables.items import Item, add_custom
from mapgen.importers.tables.maker import Maker
from mapgen.importers.tables.problems import OF_PROBLEMS
from mapgen.model.references import folded

ONE_STAGE = "Journey"
"""The name of the stage of a table that names none."""

_NAMES = frozenset({"stage", "touchpoint", IGNORE})


class _TableRow(NamedTuple):
    """What a row says: by field, and in custom columns; `headings` where only its first cell is filled."""

    number: int
    cells: dict[str, tuple[str, Span]]
    custom: list[tuple[TableColumn, str]]

    def text(self, field: str | None) -> str:
        """Return what the row says of a field, on one line."""
        return " ".join(self.cells[field][0].split()) if field in self.cells else ""


def read_rows(maker: Maker, first: int, columns: Sequence[TableColumn]) -> None:
    """Put the rows from `first` on into the draft."""
    reader = _RowReader(maker, columns)
    for row in _rows(maker, first, columns):
        reader.take(row)
    reader.end()


def _rows(maker: Maker, first: int, columns: Sequence[TableColumn]) -> Iterator[_TableRow]:
    grid = maker.grid
    headers = [column.header for column in columns]
    for number in range(first, len(grid.rows)):
        is_repeated = grid.at(number, columns[0].at) == headers[0] if columns else False
        if is_repeated and [grid.at(number, column.at) for column in columns] == headers:  # printed again on each page
            continue
        row = _TableRow(number, {}, [])
        for column in columns:
            text = grid.at(number, column.at)
            if not text or column.field == IGNORE:
                continue
            if column.field is None:
                row.custom.append((column, text))
            elif column.field in row.cells:
                before, span = row.cells[column.field]
                row.cells[column.field] = (f"{before}\n{text}", span)
            else:
                row.cells[column.field] = (text, grid.place(number, column.at))
        if row.cells or row.custom:
            yield row


class _RowReader:
    """Takes one row after the other; an empty cell of a stage or touchpoint goes on with the one above."""

    def __init__(self, maker: Maker, columns: Sequence[TableColumn]) -> None:
        self._maker = maker
        fields = {column.field for column in columns}
        self._named_by = next((one for one in ("touchpoint", "action") if one in fields), None)
        self._has_stages = "stage" in fields
        self._stage: Item | None = None
        self._touchpoint: Item | None = None
        self._pending: _TableRow | None = None

    def take(self, row: _TableRow) -> None:
        """Put a row into the draft; one with a name alone names a stage, where no column does."""
        pending, self._pending = self._pending, None
        if not self._has_stages and self._is_heading(row):
            if pending:
                self._put(pending)
            self._pending = row
            return
        if pending:
            self._stage, self._touchpoint = self._maker.draft.stage(pending.text(self._named_by)), None
        self._put(row)

    def _is_heading(self, row: _TableRow) -> bool:
        return set(row.cells) == {self._named_by} and not row.custom

    def _put(self, row: _TableRow) -> None:
        is_new = self._enter_stage(row)
        if self._stage is None:
            self._stage = self._maker.draft.stage(ONE_STAGE)
            if self._has_stages:
                message = f"no stage is named above this row, so it is in one called {quoted(ONE_STAGE)}"
                self._maker.remarks.guessed(message, self._maker.grid.place(row.number, 0))
        name = row.text(self._named_by)
        if name:
            self._touchpoint = self._maker.add_touchpoint(self._stage, name)
        elif is_new:
            self._touchpoint = None
        self._facts_of(row, self._stage)

    def _enter_stage(self, row: _TableRow) -> bool:
        """Go to the stage that a row names, and return whether that is another one than before."""
        name = row.text("stage")
        if not name:
            return False
        draft, before = self._maker.draft, self._stage
        if self._maker.facts.reading.exact:  # each stage that has something to say, or a namesake, has a row of its own
            if "touchpoint" not in row.cells or before is None or folded(str(before["name"])) != folded(name):
                self._stage = draft.new_stage(name)
            return self._stage is not before
        known = draft.has_stage(name)
        self._stage = draft.stage(name)
        if known and self._stage is not before:
            message = f"the stage {quoted(name)} comes up again; its touchpoints were put together"
            hint = "give the second one another name if it is another stage"
            self._maker.remarks.guessed(message, row.cells["stage"][1], hint, group="stage again")
        return self._stage is not before

    def _facts_of(self, row: _TableRow, stage: Item) -> None:
        item = stage if self._touchpoint is None else self._touchpoint
        for field, cell in row.cells.items():
            if field in _NAMES or field == self._named_by or field in OF_PROBLEMS:
                continue
            target = stage if field in OF_STAGES_ONLY else item
            self._maker.facts.set(target, field, cell, stage=target is stage)
        for column, text in row.custom:
            add_custom(item, column.key, self._maker.facts.reading.texts(text))
        self._maker.problems.set(item, {field: cell for field, cell in row.cells.items() if field in OF_PROBLEMS})

    def end(self) -> None:
        """Take what is left, and report what is true of the whole table."""
        if self._pending:
            self._put(self._pending)
        if not self._has_stages and self._maker.draft.has_stage(ONE_STAGE):
            self._maker.remarks.guessed(
                f"no column names stages, so touchpoints are in one called {quoted(ONE_STAGE)}",
                hint="say which column does: `--map COLUMN=stage`",
            )
