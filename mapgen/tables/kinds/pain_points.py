"""Every pain point, the worst first."""

from collections.abc import Iterator
from typing import get_args

from mapgen.blocks import Text
from mapgen.lanes.lane import View
from mapgen.model.journey import PainPoint, Severity, Touchpoint, grade
from mapgen.tables.cells import answers, cell, grounds, named, there, word
from mapgen.tables.table import TableKind, TableRow, never


def rows(view: View) -> Iterator[TableRow]:
    """Tell each pain point, by severity and then by place."""
    pains = [(pain, item) for item in view.journey.touchpoints() for pain in item.pain_points]
    for pain, touchpoint in sorted(pains, key=lambda found: -grade(found[0].severity)):
        yield row(view, pain, touchpoint)


def row(view: View, pain: PainPoint, touchpoint: Touchpoint) -> TableRow:
    """Tell one pain point."""
    return (
        named(pain.text, f"pain-{pain.id}"),
        word(view, "severity", pain.severity, get_args(Severity)),
        cell(pain.kind),
        there(view, touchpoint),
        grounds(view, pain.evidence),
        answers(pain.owner),
        tuple(addressing(view, pain)),
    )


def addressing(view: View, pain: PainPoint) -> Iterator[Text]:
    """Name the opportunities that address a pain point."""
    for idea in view.analysis.opportunities.addressed[pain.id]:
        yield Text(text=view.ideas[idea].text, about=f"opportunity-{idea}")


TABLE = TableKind(
    title="pain-points",
    rank=40,
    columns=("pain-point", "severity", "kind", "touchpoint", "evidence", "owner", "addressed-by"),
    rows=rows,
    drawn=never,
)
