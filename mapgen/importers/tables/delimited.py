"""Text with delimiters between values -> CellGrid: the delimiter, the quotes and the encoding are found out."""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import counted
from mapgen.diagnostics.span import Span
from mapgen.importers.decoding import decode
from mapgen.importers.importer import Confidence, Imported, ImportFile, ImportOptions, failed
from mapgen.importers.remarks import Remarks
from mapgen.importers.tables.grid import MAX_COLUMNS, MAX_ROWS, CellGrid, cell_text
from mapgen.importers.tables.headers import meaning
from mapgen.importers.tables.journey import journey_of
from mapgen.record import replace

TABLE_OPTIONS = frozenset({"columns"})
"""The options that importers of tables take."""

MAX_CELL = 100_000
"""The most characters of a cell."""

_DELIMITERS = ",;\t|"
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_SAMPLE = 30  # records that are looked at to find the delimiter
_LOOKED_AT = 20_000  # characters of them
_MAX_DELIMITERS = 2_000_000
_SEP = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def recognize(document: ImportFile) -> Confidence:
    """Return how much a file looks like a table: its first rows have as many values, under headers that are known."""
    text = decode(document.data[:_LOOKED_AT], Remarks())
    if isinstance(text, Diagnostic):
        return Confidence.NO
    if _SEP.match(text):
        return Confidence.SURE
    known, even, width = _rating(text, _delimiter(text))
    if width > 1 and known >= 2:  # noqa: PLR2004 - two columns make a table
        return Confidence.LIKELY
    return Confidence.MAYBE if width > 1 and even == 1 else Confidence.NO


def recognize_tabs(document: ImportFile) -> Confidence:
    """Return how much a file looks like a table with tabs."""
    text = decode(document.data[:_LOOKED_AT], Remarks())
    is_table = isinstance(text, str) and "\t" in text and _delimiter(text) == "\t"
    return Confidence.LIKELY if is_table and recognize(document) >= Confidence.LIKELY else Confidence.NO


def read_with_tabs(document: ImportFile, options: ImportOptions) -> Imported:
    """Return the journey in a table with tabs."""
    return _read(document, options, "\t")


def read(document: ImportFile, options: ImportOptions) -> Imported:
    """Return the journey in a table."""
    return _read(document, options, None)


def _read(document: ImportFile, options: ImportOptions, delimiter: str | None) -> Imported:
    remarks = Remarks()
    text = decode(document.data, remarks)
    if isinstance(text, Diagnostic):
        return Imported(None, (text,))
    said = _SEP.match(text)
    body = text[said.end() :] if said else text
    delimiter = said[1] if said else delimiter or _delimiter(body)
    grid = _grid(body, delimiter, 1 if said else 0)
    if isinstance(grid, str):
        return failed(grid, "import only the table of the journey")
    _report_open_quote(grid, text, remarks)
    imported = journey_of(grid, options.columns, remarks, text)
    finder = _CellFinder(text, delimiter)
    return replace(
        imported, remarks=tuple(replace(one, span=one.span and finder.find(one.span)) for one in imported.remarks)
    )


def _report_open_quote(grid: CellGrid, text: str, remarks: Remarks) -> None:
    """Report a quote that is never closed, and has made all behind it one cell."""
    if not grid.rows:
        return
    row = len(grid.rows) - 1
    column = next((at for at, cell in enumerate(grid.rows[row]) if "\n" in cell or "\r" in cell), None)
    if column is None:
        return
    place = grid.place(row, column)
    rest = list(_lines(text))[place.line - 1 :]
    if len(rest) > 1 and "".join(rest).count('"') % 2:
        message = "a quote in this row is never closed, so everything after it is in one cell"
        remarks.doubted(message, place, "close the quote, or write two quotes for one within a cell")


class _CellFinder:
    """Finds where a cell stands that is known by the line of its row, and by its number in it."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._starts = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]

    def find(self, cell: Span) -> Span:
        """Return the place of a cell: from its first character to the last on that line."""
        start = self._starts[cell.line - 1]
        quoted, number = False, 1
        for at in range(start, len(self._text)):
            sign = self._text[at]
            if number == cell.column:
                return self._place(at)
            if sign == '"':
                quoted = not quoted
            elif sign == self._delimiter and not quoted:
                number += 1
        return self._place(start)

    def _place(self, at: int) -> Span:
        line = bisect_right(self._starts, at)
        column = at - self._starts[line - 1] + 1
        found = re.compile(rf'"[^"\r\n]*"?|[^\r\n{re.escape(self._delimiter)}]*').match(self._text, at)
        return Span(line, column, line, column + max(1, len(found[0]) if found else 1))


def _grid(text: str, delimiter: str, skipped: int) -> CellGrid | str:
    """Return the cells, or why they are not read."""
    if text.count(delimiter) > _MAX_DELIMITERS:
        return f"the table has more than {_MAX_DELIMITERS:,} {_NAMES.get(delimiter, 'delimiters')}"
    rows: list[list[str]] = []
    starts: list[int] = []
    start = skipped + 1
    try:
        for row in _records(text, delimiter):
            cells = [cell_text(cell) for cell, _ in zip(row[0], range(MAX_COLUMNS + 1), strict=False)]
            while cells and not cells[-1]:
                cells.pop()
            if len(cells) > MAX_COLUMNS:
                return f"row {len(rows) + 1} has more than {counted(MAX_COLUMNS, 'column')}"
            rows.append(cells)
            starts.append(start)
            start = skipped + row[1] + 1
            if len(rows) > MAX_ROWS:
                return f"the table has more than {counted(MAX_ROWS, 'row')}"
    except csv.Error:
        return f"a cell in line {start} has more than {MAX_CELL:,} characters"
    return CellGrid(rows, lambda row, column: Span(starts[row], column + 1, starts[row], column + 2))


def _records(text: str, delimiter: str) -> Iterator[tuple[list[str], int]]:
    """Yield each record with the number of its last line; csv.Error where a cell is too long."""
    before = csv.field_size_limit(MAX_CELL)
    try:
        reader = csv.reader(_lines(text), delimiter=delimiter, skipinitialspace=True)
        for record in reader:
            yield record, reader.line_num
    finally:
        csv.field_size_limit(before)


def _lines(text: str) -> Iterator[str]:
    """Yield lines with their ends, which are those of a text editor and no others."""
    return (found[0] for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text))


def _delimiter(text: str) -> str:
    """Return the delimiter under which the beginning of a text looks most like a table."""
    return max(_DELIMITERS, key=lambda delimiter: _rating(text[:_LOOKED_AT], delimiter))


def _rating(text: str, delimiter: str) -> tuple[int, float, int]:
    """Return how many headers are known, which part of the rows is as wide as the widest, and how wide that is."""
    rows: list[Sequence[str]] = []
    try:
        for record, _ in _records(text[:_LOOKED_AT], delimiter):
            if any(cell.strip() for cell in record):
                rows.append(record)
            if len(rows) == _SAMPLE:
                break
    except csv.Error:
        return 0, 0.0, 0
    width = max(map(len, rows), default=0)
    if width < 2 or not rows:  # noqa: PLR2004 - one column has no delimiters
        return 0, 0.0, width
    known = max(sum(1 for cell in row[:100] if cell and meaning(cell.strip())) for row in rows)
    known = max(known, sum(1 for row in rows if row and row[0] and meaning(row[0].strip())))
    return known, sum(len(row) == width for row in rows) / len(rows), width
