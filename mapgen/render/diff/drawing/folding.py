"""The merged map, the maps of both versions -> the merged map with unchanged lanes folded into one thin row.

The touchpoints always stay, since other lanes refer to them by number.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from mapgen.blocks import Block, Score, Text
from mapgen.composition import Map
from mapgen.header import Header
from mapgen.lanes.grid import Cell, Row
from mapgen.lanes.pain_pairs import PAINS, REMEDIES
from mapgen.record import record, replace
from mapgen.render.diff.drawing.annotations import Annotation
from mapgen.render.diff.drawing.old_values import is_old
from mapgen.render.lines import BETWEEN
from mapgen.words import Words

_KEPT = "touchpoints"
_PAIRED = {
    PAINS,
    REMEDIES,
}  # a picture puts them together, and a pain point without its remedies would seem to have none
_NO_HEADER = Header(title="", summary=None, facts=(), figures=(), profiles=(), titled=False)


@record
class FoldedMap:
    """A map without its unchanged lanes, and a map of these alone; None if every lane changed.

    `title` says how many lanes are unchanged.
    """

    map: Map
    unchanged: Map | None
    title: str


def folded(merged: Map, old: Map, new: Map, marks: Mapping[str, Annotation]) -> FoldedMap:
    """Fold the lanes of a merged map that are the same in both versions."""
    before, after = ({row.id: row for row in map_.grid.rows} for map_ in (old, new))
    same = [
        row
        for row in merged.grid.rows
        if row.id != _KEPT and _is_same(row, before.get(row.id), after.get(row.id), marks)
    ]
    if not same:
        return FoldedMap(merged, None, "")
    title = Words(new.language).count("unchanged-lanes", len(same))
    names = Text(BETWEEN.join(row.title for row in same), tone="muted")
    fold = Row("unchanged", title, None, (Cell(0, len(merged.grid.columns), (names,)),))
    kept = tuple(row for row in merged.grid.rows if row not in same)
    return FoldedMap(
        replace(merged, grid=replace(merged.grid, rows=(*kept, fold))),
        replace(merged, lens=_NO_HEADER, grid=replace(merged.grid, rows=tuple(same)), legend=(), footer=()),
        title,
    )


def _is_same(row: Row, old: Row | None, new: Row | None, marks: Container[str]) -> bool:
    if old is None or new is None or (row.axis and row.axis.before_name):
        return False
    blocks = [block for cell in row.cells for block in cell.blocks]
    if is_old(blocks) or any(getattr(block, "anchor", None) in marks for block in blocks):
        return False
    return Counter(_content(old)) == Counter(_content(new))


def _content(row: Row) -> Iterator[Block]:
    """Yield the blocks of a row without the numbers of their touchpoints, which change when one is added."""
    for cell in row.cells:
        for block in cell.blocks:
            if isinstance(block, Text):
                yield replace(block, label=None if (block.label or "").isdigit() else block.label)
            elif isinstance(block, Score):
                yield replace(block, before=(), only=None)
            else:
                yield replace(block, number=None) if hasattr(block, "number") else block
