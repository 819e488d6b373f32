"""A table -> where its headers are, and what each means: at the top of columns, or before rows."""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from mapgen.importers.tables.grid import CellGrid
from mapgen.importers.tables.headers import FIELDS, meaning, plain_text
from mapgen.model.ids import slug
from mapgen.spreadsheet import MADE

IGNORE = "ignore"
"""What `--map` calls a column that is left out."""

CUSTOM = "x-"

_LOOKED_AT = 25  # rows in which headers are looked for
_LABELS = 4  # columns in which the labels of rows are looked for
_DEEP = 200  # rows in which labels of rows are looked for
_LONGEST_KEY = 60
_INEXACT = 0.4
_OF_THE_WHOLE = frozenset({"title", "summary", "scenario"})
_NUMBERS = frozenset({"number"})
_NUMBER_SIGNS = frozenset({"#", "№"})


class TableColumn(NamedTuple):
    """A column, or a row of a table on its side: its place `at` from 0, its header and its field.

    A custom `key` where it has no field.
    """

    at: int
    header: str
    field: str | None
    key: str = ""

    @property
    def becomes(self) -> str:
        """What it is in the spec."""
        return self.field or self.key


class Chosen:
    """What a person says that columns are."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        """Take fields by headers."""
        self.columns = columns
        self._plain = {plain_text(header): field for header, field in columns.items()}

    def field(self, header: str) -> str | None:
        """Return the field that was chosen for a header."""
        return self._plain.get(plain_text(header)) if header else None

    def wrong_field(self) -> str | None:
        """Return a field that is none."""
        fields = self.columns.values()
        return next(
            (field for field in fields if field not in {*FIELDS, IGNORE} and not field.startswith(CUSTOM)), None
        )

    def unused(self, headers: Iterable[str]) -> str | None:
        """Return a header that the table does not have."""
        there = {plain_text(header) for header in headers}
        return next((header for header in self.columns if plain_text(header) not in there), None)


class HeaderPlace(NamedTuple):
    """Where headers are: in a row, or in a column of a table on its side."""

    at: int
    sideways: bool


def find_headers(grid: CellGrid, chosen: Chosen) -> HeaderPlace | None:
    """Return where most known headers are; None where none is."""
    rows = [_score(row, chosen) for row in grid.rows[:_LOOKED_AT]]
    columns = [_score([grid.at(row, at) for row in range(min(_DEEP, len(grid.rows)))], chosen) for at in range(_LABELS)]
    row, column = max(rows, default=0.0), max(columns)
    if not max(row, column):
        return None
    if column > max(row, 1):
        return HeaderPlace(columns.index(column), sideways=True)
    return HeaderPlace(rows.index(row), sideways=False)


def columns_of(grid: CellGrid, row: int, chosen: Chosen) -> list[TableColumn]:
    """Return the columns that have a header or a value.

    A header that only contains known words gives way to one that says just these: "Pain point type" to "Pain points".
    """
    width = max(map(len, grid.rows[row:]), default=0)
    filled = {at for cells in grid.rows[row:] for at, text in enumerate(cells) if text}
    columns = [column_of(at, grid.at(row, at), chosen) for at in range(width) if at in filled]
    exact = {column.field for column in columns if chosen.field(column.header) or _is_exact(column.header)}
    exact -= {None, IGNORE}
    return [
        _custom(column.at, column.header)
        if column.field in exact and not (chosen.field(column.header) or _is_exact(column.header))
        else column
        for column in columns
    ]


def _is_exact(header: str) -> bool:
    found = meaning(header)
    return found is not None and found.exact


def column_of(at: int, header: str, chosen: Chosen) -> TableColumn:
    """Return what a header means; without one, a column is named by its number."""
    field = chosen.field(header) or (IGNORE if MADE.fullmatch(header) or header in _NUMBER_SIGNS else None)
    if field is None:
        found = meaning(header) if header else None
        field = found.field if found and found.field not in _OF_THE_WHOLE else None
    if field is None or field.startswith(CUSTOM):
        return _custom(at, header, field or "")
    return TableColumn(at, header, IGNORE if field in _NUMBERS else field)


def _custom(at: int, header: str, key: str = "") -> TableColumn:
    """Return a column that becomes a custom key, named after its header."""
    header = header or f"Column {at + 1}"
    own = header.casefold() if header.casefold().startswith(CUSTOM) else f"{CUSTOM}{slug(header)}"
    return TableColumn(at, header, None, key or own[:_LONGEST_KEY].rstrip("-"))


def _score(texts: Sequence[str], chosen: Chosen) -> float:
    """Count the headers that are known or chosen, each field once; one that only contains known words counts less."""
    known: dict[str, float] = {}
    for text in texts:
        if chosen.field(text):
            known[text] = 1
        elif text and "\n" not in text and (found := meaning(text)):
            known[found.field] = max(known.get(found.field, 0), 1 if found.exact else _INEXACT)
    return fsum(known.values())
