"""Drawing -> a workbook, by XlsxWriter: the touchpoints as in CSV, then a sheet for each table of the map.

Texts are texts: no cell is a formula or a link. A text that would be a formula once somebody edits its cell begins with
a `'`, as in CSV.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from math import ceil, fsum
from typing import Any

from mapgen.blocks import Text
from mapgen.lazy import regex
from mapgen.record import record
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.office import KEYWORD, repacked
from mapgen.render.optional_engine import Engine
from mapgen.render.touchpoint_rows import CellValue, touchpoint_table
from mapgen.shortening import shortened
from mapgen.spreadsheet import guarded
from mapgen.tables.table import Table, TableCell

_ENGINE = Engine("xlsx", "xlsxwriter")
_LONGEST = 32_767  # characters of a cell
_WIDTHS = (9, 46)  # the least and the largest width of a column, in digits
_NAME = 31  # characters of the name of a sheet
_NOT_IN_NAME = regex(r"[\[\]:*?/\\]|^'|'$")
_NUMBER = regex(r"[-+\N{MINUS SIGN}]?[\d.,\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+(%?)")
_LINE, _HIGHEST = 15.0, 405.0  # points of a line, and of the highest row
_WIDER = 1.05  # words do not fill their lines
_EAST_ASIAN = 0x1100
_A4 = 9
_READABLE, _SMALLEST = 190, 60  # digits on one page in width, and how small they are then, in percent
_SHARE = "0.##%"
_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_BASE = {"valign": "top", "text_wrap": True}


@record
class SheetCell:
    """What stands in a cell; `is_share` is a number that is shown as a percentage."""

    value: CellValue
    is_share: bool = False


@record
class WorkSheet:
    """A table of the workbook; its first columns stay in sight."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    frozen: int


def render(drawing: Drawing) -> bytes:
    """Return a workbook; EngineError where XlsxWriter is missing or fails."""
    xlsxwriter = _ENGINE.load()

    def draw() -> bytes:
        content = io.BytesIO()
        book = xlsxwriter.Workbook(content, {"in_memory": True})
        book.set_properties({"title": drawing.journey.title, "keywords": KEYWORD, "created": _DAY})
        writer = _WorkbookWriter(book, is_from_right=drawing.map.direction == "rtl")
        for sheet in _named_apart(_sheets(drawing)):
            writer.add(sheet)
        book.close()
        return repacked(content.getvalue())

    return _ENGINE.answer(draw)


def _sheets(drawing: Drawing) -> Iterator[WorkSheet]:
    table = touchpoint_table(drawing.journey)
    rows = (tuple(map(SheetCell, row)) for row in table.rows)
    yield WorkSheet("Touchpoints", table.headers, tuple(rows), frozen=2)
    for listed in drawing.map.tables:
        yield WorkSheet(listed.title, listed.columns, tuple(_rows(listed)), frozen=1)


def _rows(table: Table) -> Iterator[tuple[SheetCell, ...]]:
    for row in table.rows:
        yield tuple(map(_cell, row))


def _cell(cell: TableCell) -> SheetCell:
    """Return a number where a cell shows one, else its texts, one under the other."""
    if len(cell) == 1 and cell[0].order is not None and not cell[0].label:
        (only,) = cell
        found = _NUMBER.fullmatch(only.text)
        if found:
            return SheetCell(only.order, is_share=bool(found[1]))
    return SheetCell("\n".join(map(_told, cell)) or None)


def _told(text: Text) -> str:
    return f"{text.label}: {text.text}" if text.label else text.text


def _named_apart(sheets: Iterator[WorkSheet]) -> Iterator[WorkSheet]:
    """Give each sheet a name that a workbook accepts, and that no other one has."""
    used: set[str] = set()
    for number, sheet in enumerate(sheets, start=1):
        name = _NOT_IN_NAME.sub(" ", sheet.name)[:_NAME].strip() or str(number)
        if name.casefold() in used | {"history"}:
            name = f"{name[: _NAME - 5]} {number}"
        used.add(name.casefold())
        yield WorkSheet(name, sheet.headers, sheet.rows, sheet.frozen)


class _WorkbookWriter:
    """Writes sheets into a workbook."""

    def __init__(self, book: Any, *, is_from_right: bool) -> None:  # noqa: ANN401 - a workbook of XlsxWriter
        self._book = book
        self._is_from_right = is_from_right
        self._head = book.add_format({**_BASE, "bold": True, "bg_color": "#E8ECF1", "bottom": 1})
        self._text = book.add_format(_BASE)
        apart = {"align": "right", "indent": 1}  # a text may follow in the next column
        self._number = book.add_format({**_BASE, **apart})
        self._share = book.add_format({**_BASE, **apart, "num_format": _SHARE})

    def add(self, sheet: WorkSheet) -> None:
        """Add a sheet with its headers in sight, and a filter for each column."""
        page = self._book.add_worksheet(sheet.name)
        if self._is_from_right:
            page.right_to_left()
        page.freeze_panes(1, min(sheet.frozen, len(sheet.headers)))
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
        widths = [_width(header, [row[at].value for row in sheet.rows]) for at, header in enumerate(sheet.headers)]
        self._set_paper(page, sheet, widths)
        for column, (header, width) in enumerate(zip(sheet.headers, widths, strict=True)):
            page.write_string(0, column, _safe(header), self._head)
            page.set_column(column, column, width)
        for number, row in enumerate(sheet.rows, start=1):
            page.set_row(number, _height(row, widths))
            for column, cell in enumerate(row):
                self._write(page, number, column, cell)

    def _set_paper(self, page: Any, sheet: WorkSheet, widths: Sequence[int]) -> None:  # noqa: ANN401 - a sheet
        """Print on A4, on one page in width where that is readable, else as small, the first columns on each."""
        page.set_paper(_A4)
        page.set_landscape()
        page.repeat_rows(0)
        if fsum(widths) <= _READABLE:
            page.fit_to_pages(1, 0)
        else:
            page.set_print_scale(_SMALLEST)
            page.repeat_columns(0, min(sheet.frozen, len(widths)) - 1)

    def _write(self, page: Any, row: int, column: int, cell: SheetCell) -> None:  # noqa: ANN401 - a sheet of XlsxWriter
        if isinstance(cell.value, str):
            page.write_string(row, column, _safe(cell.value), self._text)
        elif cell.value is not None:
            page.write_number(row, column, cell.value, self._share if cell.is_share else self._number)


def _safe(text: str) -> str:
    return shortened(guarded(text), _LONGEST)


def _height(row: Sequence[SheetCell], widths: Sequence[int]) -> float:
    """Return the height of a row in points, so that programs that do not measure wrapped texts show them whole."""
    lines = (
        sum(max(1, ceil(_columns(line) * _WIDER / width)) for line in str(cell.value).splitlines() or [""])
        for cell, width in zip(row, widths, strict=True)
    )
    return min(_HIGHEST, _LINE * max(lines, default=1))


def _columns(line: str) -> int:
    """Return how many digits take as much room as a line; signs of East Asian scripts are twice as wide."""
    return sum(1 if ord(sign) < _EAST_ASIAN else 2 for sign in line)


def _width(header: str, values: Sequence[CellValue]) -> int:
    """Return the width of a column: that of the longest line of its cells, within limits."""
    lines = [line for value in (header, *values) if value is not None for line in str(value).splitlines()]
    longest = max((_columns(line[: _WIDTHS[1]]) for line in lines), default=0)
    return min(_WIDTHS[1], max(_WIDTHS[0], longest + 2))


FORMAT = Format(".xlsx", render, _ENGINE)
