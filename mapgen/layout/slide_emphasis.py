"""The number that the headline of a slide states -> what shows it at a glance: a red ground behind it, or a bar."""

from mapgen.layout.scene import Item, Rect
from mapgen.layout.text import Style, TextLine
from mapgen.layout.text_block import placed_lines

PAD = 6.0
"""From the number to the edge of its ground, in pixels."""
_RADIUS = 5.0
_GROUND = "loss-1"  # as red as "bad", which some themes hatch
_BAR, _THICK = 240.0, 12.0
SHARE_GAP = 16.0
"""From a text to the bar behind it, in pixels."""
SHARE_ROOM = SHARE_GAP + _BAR
"""The width that a bar takes behind a text, in pixels."""


def draw_number(line: TextLine, x: float, y: float, style: Style, out: list[Item]) -> None:
    """Draw a number that begins at `x`, in a line that begins at `y`; its ground reaches beyond it at both sides."""
    out.append(Rect(x - PAD, y + 1, line.width + 2 * PAD, style.leading - 2, _GROUND, radius=_RADIUS))
    placed_lines([line], x, y, style, out, fill="paper")


def draw_share(share: float, x: float, middle: float, out: list[Item]) -> None:
    """Draw a share, from 0 to 1, as a bar that is part of a whole; `middle` is its y."""
    for fill, part in (("track", 1.0), ("ink", share)):
        if part:
            out.append(Rect(x, middle - _THICK / 2, max(_THICK, part * _BAR), _THICK, fill, radius=_THICK / 2))
