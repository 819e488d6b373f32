"""Every pain point, the worst first."""

from collections.abc import Iterator
from typing import get_args

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import PainPoint, Severity, grade
from mapgen.model.walk import Location
from mapgen.tables.cells import answers, cell, grounds, named, place, word
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each pain point, by severity and then by place."""
    for pain, location in sorted(walk.pain_points(view.journey), key=lambda found: -grade(found[0].severity)):
        yield row(view, pain, location)


def row(view: LaneContext, pain: PainPoint, location: Location) -> TableRow:
    """Report one pain point."""
    return (
        named(pain.text, f"pain-{pain.id}"),
        word(view, "severity", pain.severity, get_args(Severity)),
        cell(pain.kind),
        place(view, location.stage, location.touchpoint),
        grounds(view, pain.evidence),
        answers(pain.owner or location.owner),
        tuple(addressing(view, pain)),
    )


def addressing(view: LaneContext, pain: PainPoint) -> Iterator[Text]:
    """Name the opportunities that address a pain point."""
    for idea in view.analysis.opportunities.addressed[pain.id]:
        yield Text(text=view.ideas[idea].text, about=f"opportunity-{idea}")


TABLE = TableKind(
    title="pain-points",
    rank=40,
    columns=("pain-point", "severity", "kind", "touchpoint", "evidence", "owner", "addressed-by"),
    rows=rows,
)
