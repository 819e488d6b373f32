"""Journey, Analysis -> the tables that have something to say."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.tables import TABLES
from mapgen.tables.table import Table


def collect_tables(view: LaneContext) -> Iterator[Table]:
    """Make each table in order of rank, without the rows and columns that say nothing."""
    for name, kind in sorted(TABLES.items(), key=lambda offer: offer[1].rank):
        rows = tuple(row for row in kind.rows(view) if any(row))
        values = kind.values(view)
        named = (view.words(key, **values) for key in kind.columns)
        columns = (*named, *(kind.more(view) if kind.more else ()))
        used = [index for index in range(len(columns)) if any(row[index] for row in rows)]
        if used:
            yield Table(
                id=name,
                title=view.words(kind.title),
                columns=tuple(columns[index] for index in used),
                rows=tuple(tuple(row[index] for index in used) for row in rows),
            )
