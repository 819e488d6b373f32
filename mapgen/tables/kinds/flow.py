"""The ways that differ from the next touchpoint in order."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.lane import View
from mapgen.model.journey import Edge, Handoff
from mapgen.tables.cells import cell, share, there, word
from mapgen.tables.table import TableCell, TableKind, TableRow, always


def rows(view: View) -> Iterator[TableRow]:
    """Tell each edge of the flow."""
    names = {touchpoint.id: there(view, touchpoint) for touchpoint in view.journey.touchpoints()}
    for edge in view.journey.flow:
        yield row(view, edge, names)


def row(view: View, edge: Edge, names: dict[str, TableCell]) -> TableRow:
    """Tell one edge."""
    return (
        names[edge.start],
        names[edge.end],
        word(view, "edge", edge.kind),
        share(view, edge.share),
        cell(edge.trigger),
        handed(view, edge.handoff),
    )


def handed(view: View, handoff: Handoff | None) -> TableCell:
    """Tell who passes the customer to whom, and what goes along."""
    if not handoff:
        return ()
    ends = (end.name for end in (handoff.giver, handoff.taker) if end)
    carried = (Text(text=text, label=view.words("carries")) for text in handoff.carries)
    return (*cell(f" {view.words.arrow} ".join(ends)), *carried)


TABLE = TableKind(
    title="flow", rank=20, columns=("from", "to", "kind", "share", "trigger", "handoff"), rows=rows, drawn=always
)
