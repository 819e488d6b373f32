"""An exit -> a piece: an arrow that leaves the lane, as wide as the part of customers who take it, and why."""

from math import fsum

from mapgen.blocks import Card, Text, reference
from mapgen.layout import dimensions as m
from mapgen.layout.scene import Box, Group, Item, Line, Path
from mapgen.layout.shapes import polygon
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import TONES, FittedBlock, placed_lines, prose

_ROOM = 24.0  # for the arrow
_THIN, _WIDE = 2.0, 12.0  # of arrows that nobody and that everybody takes
_HEAD = 6.0
_PAD = 2.0


def exit_arrow(block: Card, width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit an exit: its reason beside the arrow, below that its kind with the share, and what is known of it."""
    inner = width - _ROOM - m.CELL_PAD
    color = TONES[block.tone]
    said = " \u00b7 ".join(text for text in (block.overline, block.note) if text)
    parts = [prose(Text(block.title, reference(block)), inner, ruler, m.BODY_STRONG)]
    parts += [prose(text, inner, ruler, m.CARD_BODY) for text in block.body]
    kind = ruler.lines(said, m.BADGE, inner) if said else ()
    height = 2 * _PAD + fsum(part.height for part in parts) + len(kind) * m.BADGE.leading

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        items: list[Item] = _arrow(x + _ROOM / 2 - 2, y + _PAD, y + height - _PAD, block.share, color)
        left, top = x + _ROOM, y + _PAD
        parts[0].place(left, top, parts[0].height, items)
        top += parts[0].height
        placed_lines(kind, left, top, m.BADGE, items, fill=color)
        top += len(kind) * m.BADGE.leading
        for part in parts[1:]:
            part.place(left, top, part.height, items)
            top += part.height
        out.append(Group(tuple(items), None, block.anchor, Box(x, y, width, height)))

    return FittedBlock(height, place)


def _arrow(x: float, top: float, bottom: float, share: float | None, color: str) -> list[Item]:
    """Draw an arrow downwards; one whose share is unknown is as thin as can be."""
    pen = _THIN + (_WIDE - _THIN) * min(1.0, share or 0.0)
    half = pen / 2 + 3.5
    head = polygon([(x - half, bottom - _HEAD), (x, bottom), (x + half, bottom - _HEAD)])
    return [Line(x, top, x, bottom - _HEAD + 0.5, color, pen), Path(head, fill=color)]
