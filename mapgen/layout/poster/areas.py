"""A curve and a height -> the exact area between them, on one side."""

from collections.abc import Sequence
from itertools import pairwise

from mapgen.layout.curve import Point, Segment


def side_area(curve: Sequence[Segment], zero: float, *, above: bool) -> tuple[Segment, ...]:
    """Return the area between a monotone curve and a height: the parts above the height, or those below it."""
    segments: list[Segment] = []
    for start, (_, end) in pairwise(curve):
        origin = start[1][-2:]
        for piece in _cut((*origin, *end), zero):
            middle = _at(piece, 0.5)[1]
            if (middle < zero) == above and middle != zero:
                x0, x3 = piece[0], piece[6]
                segments += [("M", (x0, zero)), ("L", piece[:2]), ("C", piece[2:]), ("L", (x3, zero)), ("Z", ())]
    return tuple(segments)


Cubic = tuple[float, ...]
"""A cubic curve: its start, two controls and its end, as eight numbers."""


def _cut(curve: Cubic, zero: float) -> list[Cubic]:
    """Split a monotone curve where it crosses a height."""
    if (curve[1] - zero) * (curve[7] - zero) >= 0:
        return [curve]
    low, high = 0.0, 1.0
    heights = curve[1::2]
    for _ in range(40):
        middle = (low + high) / 2
        if (_height(heights, middle) - zero) * (curve[1] - zero) > 0:
            low = middle
        else:
            high = middle
    return list(_halves(curve, (low + high) / 2))


def _height(heights: Sequence[float], t: float) -> float:
    """Return the height of a curve at `t`, bit for bit as `_halves` does."""
    y0, y1, y2, y3 = heights
    a, b, c = y0 + (y1 - y0) * t, y1 + (y2 - y1) * t, y2 + (y3 - y2) * t
    a, b = a + (b - a) * t, b + (c - b) * t
    return a + (b - a) * t


def _at(curve: Cubic, t: float) -> Point:
    left, _ = _halves(curve, t)
    return left[6], left[7]


def _halves(curve: Cubic, t: float) -> tuple[Cubic, Cubic]:
    """Return the two parts of a curve split at `t`, from 0 to 1 (de Casteljau's algorithm)."""

    def between(a: Point, b: Point) -> Point:
        return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t

    p0, p1, p2, p3 = ((curve[i], curve[i + 1]) for i in (0, 2, 4, 6))
    q0, q1, q2 = between(p0, p1), between(p1, p2), between(p2, p3)
    r0, r1 = between(q0, q1), between(q1, q2)
    middle = between(r0, r1)
    return (*p0, *q0, *r0, *middle), (*middle, *r1, *q2, *p3)
