"""The author's own `x-` keys of the whole journey."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.model.basics import titled
from mapgen.tables.cells import cell
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report what stands under each key."""
    for extra in view.journey.extras:
        yield cell(titled(extra.key)), cell(*extra.texts)


TABLE = TableKind(title="notes", rank=120, columns=("about", "note"), rows=rows)
