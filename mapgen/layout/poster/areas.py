"""A curve and a height -> the exact area between them, on one side."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mapgen.layout.curve import Point, Segment

_NO_EDGE = 1e-6  # pixels


def side_area(curve: Sequence[Segment], zero: float, *, above: bool) -> tuple[Segment, ...]:
    """Return the area between a monotone curve and a height: the parts above the height, or those below it.

    Pieces that follow each other are one part, so that no seam shows between them.
    """
    segments: list[Segment] = []
    end: Point | None = None
    for piece in _pieces(curve, zero):
        middle = _at(piece, 0.5)[1]
        if middle == zero or (middle < zero) != above:
            continue
        if piece[:2] != end:
            segments += (*_closing(end, zero), ("M", (piece[0], zero)), *_edge(piece[:2], zero))
        segments.append(("C", piece[2:]))
        end = piece[6], piece[7]
    return (*segments, *_closing(end, zero))


def _pieces(curve: Sequence[Segment], zero: float) -> Iterator["Cubic"]:
    for start, (_, end) in pairwise(curve):
        yield from _cut((*start[1][-2:], *end), zero)


def _closing(end: Point | None, zero: float) -> tuple[Segment, ...]:
    """Return what closes a part that ends here, if there is one."""
    return () if end is None else (*_edge((end[0], zero), end[1]), ("Z", ()))


def _edge(end: tuple[float, ...], start: float) -> tuple[Segment, ...]:
    """Return the upright edge of a part that ends at a point; none where the curve crosses the height."""
    return () if abs(end[1] - start) < _NO_EDGE else (("L", end),)


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
