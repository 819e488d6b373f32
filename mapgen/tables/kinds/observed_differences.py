"""Where customers go otherwise than planned, the largest difference first."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.tables.observed_cells import MOST, ends, figures, headings, observed_shares
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each share that differs by more than the tolerance, and not by chance."""
    differing = [one for one in observed_shares(view) if one[2].differs()]
    differing.sort(key=lambda one: -round(abs(one[2].difference or 0), 9))
    for start, end, taken in differing[:MOST]:
        yield *ends(view, start, end), *figures(view, taken)


TABLE = TableKind(title="observed-differences", rank=33, columns=("from", "to"), rows=rows, more=headings)
