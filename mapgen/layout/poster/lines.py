"""Scores -> the areas between curve and neutral, and the line of all customers or of each persona."""

from mapgen.charts.poster import PosterPerson
from mapgen.layout.curve import Point, Segment, samples, stretches
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.areas import side_area
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.poster.head import disc
from mapgen.layout.scene import Box, Circle, Path
from mapgen.layout.series import gap_style, series_dash

_DASH_SCALE = 3  # the lines are thicker than those of a map, and their round ends fill gaps
_LINE_GAP = 2.2  # pixels between lines of personas with the same scores
_STEEP = 14.0  # if the pitch is smaller, the line is thinner
_STEEP_LINE = 3.0
_AREA_STEP = 3.0


def draw_areas(frame: CurveFrame) -> None:
    """Fill the area between the curve and the neutral line, and keep it free of words."""
    for segments, is_gap in stretches(frame.points(None), joins_gaps=frame.poster.joins_gaps):
        if is_gap:
            continue
        for role, pieces in (
            ("good-tint", side_area(segments, frame.zero, above=True)),
            ("bad-tint", side_area(segments, frame.zero, above=False)),
        ):
            if pieces:
                frame.items.append(Path(pieces, fill=role))
        for x, y in samples(segments, _AREA_STEP):
            frame.room.take(Box(x - _AREA_STEP / 2, min(y, frame.zero), _AREA_STEP, abs(y - frame.zero)))


def draw_lines(frame: CurveFrame) -> None:
    """Draw the line of all customers or, if they have no scores, the line of each persona."""
    if frame.poster.lines == (None,):
        width = s.CURVE if frame.columns.pitch > _STEEP else _STEEP_LINE
        _stretches(frame, frame.points(None), Path((), stroke="ink", stroke_width=width))
        return
    starts: dict[float, int] = {}
    for person in frame.poster.people:
        _line_of(frame, person, starts)


def _line_of(frame: CurveFrame, person: PosterPerson, starts: dict[float, int]) -> None:
    """Draw the line of a persona, offset from lines with the same scores, and its letter where the line begins."""
    offset = (person.index - (len(frame.poster.people) - 1) / 2) * _LINE_GAP
    line = frame.points(person.index)
    role = f"person-{person.index % 5 + 1}"
    shifted = [point and (point[0], point[1] + offset) for point in line]
    dash = series_dash(person.index, _DASH_SCALE)
    _stretches(frame, shifted, Path((), stroke=role, stroke_width=s.CURVE * 0.7, dash=dash))
    points = [point for point in line if point]
    for moment, point in zip(frame.poster.points, line, strict=True):
        if point and moment.hypothesis:
            frame.items.append(Circle(point[0], point[1] + offset, s.DOT * 0.7, "paper", role, 2, "3 2.5"))
        elif point:
            frame.items.append(Circle(point[0], point[1] + offset, s.DOT * 0.7, role))
    if points:
        x, y = points[0]
        before = starts[y] = starts.get(y, 0) + 1
        left = max(s.GUTTER - 8, x - before * 2 * frame.disc - 4)
        disc(person, left, y, frame.disc, frame.ruler, frame.items)


def _stretches(frame: CurveFrame, points: list[Point | None], style: Path) -> None:
    for segments, is_gap in stretches(points, joins_gaps=frame.poster.joins_gaps):
        frame.items.append((gap_style(style, s.GAP_SCALE) if is_gap else style)._replace(segments=segments))
        _take(frame, segments, style.stroke_width / 2 + 3)


def _take(frame: CurveFrame, segments: tuple[Segment, ...], reach: float) -> None:
    frame.room.take_line(samples(segments, 1), reach)
