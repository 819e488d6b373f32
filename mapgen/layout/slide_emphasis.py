"""The number that the headline of a slide states -> a light number on a red ground, so that it is found at a glance."""

from mapgen.layout.scene import Item, Rect
from mapgen.layout.text import Style, TextLine
from mapgen.layout.text_block import placed_lines

PAD = 6.0
"""From the number to the edge of its ground, in pixels."""
_RADIUS = 5.0
_GROUND = "loss-1"  # as red as "bad", which some themes hatch


def draw_number(line: TextLine, x: float, y: float, style: Style, out: list[Item]) -> None:
    """Draw a number that begins at `x`, in a line that begins at `y`; its ground reaches beyond it at both sides."""
    out.append(Rect(x - PAD, y + 1, line.width + 2 * PAD, style.leading - 2, _GROUND, radius=_RADIUS))
    placed_lines([line], x, y, style, out, fill="paper")
