"""The maps of two versions, Comparison -> one map: the new one, with what was removed where it stood."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mapgen.blocks import Block, Card, Marker, Meter, Quote
from mapgen.composition import Map
from mapgen.diff.changes import Comparison
from mapgen.lanes.grid import Cell, Column, Grid, Heading, Row
from mapgen.record import record, replace
from mapgen.render.changes.drawing.feelings import felt
from mapgen.render.changes.drawing.marking import GONE, lost
from mapgen.render.changes.drawing.places import Places
from mapgen.words import Words


def union(old: Map, new: Map, comparison: Comparison) -> Map:
    """Put two maps together."""
    weaver = _Weaver(
        old.grid, new.grid, Places(comparison), frozenset(lost(comparison)), Words(new.language)("sign-before")
    )
    grid = Grid(
        stage_title=new.grid.stage_title,
        headings=tuple(weaver.headings()),
        columns=tuple(weaver.columns()),
        rows=tuple(weaver.rows()),
    )
    return replace(new, grid=grid)


@record
class _Weaver:
    """Knows both grids, and where each column stands in the one that is made.

    `gone` are the anchors of the old map whose things are gone, `name` is what the old curve is called.
    """

    old: Grid
    new: Grid
    places: Places
    gone: frozenset[str]
    name: str

    def headings(self) -> Iterator[Heading]:
        known = {heading.id: heading for heading in self.new.headings}
        for stage, first, last in self.places.stages:
            if self.places.is_gone(stage):
                yield Heading(f"{GONE}{stage.id}", stage.name, first, last, None, None)
            else:
                yield replace(known[str(stage.id)], first=first, last=last)

    def columns(self) -> Iterator[Column]:
        known = {column.touchpoint: column for column in self.new.columns}
        for item in self.places.columns:
            there = item.touchpoint is item and not self.places.is_gone(item)
            yield known[item.id] if there else Column(None, None)

    def rows(self) -> Iterator[Row]:
        """Yield the rows of the new map, and between them those of the old one that show what is gone."""
        before = {row.id: row for row in self.old.rows}
        after = {row.id: row for row in self.new.rows}
        order = list(after)
        for above, name in pairwise([None, *before]):
            if name not in after and name is not None:
                order.insert(order.index(above) + 1 if above in order else 0, name)
        for name in order:
            row = self._row(before.get(name), after.get(name))
            if row.cells:
                yield row

    def _row(self, old: Row | None, new: Row | None) -> Row:
        row = new or old
        assert row is not None  # noqa: S101 - one of the two maps has it
        if row.axis:
            return felt(old, new, self.places, self.name)
        narrow = any(_is_narrow(one, grid) for one, grid in ((old, self.old), (new, self.new)) if one)
        found: dict[tuple[int, int], list[Block]] = {}
        for cell in new.cells if new else ():
            found.setdefault(self.places.now(cell, narrow=narrow), []).extend(cell.blocks)
        for cell in old.cells if old else ():
            ghosts = list(self._ghosts(cell, row.id, narrow=narrow))
            if ghosts:
                there = found.setdefault(self.places.then(cell, narrow=narrow), [])
                for ghost in ghosts:
                    there.insert(_seat(there, ghost), ghost)
        cells = tuple(Cell(first, last, tuple(found[first, last])) for first, last in sorted(found))
        return replace(row, cells=cells)

    def _ghosts(self, cell: Cell, row: str, *, narrow: bool) -> Iterator[Block]:
        """Yield what a cell of the old map says of things that are gone; what has no face of its own is left out."""
        whole = self.places.all_gone(cell, narrow=narrow)
        for number, block in enumerate(cell.blocks):
            if isinstance(block, Card | Quote | Meter | Marker):
                lonely = self.places.lost_number(block.number)
                if whole or lonely or block.anchor in self.gone:
                    anchor = block.anchor or f"{row}.{cell.first}.{number}"
                    yield replace(block, anchor=f"{GONE}{anchor}", number=self.places.renumbered(block.number))


def _is_narrow(row: Row, grid: Grid) -> bool:
    """Tell whether cells of a row stand in columns of touchpoints."""
    edges = {heading.first for heading in grid.headings} | {heading.last for heading in grid.headings}
    alone = row.id == "touchpoints"
    return alone or any(cell.first not in edges or cell.last not in edges for cell in row.cells)


def _seat(blocks: Sequence[Block], ghost: Block) -> int:
    """Return where a ghost stands among blocks that follow the numbers of their touchpoints."""
    number = _number(ghost)
    if number is None:
        return len(blocks)
    later = (at for at, block in enumerate(blocks) if (_number(block) or 0) > number)
    return next(later, len(blocks))


def _number(block: Block) -> int | None:
    return block.number if isinstance(block, Card | Quote | Meter | Marker) else None
