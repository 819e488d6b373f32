"""Legend and footer -> items: what the signs mean, who answers for the map."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from mapgen.header import Sign
from mapgen.layout import dimensions as m
from mapgen.layout.badges import EFFECTS, SIGNS, badge
from mapgen.layout.meters import whisker
from mapgen.layout.pagination import MapPart
from mapgen.layout.previous_curve import key
from mapgen.layout.scene import Box, Circle, Group, Item, Line, Rect
from mapgen.layout.series import gap_sign
from mapgen.layout.shapes import diamond, star
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines

_GAP = 22.0

Draw = Callable[[float, float], Item]
"""Draws a sign with its left end and its middle at a place."""

SYMBOLS: dict[str, Draw] = {
    "moment-of-truth": lambda x, y: star(x + 8, y, m.STAR),
    "hypothesis": lambda x, y: Circle(x + 8, y, 6, "paper", "ink", 1.5, "3 2"),
    "evidence": lambda x, y: Circle(x + 8, y, 6, "ink", "ink", 1.5),
    "target": lambda x, y: Line(x + 8, y - 6, x + 8, y + 6, "ink", 1.5),
    "interval": lambda x, y: Group(tuple(whisker(x, x + 16, y, (x, x + 16)))),
    "target-emotion": lambda x, y: diamond(x + 8, y, 4.5),
    "emotion-gap": lambda x, y: gap_sign(x - 2, y, 20),
    "stage": lambda x, y: Rect(x, y - 5, 14, 10, "stage-1", radius=2),
    "before": lambda x, y: Group(tuple(key(x - 2, y))),
    **{sign: partial(badge, sign=sign, effect=None) for sign in SIGNS},
    **{effect: partial(badge, sign=None, effect=effect) for effect in EFFECTS},
}


class Symbols(NamedTuple):
    """How the signs of a legend are drawn, and how much room each takes."""

    draw: Mapping[str, Draw] = MappingProxyType(SYMBOLS)
    room: float = 22.0


_USUAL = Symbols()


def foot_part(
    signs: Sequence[Sign], footer: Sequence[str], x: float, width: float, ruler: TextMeasurer, symbols: Symbols = _USUAL
) -> MapPart:
    """Return the foot of the map: the legend at the start, the footer at the end."""
    return MapPart(partial(_foot, signs, footer, x, width, ruler, symbols), tail=True)


def _foot(
    signs: Sequence[Sign],
    footer: Sequence[str],
    x: float,
    width: float,
    ruler: TextMeasurer,
    symbols: Symbols,
    y: float,
    out: list[Item],
) -> float:
    items: list[Item] = [Line(x, y, x + width, y, "hair")]
    top = y + 12
    told = " \u00b7 ".join(footer)
    at_end = ruler.lines(told, m.FOOT, width * 0.5) if told else ()
    placed_lines(at_end, x + width, top, m.FOOT, items, anchor="end")
    room = width - max((line.width for line in at_end), default=0.0) - _GAP
    legend: list[Item] = []
    ended = _signs(signs, x, top, room, ruler, symbols, legend)
    items.append(Group(tuple(legend), None, None, Box(x, top, room, ended - top), "legend"))
    bottom = max(ended, top + len(at_end) * m.FOOT.leading)
    out.append(Group(tuple(items), None, None, Box(x, y, width, bottom - y)))
    return bottom


def _signs(
    signs: Sequence[Sign], x: float, y: float, width: float, ruler: TextMeasurer, symbols: Symbols, out: list[Item]
) -> float:
    left = x
    for sign in signs:
        symbol = symbols.draw.get(sign.symbol)
        inset = symbols.room if symbol else 0.0
        lines = ruler.lines(sign.text, m.FOOT, width - inset)
        own = inset + max(line.width for line in lines)
        if left > x and left + own > x + width:
            left, y = x, y + m.FOOT.leading + 2
        if symbol:
            out.append(symbol(left, y + m.FOOT.leading / 2))
        placed_lines(lines, left + inset, y, m.FOOT, out)
        left += own + _GAP
        y += (len(lines) - 1) * m.FOOT.leading
    return y + m.FOOT.leading if signs else y
