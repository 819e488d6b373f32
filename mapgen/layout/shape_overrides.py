"""What a theme says about shapes -> items with other corners, and the logo at the foot."""

from collections.abc import Iterable
from typing import NamedTuple

from mapgen.layout import dimensions as m
from mapgen.layout.pagination import MapPart
from mapgen.layout.scene import Box, Group, ImageItem, Item, Rect
from mapgen.layout.shapes import CardEdge, bar_of_card, cut_of_edge

LOGO = "mapgen:logo"
"""What a drawing calls the picture of the logo; no file of an author has such a name."""

_WIDTH = 160.0
_HEIGHT = 32.0
LOGO_HEIGHT = m.ROW_PAD + _HEIGHT
"""How much a logo adds to the height of a drawing, in pixels."""


class ShapeOverrides(NamedTuple):
    """The radius of a card's corners in pixels, None for the usual one, and the text of the logo if there is one."""

    radius: float | None = None
    logo: str | None = None


def logo_part(text: str, right: float) -> MapPart:
    """Put the logo below everything else, at the end side."""

    def draw(y: float, out: list[Item]) -> float:
        box = Box(right - _WIDTH, y + m.ROW_PAD, _WIDTH, _HEIGHT)
        out.append(Group((ImageItem(*box, LOGO, text),), None, None, box, "logo"))
        return y + m.ROW_PAD + _HEIGHT

    return MapPart(draw, tail=True)


def rounded(items: Iterable[Item], radius: float) -> tuple[Item, ...]:
    """Round each corner as much more or less as that of a card is to be."""
    return tuple(_rounded(item, radius) for item in items)


def _rounded(item: Item, radius: float) -> Item:
    match item:
        case Rect():
            return item._replace(radius=item.radius * radius / m.CARD_RADIUS)
        case CardEdge():
            return _edge(item, radius)
        case Group():
            return item._replace(items=rounded(item.items, radius))
        case _:
            return item


def _edge(edge: CardEdge, radius: float) -> CardEdge:
    """Cut the edge of a card out of a card with these corners."""
    (_, (right, top)), (_, (_, bottom)), *_ = edge.segments
    cut = cut_of_edge(min(m.CARD_RADIUS, (bottom - top) / 2), m.CARD_BAR)
    left, height = right - m.CARD_BAR, bottom - top + 2 * cut
    return bar_of_card(left, top - cut, m.CARD_BAR, height, radius, edge.fill or "paper")
