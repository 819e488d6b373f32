"""The texts of a wire -> a label in a pill: at most a few lines, whose rest the name of the wire tells."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from mapgen.blocks import Text
from mapgen.layout import dimensions as m
from mapgen.layout.balance import LINES_MAX
from mapgen.layout.scene import Item, Rect
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import placed_lines

MORE = "\u2026"
_LINES = 4  # of one text; what is longer ends in dots
_READ = 1_000  # characters of a text that are broken into lines, of which only the first are shown
_PAD_X = 7.0
_PAD_Y = 2.0


class Tag(NamedTuple):
    """A label with its size."""

    lines: tuple[tuple[TextLine, Style], ...]
    width: float
    height: float


def tag(said: Sequence[Text], most: float, ruler: TextMeasurer) -> Tag | None:
    """Break the texts of a label so that it is at most so wide; None where there is nothing to say."""
    lines = [
        (line, style)
        for text in said
        for style in (m.TICK if text.tone == "muted" else m.BADGE,)
        for line in _bounded(text.text, style, most - 2 * _PAD_X, ruler)
    ]
    if not lines:
        return None
    width = max(line.width for line, _ in lines) + 2 * _PAD_X
    return Tag(tuple(lines), width, fsum(style.leading for _, style in lines) + 2 * _PAD_Y)


def _bounded(text: str, style: Style, width: float, ruler: TextMeasurer) -> tuple[TextLine, ...]:
    lines = ruler.lines(text[:_READ], style, width)
    if len(text) > _READ and len(lines) <= LINES_MAX:
        lines = ruler.lines(text, style, width)  # signs without a width fill no lines
    if len(lines) <= _LINES:
        return lines
    last = lines[_LINES - 1].text.rstrip()
    while last and ruler.width(last + MORE, style) > width:
        last = last[:-1].rstrip()
    return (*lines[: _LINES - 1], TextLine(last + MORE, ruler.width(last + MORE, style)))


def draw_tag(one: Tag, cx: float, cy: float, color: str, out: list[Item]) -> None:
    """Draw a label around its middle."""
    x, y = cx - one.width / 2, cy - one.height / 2
    out.append(Rect(x, y, one.width, one.height, "paper", color, 1, min(9.0, one.height / 2)))
    top = y + _PAD_Y
    for line, style in one.lines:
        fill = "soft" if style is m.TICK else "ink"
        placed_lines([line], cx, top, style, out, anchor="middle", fill=fill)
        top += style.leading
