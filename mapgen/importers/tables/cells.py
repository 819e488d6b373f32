"""The text of a cell -> the texts, names or values in it."""

import re
from collections.abc import Sequence

from mapgen.importers.tables.values import lines, names
from mapgen.quotes import parted
from mapgen.spreadsheet import NONE, split_names, split_texts

_BULLET = "\N{BULLET} "


class CellSplitter:
    """How cells are read: as people write them, or to the letter, as mapgen has written them itself."""

    def __init__(self, *, exact: bool = False) -> None:
        """Read cells of a table that mapgen has written with `exact`."""
        self._exact = exact

    @property
    def exact(self) -> bool:
        """Whether the table is one of mapgen's own."""
        return self._exact

    def texts(self, cell: str) -> list[str]:
        """Return the texts of a cell: bullets, lines, or what semicolons part."""
        if self._exact and (cell.startswith(_BULLET) or not re.search(r";|\n", cell)):
            return split_texts(cell)
        return [one for one in lines(cell) if one not in _NOTHING]

    def spoken(self, cell: str) -> list[str]:
        """Return what people think or say in a cell, without the quotation marks around it."""
        return self.texts(cell) if self._exact else [parted(one)[1] or one for one in self.texts(cell)]

    def names(self, cell: str) -> list[str]:
        """Return the names of a cell, each once."""
        found = (
            [one for one in self.values(cell) if one is not None]
            if self._exact
            else [one for one in names(cell) if one not in _NOTHING]
        )
        return list(dict.fromkeys(found))

    def values(self, cell: str) -> Sequence[str | None]:
        """Return the values of a cell, which belong to the texts of another one; None for each that is missing."""
        if self._exact:
            return split_names(cell)
        parts = [one.strip() for line in lines(cell) for one in re.split(r"\s*[,|]\s*|\s+/\s+", line)]
        return [None if one in _NOTHING else one for one in parts if one]


_NOTHING = frozenset({NONE, "-", "\N{EN DASH}", "n/a", "N/A", "none", "?", "."})
