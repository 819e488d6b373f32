"""What became of a thing, and whether that is better -> a small badge: a sign in a circle, and a triangle beside it.

The color says better, worse or neither; the triangle, which points up or down, says it to those who see no colors.
"""

from collections.abc import Mapping

from mapgen.layout.scene import Box, Circle, Group, Item, Path, Rect
from mapgen.layout.shapes import polygon

HEIGHT = 14.0
_WIDE = 25.0
_ARM = 3.4

Segment = tuple[str, tuple[float, ...]]

SIGNS = ("added", "changed", "moved", "removed")
EFFECTS = ("better", "worse")

_COLORS: Mapping[str | None, str] = {None: "link", "better": "good", "worse": "bad"}


def width(sign: str | None, effect: str | None) -> float:
    """Return how wide a badge is, in pixels."""
    return _WIDE if sign and effect else HEIGHT


def color(effect: str | None) -> str:
    """Return the role of the color of an effect."""
    return _COLORS[effect]


def badge(x: float, y: float, *, sign: str | None, effect: str | None, tip: str | None = None) -> Group:
    """Draw a badge with its left end and its middle at a place; `tip` tells it in words."""
    role, half = color(effect), HEIGHT / 2
    items: list[Item] = []
    if sign and effect:
        items.append(Rect(x, y - half, _WIDE, HEIGHT, role, "paper", 1, half))
    else:
        items.append(Circle(x + half, y, half, role, "paper", 1))
    if sign:
        items.append(Path(_sign(sign, x + half, y), stroke="paper", stroke_width=1.8))
    if effect:
        items.append(_triangle(x + width(sign, effect) - half - (1.5 if sign else 0), y, up=effect == "better"))
    return Group(tuple(items), box=Box(x, y - half, width(sign, effect), HEIGHT), tip=tip)


def _sign(sign: str, x: float, y: float) -> tuple[Segment, ...]:
    across: tuple[Segment, ...] = (("M", (x - _ARM, y)), ("L", (x + _ARM, y)))
    match sign:
        case "added":
            return (*across, ("M", (x, y - _ARM)), ("L", (x, y + _ARM)))
        case "removed":
            return across
        case "moved":
            return (
                *across,
                ("M", (x - _ARM / 2, y - 2.6)),
                ("L", (x - _ARM, y)),
                ("L", (x - _ARM / 2, y + 2.6)),
                ("M", (x + _ARM / 2, y - 2.6)),
                ("L", (x + _ARM, y)),
                ("L", (x + _ARM / 2, y + 2.6)),
            )
        case _:
            third = 2 * _ARM / 3
            wave = (x - third, y - 4, x + third, y + 4, x + _ARM, y - 1)
            return (("M", (x - _ARM, y + 1)), ("C", wave))


def _triangle(x: float, y: float, *, up: bool) -> Path:
    rise = -3.0 if up else 3.0
    return Path(polygon([(x - 3.2, y - rise), (x + 3.2, y - rise), (x, y + rise)]), fill="paper")
