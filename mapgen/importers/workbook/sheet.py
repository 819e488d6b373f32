"""A sheet -> its filled cells as texts, by row and column."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from mapgen.importers.tables.grid import MAX_COLUMNS, MAX_ROWS, cell_text
from mapgen.importers.workbook.package import EnoughReadError, Handlers, Package, WorkbookError
from mapgen.importers.workbook.parts import CellText, NumberKind

_LETTERS = re.compile(r"[A-Z]{1,3}")
_ERRORS = re.compile(r"#(?:REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC|GETTING_DATA|FIELD)[!?]?")
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of a spreadsheet has no zone
_LAST_DAY = 2_958_465
_PRECISE = 12  # digits of a number that a spreadsheet shows at most, or nearly


class Cells(NamedTuple):
    """The filled cells of a sheet, by row and column from 0, and what could not be taken, each with a place."""

    rows: dict[int, dict[int, str]]
    formulas: list[tuple[int, int]]
    """Cells with a formula of which the file holds no value."""

    errors: list[tuple[int, int]]
    """Cells with an error for a value."""

    beyond: bool
    """Whether there are columns beyond those that are read."""


class Styles(NamedTuple):
    """The shared texts of a workbook, and what its numbers are by style."""

    strings: Sequence[str]
    formats: Sequence[NumberKind]


def read_cells(package: Package, path: str, styles: Styles) -> Cells:
    """Return the cells; WorkbookError where the sheet is damaged or has too many rows."""
    reader = _SheetReader(styles)
    package.read(path, Handlers(reader.start, reader.end, reader.characters))
    return reader.cells


class _SheetReader:
    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.cells = Cells({}, [], [], beyond=False)
        self._row = -1
        self._column = -1
        self._columns: dict[str, int] = {}
        self._kind = "n"
        self._style = 0
        self._text = CellText()
        self._open = ""
        self._has_formula = False
        self._phonetic = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "c":
            self._begin_cell(attributes)
        elif element in {"v", "t"}:
            self._open = "" if self._phonetic else element
        elif element == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdigit() and len(number) < 8 else self._row + 1  # noqa: PLR2004 - digits of a row
            self._column = -1
        elif element == "f":
            self._has_formula = True
        elif element == "rPh":
            self._phonetic = True

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        letters = attributes.get("r", "").rstrip("0123456789")
        if letters:
            number = self._columns.get(letters)
            self._column = self._learn(letters) if number is None else number
        self._kind = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self._style = int(style) if style.isdigit() and len(style) < 7 else 0  # noqa: PLR2004 - digits of a style
        self._has_formula = False

    def _learn(self, letters: str) -> int:
        """Return the number of a column, the next one where the letters are none; a sheet repeats the same few."""
        if not _LETTERS.fullmatch(letters):
            return self._column
        return self._columns.setdefault(letters, _number(letters))

    def characters(self, data: str) -> None:
        if self._open:
            self._text.add(data)

    def end(self, element: str) -> None:
        if element in {"v", "t"}:
            self._open = ""
        elif element == "c":
            self._end_cell()
        elif element == "rPh":
            self._phonetic = False
        elif element == "sheetData":
            raise EnoughReadError

    def _end_cell(self) -> None:
        if self._text.is_empty and not self._has_formula and self._kind != "e":
            return
        raw = self._text.take()
        place = self._row, self._column
        if self._kind == "e" or ("#" in raw and _ERRORS.fullmatch(raw.strip())):
            self.cells.errors.append(place)
            return
        if self._has_formula and not raw:
            self.cells.formulas.append(place)
            return
        text = cell_text(self._value(raw))
        if not text:
            return
        if self._column >= MAX_COLUMNS:
            self.cells = self.cells._replace(beyond=True)
            return
        self.cells.rows.setdefault(self._row, {})[self._column] = text
        if len(self.cells.rows) > MAX_ROWS:
            message = f"the sheet has more than {MAX_ROWS:,} rows"
            raise WorkbookError(message, "import only the table of the journey")

    def _value(self, raw: str) -> str:
        """Return what the cell shows, or nearly."""
        if self._kind == "s":
            at = int(raw) if raw.isdigit() and len(raw) < 10 else -1  # noqa: PLR2004 - digits of an index
            return self._styles.strings[at] if 0 <= at < len(self._styles.strings) else ""
        if self._kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
        if self._kind != "n":
            return raw
        kind = self._styles.formats[self._style] if self._style < len(self._styles.formats) else "plain"
        return _shown(raw, kind)


def _number(letters: str) -> int:
    """Return the number of a column from 0.

    >>> _number("A"), _number("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def letters_of(column: int) -> str:
    """Return the letters of a column from 0.

    >>> letters_of(0), letters_of(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _shown(raw: str, kind: NumberKind) -> str:
    """Return a number as the spreadsheet shows it, or nearly.

    >>> (
    ...     _shown("0.1", "percent"),
    ...     _shown("45000", "date"),
    ...     _shown("0.30000000000000004", "plain"),
    ...     _shown("2.0", "plain"),
    ... )
    ('10%', '2023-03-15', '0.3', '2')
    """
    try:
        value = float(raw)
    except ValueError:
        return raw
    if kind == "date" and 0 <= value <= _LAST_DAY:
        moment = _DAY_ZERO + timedelta(days=value)
        if value < 1:
            return moment.strftime("%H:%M")
        return moment.date().isoformat() if value.is_integer() else moment.strftime("%Y-%m-%d %H:%M")
    shown = f"{value * 100 if kind == 'percent' else value:.{_PRECISE}g}"
    return f"{shown}%" if kind == "percent" else shown
