"""Every opportunity, the best score first."""

from collections.abc import Iterator
from typing import get_args

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import Opportunity, Status
from mapgen.model.walk import Location
from mapgen.tables.cells import answers, links, named, number, place, word
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each opportunity, by score."""
    found = {idea.id: (idea, location) for idea, location in walk.opportunities(view.journey)}
    for ranked in view.analysis.opportunities.ranked:
        opportunity, location = found[ranked.opportunity]
        yield row(view, opportunity, location, ranked.score)


def row(view: LaneContext, opportunity: Opportunity, location: Location, score: float | None) -> TableRow:
    """Report one opportunity."""
    return (
        named(opportunity.text, f"opportunity-{opportunity.id}"),
        number(view, None if score is None else round(score, 2)),
        number(view, opportunity.impact),
        number(view, opportunity.effort),
        word(view, "status", opportunity.status, get_args(Status)),
        place(view, location.stage, location.touchpoint),
        tuple(Text(text=view.pains[pain].text, about=f"pain-{pain}") for pain in opportunity.addresses),
        answers(opportunity.owner),
        links(opportunity.links),
    )


TABLE = TableKind(
    title="opportunities",
    rank=50,
    columns=("opportunity", "score", "impact", "effort", "status", "touchpoint", "addresses", "owner", "links"),
    rows=rows,
)
