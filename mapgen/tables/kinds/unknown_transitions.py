"""What customers do that is not on the map, the most frequent first."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import number, share
from mapgen.tables.observed_cells import MOST, ends, observed_shares
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report transitions and exits that were observed and that the map does not have."""
    unknown = [one for one in observed_shares(view) if not one[2].known and one[2].count]
    unknown.sort(key=lambda one: -(one[2].count or 0))
    for start, end, taken in unknown[:MOST]:
        yield *ends(view, start, end), share(view, taken.share), number(view, taken.count)


TABLE = TableKind(title="unknown-transitions", rank=34, columns=("from", "to", "share", "visits"), rows=rows)
