"""Every opportunity, the best score first."""

from collections.abc import Iterator
from typing import get_args

from mapgen.blocks import Text
from mapgen.lanes.lane import View
from mapgen.model.journey import Opportunity, Status, Touchpoint
from mapgen.tables.cells import answers, links, named, number, there, word
from mapgen.tables.table import TableKind, TableRow, never


def rows(view: View) -> Iterator[TableRow]:
    """Tell each opportunity, by score."""
    found = {(item.id, one.id): (one, item) for item in view.journey.touchpoints() for one in item.opportunities}
    for ranked in view.analysis.opportunities.ranked:
        opportunity, touchpoint = found[ranked.touchpoint, ranked.opportunity]
        yield row(view, opportunity, touchpoint, ranked.score)


def row(view: View, opportunity: Opportunity, touchpoint: Touchpoint, score: float | None) -> TableRow:
    """Tell one opportunity."""
    return (
        named(opportunity.text, f"opportunity-{opportunity.id}"),
        number(view, None if score is None else round(score, 2)),
        number(view, opportunity.impact),
        number(view, opportunity.effort),
        word(view, "status", opportunity.status, get_args(Status)),
        there(view, touchpoint),
        tuple(Text(text=view.pains[pain].text, about=f"pain-{pain}") for pain in opportunity.addresses),
        answers(opportunity.owner),
        links(opportunity.links),
    )


TABLE = TableKind(
    title="opportunities",
    rank=50,
    columns=("opportunity", "score", "impact", "effort", "status", "touchpoint", "addresses", "owner", "links"),
    rows=rows,
    drawn=never,
)
