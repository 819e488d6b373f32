"""The ways that differ from the next touchpoint in order."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Edge, Handoff
from mapgen.tables.cells import cell, share, there, word
from mapgen.tables.table import TableCell, TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each edge of the flow."""
    names = {touchpoint.id: there(view, touchpoint) for touchpoint in view.journey.touchpoints()}
    for edge in view.journey.flow:
        yield row(view, edge, names)


def row(view: LaneContext, edge: Edge, names: dict[str, TableCell]) -> TableRow:
    """Report one edge."""
    return (
        names[edge.start],
        names[edge.end],
        word(view, "edge", edge.kind),
        share(view, edge.share),
        cell(edge.trigger),
        handed(view, edge.handoff),
    )


def handed(view: LaneContext, handoff: Handoff | None) -> TableCell:
    """Report who passes the customer to whom, and what goes along."""
    if not handoff:
        return ()
    ends = (end.name for end in (handoff.giver, handoff.taker) if end)
    carried = (Text(text=text, label=view.words("carries")) for text in handoff.carries)
    return (*cell(f" {view.words.arrow} ".join(ends)), *carried)


TABLE = TableKind(title="flow", rank=20, columns=("from", "to", "kind", "share", "trigger", "handoff"), rows=rows)
