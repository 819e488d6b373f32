"""Every pain point, the worst first."""

from collections.abc import Iterator

from mapgen.lanes.claims import grounds
from mapgen.lanes.lane import View
from mapgen.model.journey import PainPoint, Touchpoint, grade
from mapgen.tables.cells import at, cell, word
from mapgen.tables.table import TableKind, TableRow, never


def rows(view: View) -> Iterator[TableRow]:
    """Tell each pain point, by severity and then by place."""
    pains = [(pain, item) for item in view.journey.touchpoints() for pain in item.pain_points]
    for pain, touchpoint in sorted(pains, key=lambda found: -grade(found[0].severity)):
        yield row(view, pain, touchpoint)


def row(view: View, pain: PainPoint, touchpoint: Touchpoint) -> TableRow:
    """Tell one pain point."""
    return (
        cell(pain.text),
        word(view, "severity", pain.severity),
        cell(pain.kind),
        cell(at(view, touchpoint)),
        cell(grounds(view.words, pain.evidence)),
        cell(pain.owner.name if pain.owner else None),
    )


TABLE = TableKind(
    title="pain-points",
    rank=40,
    columns=("pain-point", "severity", "kind", "touchpoint", "evidence", "owner"),
    rows=rows,
    drawn=never,
)
