"""Points -> a smooth line that shows no feeling that nobody had: monotone between its points."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Segment = tuple[str, tuple[float, ...]]


def monotone(points: Sequence[Point]) -> tuple[Segment, ...]:
    """Join points (x rising) by cubic curves that stay between the two points that they join.

    The slopes are those of Steffen, "A simple method for monotonic interpolation in one dimension" (1990).

    >>> monotone([(0, 0), (3, 9)])
    (('M', (0, 0)), ('C', (1.0, 3.0, 2.0, 6.0, 3, 9)))
    """
    slopes = _slopes(points)
    segments: list[Segment] = [("M", points[0])]
    for index in range(len(points) - 1):
        (x0, y0), (x1, y1) = points[index], points[index + 1]
        third = (x1 - x0) / 3
        control = (x0 + third, y0 + third * slopes[index], x1 - third, y1 - third * slopes[index + 1], x1, y1)
        segments.append(("C", control))
    return tuple(segments)


def _slopes(points: Sequence[Point]) -> list[float]:
    if len(points) < 2:  # noqa: PLR2004 - one point has no slope
        return [0.0]
    steps = [(b[0] - a[0], (b[1] - a[1]) / (b[0] - a[0])) for a, b in pairwise(points)]
    inner = [_slope(*before, *after) for before, after in pairwise(steps)]
    if not inner:
        return [steps[0][1], steps[0][1]]
    first, last = (3 * steps[0][1] - inner[0]) / 2, (3 * steps[-1][1] - inner[-1]) / 2
    return [_calmed(first, steps[0][1]), *inner, _calmed(last, steps[-1][1])]


def _slope(h0: float, s0: float, h1: float, s1: float) -> float:
    if s0 * s1 <= 0:
        return 0.0
    middle = (s0 * h1 + s1 * h0) / (h0 + h1)
    return min(2 * min(abs(s0), abs(s1)), abs(middle)) * (1 if s0 > 0 else -1)


def _calmed(slope: float, secant: float) -> float:
    """Keep the slope of an end within what cannot overshoot."""
    if slope * secant <= 0:
        return 0.0
    return slope if abs(slope) <= 2 * abs(secant) else 2 * secant


def stretches(points: Sequence[Point | None], *, joins_gaps: bool) -> Iterator[tuple[tuple[Segment, ...], bool]]:
    """Draw a series: yield each part of its line, and whether it passes a gap, where nothing is given.

    A gap is passed only between two points that are given, and only if `joins_gaps` is set.

    >>> [is_gap for _, is_gap in stretches([(0, 0), (1, 3), None, (3, 9), None], joins_gaps=True)]
    [False, True]
    >>> [is_gap for _, is_gap in stretches([(0, 0), (1, 3), None, (3, 9), None], joins_gaps=False)]
    [False]
    """
    if not joins_gaps:
        yield from ((monotone(run), False) for run in runs(points) if len(run) > 1)
        return
    segments = monotone([point for point in points if point is not None]) if any(points) else ()
    first = 0
    for run in runs(points):
        if first:
            yield (("M", segments[first - 1][1][-2:]), segments[first]), True
        last = first + len(run)
        if len(run) > 1:
            yield (("M", run[0]), *segments[first + 1 : last]), False
        first = last


def samples(segments: Sequence[Segment], spacing: float) -> Iterator[Point]:
    """Yield points along a curve, about `spacing` pixels apart in x."""
    x0, y0 = segments[0][1]
    yield x0, y0
    for _, (x1, y1, x2, y2, x3, y3) in segments[1:]:
        count = max(2, int((x3 - x0) / spacing))
        for index in range(1, count + 1):
            t = index / count
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
        x0, y0 = x3, y3


def runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Cut a series at its gaps: where nothing is given, no line is drawn."""
    run: list[Point] = []
    for point in points:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run
