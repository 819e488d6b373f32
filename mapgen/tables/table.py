"""The contract of a table: a module in `kinds/` offers one as `TABLE`; the module's name is the table's id."""

from collections.abc import Callable, Iterator, Mapping

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.record import record, replace

TableCell = tuple[Text, ...]
"""What stands in one cell, one text under the other; empty where the author did not say."""

TableRow = tuple[TableCell, ...]


@record
class Table:
    """Rows under named columns; a row is about what its first text names.

    `names` are what has nothing but a name, and no row.
    """

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    names: tuple[str, ...] = ()

    def with_names(self) -> "Table":
        """Return the table with several rows that hold a name alone as names, which fit on one line."""
        names = [row[0][0].text for row in self.rows if _is_name(row)]
        if len(names) < _SEVERAL:
            return self
        return replace(self, rows=tuple(row for row in self.rows if not _is_name(row)), names=tuple(names))


_SEVERAL = 2


def _is_name(row: TableRow) -> bool:
    """Return whether a row is a text alone, without a link."""
    first, *others = row
    return len(first) == 1 and not first[0].url and not first[0].label and not any(others)


def _nothing(_view: LaneContext) -> Mapping[str, str]:
    """Leave the words of the columns as they are."""
    return {}


@record
class TableKind:
    """A list of what the journey holds of one kind. `title` and `columns` are keys of the words.

    `values` are what the words of the columns have places for.
    Columns in which every cell is empty are dropped; so is a table without rows. `more` names further columns that
    depend on the journey, one a persona.
    """

    title: str
    rank: int
    columns: tuple[str, ...]
    rows: Callable[[LaneContext], Iterator[TableRow]]
    values: Callable[[LaneContext], Mapping[str, str]] = _nothing
    more: Callable[[LaneContext], tuple[str, ...]] | None = None
