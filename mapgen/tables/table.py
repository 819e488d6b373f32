"""The contract of a table: a module in `kinds/` offers one as `TABLE`; the module's name is the table's id."""

from collections.abc import Callable, Iterator, Mapping

from mapgen.blocks import Text
from mapgen.lanes.lane import View
from mapgen.record import record

TableCell = tuple[Text, ...]
"""What stands in one cell, one text under the other; empty where the author did not say."""

TableRow = tuple[TableCell, ...]


@record
class Table:
    """Rows under named columns; a row is about what its first text names.

    `told` are the columns that lanes tell already.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    drawn: bool
    told: tuple[int, ...] = ()

    def for_picture(self) -> "Table":
        """Return the table without the columns that the lanes of the same picture tell already."""
        kept = [index for index in range(len(self.columns)) if index not in self.told]
        columns = tuple(self.columns[index] for index in kept)
        rows = tuple(tuple(row[index] for index in kept) for row in self.rows)
        return Table(self.id, self.title, columns, rows, self.drawn)


def _nothing(_view: View) -> Mapping[str, str]:
    """Leave the words of the columns as they are."""
    return {}


@record
class TableKind:
    """A list of what the journey holds of one kind. `title` and `columns` are keys of the words.

    `drawn` says whether the map itself shows the table below the lanes: it does where no lane says all of it.
    `told` names columns that are drawn as lanes or cards, and so are left to the documents.
    `values` are what the words of the columns have places for.
    Columns in which every cell is empty are dropped; so is a table without rows. `more` names further columns that
    depend on the journey, one a persona.
    """

    title: str
    rank: int
    columns: tuple[str, ...]
    rows: Callable[[View], Iterator[TableRow]]
    drawn: Callable[[View], bool]
    told: tuple[str, ...] = ()
    values: Callable[[View], Mapping[str, str]] = _nothing
    more: Callable[[View], tuple[str, ...]] | None = None


def always(_view: View) -> bool:
    """Draw the table: no lane says this."""
    return True


def never(_view: View) -> bool:
    """Leave the table to the documents: a lane says this."""
    return False
