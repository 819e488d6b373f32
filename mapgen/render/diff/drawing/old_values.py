"""The merged map, the old map -> the merged map with old texts before the new ones, to be struck through once placed.

A text that changed becomes "old → new" in its place. A text without a place of its own that is gone becomes a line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mapgen.blocks import Block, Bullets, Card, Chips, Marker, Meter, Quote, Score, Text
from mapgen.diff.changes import Comparison
from mapgen.diff.tree import Item
from mapgen.lanes.grid import Cell, Grid, Row
from mapgen.layout.icons import icon_of
from mapgen.lazy import regex
from mapgen.model.journey import Stage, Touchpoint
from mapgen.record import replace
from mapgen.render.diff.drawing.annotations import Annotation, own

OLD = "mapgen:old"
"""The address of a text that is old as a whole. It is no address that mapgen links to, and is never written."""

_FIELDS: Mapping[type, tuple[str, ...]] = {
    Card: ("title", "overline", "note", "foot"),
    Meter: ("name", "value", "target_text", "note"),
    Marker: ("title", "text"),
    Score: ("feeling",),
}
_REFERENCE = regex(r"[\d\s,\u2013]*")  # numbers of touchpoints, which change when one is added


class OldText(NamedTuple):
    """A text that stands before the one that replaced it: `whole` is both, `old` the first part of it."""

    old: str
    whole: str


OldTexts = Mapping[str, tuple[OldText, ...]]
"""The old texts of each block, by the anchor in the merged map of the block or, for feelings, of its lane."""


def with_old_texts(
    grid: Grid, old: Grid, comparison: Comparison, marks: Mapping[str, Annotation], arrow: str
) -> tuple[Grid, OldTexts]:
    """Put the old texts of blocks that changed before the new ones."""
    before = dict(_anchored(old.rows))
    former = {now: before[then] for then, now in _anchors(comparison.stayed.items()) if then in before}
    found: dict[str, list[OldText]] = {}

    def changed(block: Block, row: Row) -> Block:
        anchor = _anchor(block)
        then = former.get(anchor) if anchor in marks else None
        if then is None or type(then) is not type(block):
            return block
        both, texts = _both(then, block, arrow)
        place = (
            f"lane-{row.id}" if isinstance(block, Score) else anchor
        )  # the word for a feeling stands beside its face
        found.setdefault(place, []).extend(texts)
        return both

    headings = []
    names = {now.id: then.name for then, now in comparison.stayed.items() if isinstance(then.value, Stage)}
    for heading in grid.headings:  # beside each other, there is room for one volume and one conversion only
        name = _joined(names.get(heading.id), heading.name, arrow)
        headings.append(replace(heading, name=name.whole) if name else heading)
        found[f"stage-{heading.id}"] = [name] if name else []
    rows = []
    for row in grid.rows:
        cells = (replace(cell, blocks=tuple(changed(block, row) for block in cell.blocks)) for cell in row.cells)
        rows.append(replace(row, cells=tuple(cells)))
    grid = replace(grid, headings=tuple(headings), rows=tuple(rows))
    return grid, {place: tuple(texts) for place, texts in found.items()}


def lost_texts(old: Iterable[Block], new: Iterable[Block]) -> Iterator[Text]:
    """Yield the texts of a cell that its new version no longer has, as old ones."""
    kept = {text.text for text in _texts(new)}
    for text in _texts(old):
        if text.text not in kept and not _REFERENCE.fullmatch(text.text):
            yield Text(text.text, label=text.label, url=OLD, tone="muted")


def _texts(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        match block:
            case Text():
                yield block
            case Bullets():
                yield from block.items
            case Chips():
                yield from (Text(chip.text) for chip in block.items)
            case _:
                pass


def _anchor(block: Block) -> str:
    return getattr(block, "anchor", None) or ""


def _anchored(rows: Iterable[Row]) -> Iterator[tuple[str, Block]]:
    cells: Iterator[Cell] = (cell for row in rows for cell in row.cells)
    return ((_anchor(block), block) for cell in cells for block in cell.blocks if _anchor(block))


def _anchors(pairs: Iterable[tuple[Item, Item]]) -> Iterator[tuple[str, str]]:
    """Yield the anchors of items that stayed, in the old map and in the new one."""
    for then, now in pairs:
        before, after = own(then), own(now)
        if before and after:
            yield before, after
        if isinstance(then.value, Touchpoint):
            yield from ((f"{place}-{then.id}", f"{place}-{now.id}") for place in ("emotion", "thought", "moment"))


def _both(then: Block, now: Block, arrow: str) -> tuple[Block, tuple[OldText, ...]]:
    """Return a block with the texts of two versions, and what of them is old."""
    if isinstance(then, Quote) and isinstance(now, Quote):
        return _both_quotes(then, now, arrow)
    texts = {name: _joined(getattr(then, name), getattr(now, name), arrow) for name in _FIELDS.get(type(now), ())}
    lines: tuple[Text, ...] = ()
    if isinstance(then, Card) and isinstance(now, Card):
        lines = tuple(lost_texts(then.body, now.body))
        overline = texts["overline"]
        if overline and now.icon and not icon_of(now.icon, now.overline or ""):  # its first letter is the icon
            lines = (Text(overline.old, url=OLD, tone="muted"), *lines)
            texts["overline"] = None
        now = replace(now, body=(*lines, *now.body))
    found = {name: text for name, text in texts.items() if text}
    return replace(now, **{name: text.whole for name, text in found.items()}), tuple(found.values())


def _both_quotes(then: Quote, now: Quote, arrow: str) -> tuple[Quote, tuple[OldText, ...]]:
    """Return a quote that reads as two, each between its own quotation marks."""
    text = _joined(then.marked, now.marked, arrow)
    if text is None:
        return now, ()
    before, behind = now.marks
    is_marked = text.whole.startswith(before) and text.whole.endswith(behind)
    both = replace(now, text=text.whole[len(before) : -len(behind)] if is_marked else text.whole)
    return both, (OldText(text.old, both.marked),)


def _joined(then: str | None, now: str | None, arrow: str) -> OldText | None:
    if not then or then == now:
        return None
    return OldText(then, f"{then}{arrow}{now}" if now else then)


def is_old(blocks: Sequence[Block]) -> bool:
    """Return whether a block is a line with an old text."""
    return any(isinstance(block, Text) and block.url == OLD for block in blocks)
