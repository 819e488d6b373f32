"""The cells of a table, as texts, with the place of each in its file."""

from collections.abc import Callable, Sequence

from mapgen.diagnostics.span import Span
from mapgen.record import record
from mapgen.spreadsheet import unguarded

MAX_ROWS = 20_000
"""The most rows of a table; a journey has at most 10,000 touchpoints."""

MAX_COLUMNS = 1_000
"""The most columns of a table."""


def cell_text(text: str) -> str:
    """Return what a cell says: without blanks around it, and without the sign that keeps it from being a formula."""
    bare = text.strip()
    return unguarded(bare).strip() if "'" in bare or "##" in bare else bare


@record
class CellGrid:
    """A table: rows of texts without blanks around them, each as long as its last cell that is filled.

    `place` returns where a cell stands, for a row and a column from 0.
    """

    rows: Sequence[Sequence[str]]
    place: Callable[[int, int], Span]

    def at(self, row: int, column: int) -> str:
        """Return the text of a cell, "" beyond the end of its row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""
