"""Points of a way -> its line with round corners, arrow and marks; each kind has a hue, a dash and an arrow."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import Literal, NamedTuple

from mapgen.charts.flowchart import Change
from mapgen.layout.scene import Circle, Group, Item, Path, Rect
from mapgen.layout.shapes import polygon
from mapgen.model.journey import EdgeKind, Number

Point = tuple[float, float]
Head = Literal["full", "hollow", "open"]


class Stroke(NamedTuple):
    """How a kind of way looks."""

    color: str
    dash: str | None
    head: Head


STROKES: dict[EdgeKind, Stroke] = {
    "next": Stroke("bar", None, "full"),
    "skip": Stroke("series-1", "9 4", "full"),
    "back": Stroke("bad", "6 4", "full"),
    "repeat": Stroke("series-5", "2.5 4", "full"),
    "parallel": Stroke("series-4", None, "hollow"),
    "feedback": Stroke("series-3", "0.5 4.5", "open"),
}
UNPLANNED = Stroke("ink", "3 3", "full")
QUIET = "line"

_ROUND = 7.0
_HEAD = 8.0
_THIN, _THICK, _UNKNOWN = 1.2, 4.0, 1.6
_MARK = 3.4


def weight(share: Number | None) -> float:
    """Return the width of a line: the more of those who leave take it, the thicker."""
    return _UNKNOWN if share is None else _THIN + (_THICK - _THIN) * min(1.0, max(0.0, share))


def line(
    points: Sequence[Point], kind: EdgeKind, width: float, *, color: str | None = None, unplanned: bool = False
) -> list[Item]:
    """Draw a way through its points; the last is the tip of the arrow."""
    stroke = UNPLANNED if unplanned else STROKES[kind]
    hue = color or stroke.color
    (x0, y0), tip = points[-2], points[-1]
    length = max(0.01, hypot(tip[0] - x0, tip[1] - y0))
    ux, uy = (tip[0] - x0) / length, (tip[1] - y0) / length
    back = _HEAD if stroke.head == "full" else _HEAD + 1 if stroke.head == "hollow" else 1.0
    end = (tip[0] - ux * back, tip[1] - uy * back)
    items: list[Item] = [Path(rounded((*points[:-1], end)), stroke=hue, stroke_width=width, dash=stroke.dash)]
    half = 3.6 + width / 3
    base = (tip[0] - ux * _HEAD, tip[1] - uy * _HEAD)
    sides = [(base[0] - uy * half, base[1] + ux * half), (base[0] + uy * half, base[1] - ux * half)]
    if stroke.head == "open":
        items.append(Path((("M", sides[0]), ("L", tip), ("L", sides[1])), stroke=hue, stroke_width=max(1.4, width)))
    else:
        hollow = stroke.head == "hollow"
        fill = "paper" if hollow else hue
        items.append(Path(polygon([sides[0], tip, sides[1]]), fill, hue if hollow else None, 1.4))
    if kind == "parallel":
        items.append(Circle(points[0][0] + 3, points[0][1], 3, "paper", hue, 1.4))
    return items


def rounded(points: Sequence[Point]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Join points by straight lines whose corners are round."""
    kept = [points[0]]
    for before, after in pairwise(points):
        if hypot(after[0] - before[0], after[1] - before[1]) > 0.01:  # noqa: PLR2004 - pixels that nobody sees
            kept.append(after)
    segments: list[tuple[str, tuple[float, ...]]] = [("M", kept[0])]
    for before, corner, after in zip(kept, kept[1:], kept[2:], strict=False):
        into, out = _near(corner, before), _near(corner, after)
        segments.append(("L", into))
        segments.append(("C", (*_between(into, corner), *_between(out, corner), *out)))
    segments.append(("L", kept[-1]))
    return tuple(segments)


def _near(corner: Point, other: Point) -> Point:
    """Return the point where the round of a corner begins, toward another point."""
    length = hypot(other[0] - corner[0], other[1] - corner[1])
    part = min(_ROUND, length / 2) / length
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part


def _between(start: Point, corner: Point) -> Point:
    return start[0] + (corner[0] - start[0]) * 0.55, start[1] + (corner[1] - start[1]) * 0.55


def mark(change: Change, x: float, y: float, color: str) -> Item:
    """Draw where somebody else takes over: a diamond, filled for another owner, hollow for another channel."""
    corners = [(x, y - _MARK), (x + _MARK, y), (x, y + _MARK), (x - _MARK, y)]
    return Path(polygon(corners), color if change == "owner" else "paper", color, 1.4)


def sign(symbol: str, x: float, y: float) -> Item:
    """Draw a sign of the legend with its left end at x and its middle at y."""
    for kind in STROKES:
        if symbol == f"edge-{kind}":
            return Group(tuple(line([(x, y), (x + 26, y)], kind, 1.8)))
    if symbol == "unplanned":
        return Group(tuple(line([(x, y), (x + 26, y)], "next", 1.8, unplanned=True)))
    if symbol == "planned-observed":
        return Rect(x, y - 6, 26, 12, "paper", "bar", 1, 6)
    if symbol == "share":
        thin, thick = (((("M", (x, y + dy)), ("L", (x + 20, y + dy))), w) for dy, w in ((-3.0, _THIN), (3.0, _THICK)))
        return Group(tuple(Path(path, stroke="bar", stroke_width=w) for path, w in (thin, thick)))
    return mark("owner" if symbol == "owner-changes" else "channel", x + 8, y, "ink")
