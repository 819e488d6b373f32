"""The groups of customers, and what is typical of them."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.tables.cells import cell, named, notes
from mapgen.tables.table import TableKind, TableRow


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each segment."""
    for segment in view.journey.segments:
        traits = tuple(Text(text=value, label=name) for name, value in segment.traits)
        yield named(segment.name, f"segment-{segment.id}"), cell(segment.description), traits, notes(segment.extras)


TABLE = TableKind(title="segments", rank=10, columns=("segment", "description", "traits", "notes"), rows=rows)
