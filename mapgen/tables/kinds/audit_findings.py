"""What the audit finds wrong with the journey."""

from collections.abc import Iterator

from mapgen.lanes.findings import place_of, said
from mapgen.lanes.lane import View
from mapgen.tables.cells import at, cell
from mapgen.tables.table import TableKind, TableRow, never


def rows(view: View) -> Iterator[TableRow]:
    """Yield each finding, in the order of the spec."""
    for one in view.findings:
        stage, touchpoint = place_of(view.journey, one)
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
    drawn=never,
)
