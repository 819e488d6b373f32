"""The maps of two versions, Comparison -> one map: the new one, with what was removed where it stood."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mapgen.blocks import Block, Card, Marker, Meter, Quote, Text
from mapgen.composition import Map
from mapgen.diff.changes import Comparison
from mapgen.lanes.grid import Cell, Column, Grid, Heading, Pairing, Row
from mapgen.record import record, replace
from mapgen.render.diff.drawing.annotations import GONE, lost
from mapgen.render.diff.drawing.emotion_row import emotion_row
from mapgen.render.diff.drawing.old_values import lost_texts
from mapgen.render.diff.drawing.places import MergedColumns
from mapgen.words import Words


def merged_map(old: Map, new: Map, comparison: Comparison) -> Map:
    """Put two maps together."""
    weaver = _Weaver(
        old.grid, new.grid, MergedColumns(comparison), frozenset(lost(comparison)), Words(new.language)("sign-before")
    )
    grid = Grid(
        stage_title=new.grid.stage_title,
        continued=new.grid.continued,
        headings=tuple(weaver.headings()),
        columns=tuple(weaver.columns()),
        rows=tuple(weaver.rows()),
        pairing=weaver.pairing(),
    )
    return replace(new, grid=grid)


@record
class _Weaver:
    """Knows both grids, and where each column stands in the one that is made.

    `gone` are the anchors of the old map whose things are gone, `name` is what the old curve is called.
    """

    old: Grid
    new: Grid
    places: MergedColumns
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

    def pairing(self) -> Pairing | None:
        """Return how pain points are paired with opportunities, by anchors that ghosts have here."""
        gone = frozenset(f"{GONE}{anchor}" for anchor in self.gone)
        return self.new.pairing and replace(self.new.pairing, gone=gone)

    def _row(self, old: Row | None, new: Row | None) -> Row:
        row = new or old
        assert row is not None  # noqa: S101 - one of the two maps has it
        if row.axis:
            return emotion_row(old, new, self.places, self.name)
        narrow = any(_is_narrow(one, grid) for one, grid in ((old, self.old), (new, self.new)) if one)
        found: dict[tuple[int, int], list[Block]] = {}
        for cell in new.cells if new else ():
            found.setdefault(self.places.now(cell, narrow=narrow), []).extend(cell.blocks)
        for cell in old.cells if old else ():
            place = self.places.then(cell, narrow=narrow)
            ghosts, there = list(self._ghosts(cell, row.id, narrow=narrow)), found.get(place, [])
            for ghost in ghosts:
                there.insert(_seat(there, ghost), ghost)
            lines = [self._renumbered(text) for text in lost_texts(cell.blocks, there)]
            if ghosts or lines:
                found[place] = [*lines, *there]
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

    def _renumbered(self, text: Text) -> Text:
        """Return an old text with the number that its touchpoint has now."""
        if not (text.label or "").isdigit():
            return text
        number = self.places.renumbered(int(text.label or ""))
        return replace(text, label=None if number is None else str(number))


def _is_narrow(row: Row, grid: Grid) -> bool:
    """Return whether cells of a row stand in columns of touchpoints."""
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
