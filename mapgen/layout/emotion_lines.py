"""The scores of a band -> the lines of the emotion curve, its faces or dots, and what is aimed at."""

from collections.abc import Iterator

from mapgen.blocks import Point as Scored
from mapgen.blocks import Score
from mapgen.layout import dimensions as m
from mapgen.layout.curve import Point, samples, stretches
from mapgen.layout.emotion_frame import Curve
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.scene import Box, Circle, Item, Line, Path, Rect
from mapgen.layout.series import gap_style, has_own_color, series_dash, series_dot, series_role
from mapgen.layout.shapes import diamond, face

DIAMOND = 4.5
_CLEAR = 4.0  # between a line and a label
_GHOST_DOT = 2.5
_ABREAST, _FACES_ABREAST = m.DOT + 3, 2 * m.FACE + 2  # from one mark to the next where several say the same


def draw_zones(curve: Curve) -> None:
    """Draw the ground above and below neutral, and the line between."""
    left, width = curve.band.left, curve.band.right - curve.band.left
    neutral = curve.y(curve.axis.neutral)
    curve.items += [
        Rect(left, curve.top, width, neutral - curve.top, "zone-good"),
        Rect(left, neutral, width, curve.top + curve.height - neutral, "zone-bad"),
        Line(left, neutral, left + width, neutral, "line"),
    ]


def draw_lines(curve: Curve, room: LabelPlacer) -> None:
    """Draw the line of the targets and one a series, and keep their places free of labels."""
    aims: list[Point | None] = []
    for column, score in _columns(curve):
        target = score.target if score else None
        aims.append((curve.columns[column], curve.y(target.share)) if target else None)
    _draw(curve, aims, Path((), stroke="muted", stroke_width=1.5, dash="2 4"), room, joins_gaps=False)
    for index in curve.series:
        person = curve.axis.people[index]
        style = Path((), stroke=series_role(person), stroke_width=2.2, dash=series_dash(person))
        draw_line(curve, index, style, room)


def draw_line(curve: Curve, series: int, style: Path, room: LabelPlacer) -> None:
    """Draw the line of a series through its points; where it has none, it is a gap."""
    points: list[Point | None] = []
    for column, score in _columns(curve):
        if score and score.only == "before":
            continue
        point = next((point for point in score.points if point.series == series), None) if score else None
        points.append((_x(curve, column, score, point), curve.y(point.share)) if score and point else None)
    _draw(curve, points, style, room, joins_gaps=curve.axis.joins_gaps)


def _columns(curve: Curve) -> Iterator[tuple[int, Score | None]]:
    columns = (column for column in range(curve.band.first, curve.band.last) if column not in curve.covered)
    return ((column, curve.scores.get(column)) for column in columns)


def _x(curve: Curve, column: int, score: Score, point: Scored) -> float:
    """Return where a point stands: in the middle of its column, beside those that say the same."""
    same = [other.series for other in curve.points(score) if other.share == point.share]
    if point.series not in same:
        return curve.columns[column]
    step = _FACES_ABREAST if curve.has_faces else _ABREAST
    return curve.columns[column] + (same.index(point.series) - (len(same) - 1) / 2) * step


def _draw(curve: Curve, points: list[Point | None], style: Path, room: LabelPlacer, *, joins_gaps: bool) -> None:
    for segments, is_gap in stretches(points, joins_gaps=joins_gaps):
        curve.items.append((gap_style(style) if is_gap else style)._replace(segments=segments))
        room.take_line(samples(segments, 4), _CLEAR)


def draw_targets(curve: Curve, room: LabelPlacer) -> None:
    """Draw what is aimed at as a diamond, and a thin line from the face to it."""
    for column, score in curve.scores.items():
        if score.target is None:
            continue
        x, y = curve.columns[column], curve.y(score.target.share)
        points = curve.points(score)
        if points:
            felt = curve.y(points[0].share)
            curve.items.append(Line(x, min(y, felt), x, max(y, felt), "muted", 1, "1 3"))
            room.take(Box(x - 3, min(y, felt), 6, abs(y - felt)))
        curve.items.append(diamond(x, y, DIAMOND))
        room.take(Box(x - DIAMOND - 1, y - DIAMOND - 1, 2 * DIAMOND + 2, 2 * DIAMOND + 2))


def marks(curve: Curve) -> Iterator[tuple[int, list[Item]]]:
    """Yield what stands at the points of each column: a face, or a dot of each series; small dots of ghosts."""
    for column, score in curve.scores.items():
        items: list[Item] = []
        if not curve.series:
            x = curve.columns[column]
            items += [
                Circle(x, curve.y(share), _GHOST_DOT, "muted")
                for share in dict.fromkeys(point.share for point in score.points)
            ]
        for point in curve.points(score):
            x, y = _x(curve, column, score, point), curve.y(point.share)
            person = curve.axis.people[point.series]
            if curve.has_faces and has_own_color(person):
                role = f"score-{min(5, int(point.share * 5) + 1)}" if person is None else series_role(person)
                items += face(x, y, m.FACE, point.share, role, hollow=score.hypothesis)
            else:
                items.append(series_dot(person, x, y, m.DOT, hollow=score.hypothesis))
        yield column, items
