"""What the audit finds wrong with the journey."""

from collections.abc import Iterator

from mapgen.lanes.findings import placed, said
from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import at, cell
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Yield each finding, in the order of the spec."""
    for one, (stage, touchpoint) in placed(view):
        yield (
            cell(view.words(f"finding-{one.severity.name.lower()}")),
            cell(at(view, touchpoint) if touchpoint else stage.name if stage else None),
            cell(said(view, one)),
        )


TABLE = TableKind(
    title="audit-findings",
    rank=130,
    columns=("severity", "place", "finding"),
    rows=rows,
)
