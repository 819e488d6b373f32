"""The scores of an old version and their band -> a pale dashed curve with hollow points, and how each moved since."""

from collections.abc import Iterator

from mapgen.layout.curve import Point, samples, stretches
from mapgen.layout.emotion_frame import Curve
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.scene import Box, Circle, Item, Line, Path
from mapgen.layout.series import gap_style

DASH = "6 4"
_WIDTH = 1.6
_DOT = 4.0
_CLEAR = 3.0
_TIP = 5.0
_LEAST = 2.0  # pixels that a point has to move


def draw(curve: Curve, room: LabelPlacer) -> None:
    """Draw the old curve of each series below the new ones, and keep its place free of labels."""
    known = {point.series for score in curve.scores.values() for point in curve.former(score)}
    for series in sorted(known):
        points = list(_points(curve, series))
        for segments, is_gap in stretches(points, joins_gaps=curve.axis.joins_gaps):
            line = Path(segments, stroke="muted", stroke_width=_WIDTH, dash=DASH)
            curve.items.append(gap_style(line) if is_gap else line)
            room.take_line(samples(segments, 4), _CLEAR)
        for found in points:
            if found:
                curve.items.append(Circle(*found, _DOT, "paper", "muted", _WIDTH))
                room.take(Box(found[0] - _DOT - 2, found[1] - _DOT - 2, 2 * _DOT + 4, 2 * _DOT + 4))
    _moves(curve, room)


def key(x: float, y: float) -> list[Item]:
    """Draw the sign of an old curve, 20 pixels wide."""
    return [
        Line(x, y, x + 20, y, "muted", _WIDTH, DASH),
        Circle(x + 10, y, _DOT, "paper", "muted", _WIDTH),
    ]


def _points(curve: Curve, series: int) -> Iterator[Point | None]:
    for column in range(curve.band.first, curve.band.last):
        score = curve.scores.get(column)
        if column in curve.covered or (score and score.only == "now"):
            continue
        share = next((point.share for point in score.before if point.series == series), None) if score else None
        yield None if share is None else (curve.columns[column], curve.y(share))


def _moves(curve: Curve, room: LabelPlacer) -> None:
    """Draw an arrow from where the one curve was to where it is; several curves would hide each other's."""
    if len(curve.series) > 1:
        return
    for column, score in curve.scores.items():
        before, after = curve.former(score), curve.points(score)
        if before and after:
            x, then, now = curve.columns[column], curve.y(before[0].share), curve.y(after[0].share)
            up = now < then
            start, end = (then - _DOT, now + curve.reach) if up else (then + _DOT, now - curve.reach)
            if abs(then - now) - _DOT - curve.reach > _LEAST:
                curve.items += _arrow(x, start, end, "good" if up else "bad")
                room.take(Box(x - _TIP, min(start, end), 2 * _TIP, abs(start - end)))


def _arrow(x: float, start: float, end: float, role: str) -> list[Item]:
    back = end + _TIP if end < start else end - _TIP
    tip = Path((("M", (x - _TIP + 1, back)), ("L", (x, end)), ("L", (x + _TIP - 1, back))), stroke=role, stroke_width=2)
    return [Line(x, start, x, end, role, 2), tip]
