"""A row of scores and its band -> the emotion curve: zones, axis, one line a series, faces, feelings."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from math import fsum

from mapgen.blocks import Score
from mapgen.lanes.grid import Axis
from mapgen.layout import before
from mapgen.layout import metrics as m
from mapgen.layout.columns import Band
from mapgen.layout.curve import Point, monotone, runs, samples
from mapgen.layout.dodge import Room
from mapgen.layout.prose import placed_lines
from mapgen.layout.scene import Box, Circle, Group, Item, Line, Path, Rect
from mapgen.layout.shapes import diamond, face
from mapgen.layout.text import Ruler, Style, TextLine

_DASHES = (None, "7 3", "2 3", "9 3 2 3", "4 4")
_LABEL_WIDTH = 96.0
_LABEL_WIDEST = 240.0
_APART = 1.6  # pixels between lines of several series that say the same
_DIAMOND = 4.5
TICK_GAP = 14.0
_KEY = 26.0
_NUMBER_STRIP = 16.0
_CURVE_CLEAR = 4.0

Columns = dict[int, tuple[float, int | None]]
"""The middle of each column in pixels, and the number of its touchpoint."""


class Curve:
    """The curve of one band, being drawn; `top` and `height` are those of the plot without the strips below it."""

    __slots__ = ("axis", "band", "height", "items", "left_over", "ruler", "scores", "top")

    def __init__(
        self, axis: Axis, band: Band, scores: dict[int, Score], ruler: Ruler, top: float, height: float
    ) -> None:
        """Begin with nothing drawn."""
        self.axis = axis
        self.band = band
        self.scores = scores
        self.ruler = ruler
        self.top = top
        self.height = height
        self.items: list[Item] = []
        self.left_over: list[tuple[int, Score]] = []

    def y(self, share: float) -> float:
        """Return the height on the page of a share of the scale."""
        return self.top + m.CURVE_EDGE + (1 - share) * (self.height - 2 * m.CURVE_EDGE)


def plot_height(axis: Axis, ruler: Ruler) -> float:
    """Return how high the plot must be so that the labels of its axis do not meet."""
    lines = max((len(ruler.lines(label, m.TICK, tick_width(axis, ruler))) for _, label in axis.ticks), default=1)
    shares = sorted(share for share, _ in axis.ticks)
    closest = min((b - a for a, b in pairwise(shares)), default=1.0)
    return 2 * m.CURVE_EDGE + max(m.CURVE_HEIGHT - m.CURVE_EDGE, (lines * m.TICK.leading + 2) / closest)


def tick_width(axis: Axis, ruler: Ruler) -> float:
    """Return the width of the axis' labels in pixels: at most about half of the gutter, or as their longest word."""
    widest = max((ruler.width(label, m.TICK) for _, label in axis.ticks), default=0.0)
    word = max((ruler.longest_word(label, m.TICK) for _, label in axis.ticks), default=0.0)
    return max(min(m.GUTTER * 0.45, widest), min(m.GUTTER - TICK_GAP, word))


def title_room(axis: Axis, ruler: Ruler) -> float:
    """Return the width that the axis' labels leave to the name of the lane."""
    return m.GUTTER - tick_width(axis, ruler) - TICK_GAP


def draw(curve: Curve, columns: Columns) -> float:
    """Draw the curve into its items and return the whole height; `columns` gives x and number of each column."""
    _ground(curve)
    room = Room(Box(curve.band.left, curve.top + 2, curve.band.right - curve.band.left, curve.height - 4))
    before.draw(curve, columns, room)
    _lines(curve, columns, room)
    _targets(curve, columns, room)
    _faces(curve, columns)
    _labels(curve, columns, room)
    height = curve.height
    if any(place.step < place.card + m.CARD_GAP for place in curve.band.places):
        _numbers(curve, columns, curve.top + height)
        height += _NUMBER_STRIP
    return height + _strip(curve, columns, curve.top + height)


def _ground(curve: Curve) -> None:
    """Draw the two zones, the lines of the scale and their labels."""
    left, width = curve.band.left, curve.band.right - curve.band.left
    neutral = curve.y(curve.axis.neutral)
    bottom = curve.top + curve.height
    curve.items.append(Rect(left, curve.top, width, neutral - curve.top, "zone-good"))
    curve.items.append(Rect(left, neutral, width, bottom - neutral, "zone-bad"))
    ticks = tick_width(curve.axis, curve.ruler)
    for share, label in curve.axis.ticks:
        y = curve.y(share)
        at_neutral = share == curve.axis.neutral
        curve.items.append(Line(left, y, left + width, y, "line", 1, None if at_neutral else "1 5"))
        lines = curve.ruler.lines(label, m.TICK, ticks)
        top = y - len(lines) * m.TICK.leading / 2
        placed_lines(lines, left - 10, top, m.TICK, curve.items, anchor="end")


def _lines(curve: Curve, columns: Columns, room: Room) -> None:
    """Draw one line a series and that of the targets, and keep their places free of labels.

    Several lines are set a little apart, so that where they say the same both can be seen.
    """
    count = len(curve.axis.series)
    _draw_runs(curve, _points(curve, columns, None), Path((), stroke="muted", stroke_width=1.5, dash="2 4"), room)
    for index in range(count):
        role = "ink" if count == 1 else f"series-{index % 5 + 1}"
        style = Path((), stroke=role, stroke_width=2.2, dash=_DASHES[index % 5])
        aside = (index - (count - 1) / 2) * _APART
        points = [point and (point[0], point[1] + aside) for point in _points(curve, columns, index)]
        _draw_runs(curve, points, style, room)


def _draw_runs(curve: Curve, points: list[Point | None], style: Path, room: Room) -> None:
    for run in runs(points):
        if len(run) > 1:
            segments = monotone(run)
            curve.items.append(style._replace(segments=segments))
            room.take_line(samples(segments, 4), _CURVE_CLEAR)


def _targets(curve: Curve, columns: Columns, room: Room) -> None:
    """Draw what is aimed at as a diamond, and a thin line from the face to it."""
    for column, score in curve.scores.items():
        if score.target is None:
            continue
        x, y = columns[column][0], curve.y(score.target.share)
        if score.points:
            felt = curve.y(score.points[0].share)
            curve.items.append(Line(x, min(y, felt), x, max(y, felt), "muted", 1, "1 3"))
            room.take(Box(x - 3, min(y, felt), 6, abs(y - felt)))
        curve.items.append(diamond(x, y, _DIAMOND))
        room.take(Box(x - _DIAMOND - 1, y - _DIAMOND - 1, 2 * _DIAMOND + 2, 2 * _DIAMOND + 2))


def _points(curve: Curve, columns: Columns, series: int | None) -> list[Point | None]:
    found: list[Point | None] = []
    for column in range(curve.band.first, curve.band.last):
        score = curve.scores.get(column)
        if score and score.only == "before":
            continue
        share = _share(score, series)
        found.append(None if share is None else (columns[column][0], curve.y(share)))
    return found


def _share(score: Score | None, series: int | None) -> float | None:
    if score is None:
        return None
    if series is None:
        return score.target.share if score.target else None
    return next((point.share for point in score.points if point.series == series), None)


def _faces(curve: Curve, columns: Columns) -> None:
    """Draw a face for each score, and a dot where there are several series; dots that meet stand side by side."""
    draw = _face if len(curve.axis.series) == 1 else _dots
    for column, score in curve.scores.items():
        items = tuple(draw(curve, score, columns[column][0]))
        curve.items += [Group(items, None, score.anchor)] if score.anchor and items else items


def _face(curve: Curve, score: Score, x: float) -> Iterator[Item]:
    for point in score.points:
        role = f"score-{min(5, int(point.share * 5) + 1)}"
        yield from face(x, curve.y(point.share), m.FACE, point.share, role, hollow=score.hypothesis)


def _dots(curve: Curve, score: Score, x: float) -> Iterator[Item]:
    for point in score.points:
        same = [other.series for other in score.points if other.share == point.share]
        aside = (same.index(point.series) - (len(same) - 1) / 2) * (m.DOT + 3)
        role = f"series-{point.series % 5 + 1}"
        fill = "paper" if score.hypothesis else role
        yield Circle(x + aside, curve.y(point.share), m.DOT, fill, role, 2)


def _labels(curve: Curve, columns: Columns, room: Room) -> None:
    """Put feelings and marks beside their faces; what finds no place is told in a strip under the curve."""
    reach = m.DOT + 2 if len(curve.axis.series) > 1 else m.FACE + 2
    scores = curve.scores
    for column, score in scores.items():
        for point in score.points:
            x, y = columns[column][0], curve.y(point.share)
            room.take(Box(x - reach, y - reach, 2 * reach, 2 * reach))
    for column in sorted(scores, key=lambda column: (not scores[column].marks, column)):
        score = scores[column]
        if not score.marks and not score.feeling:
            continue
        share = score.points[0].share if score.points else score.target.share if score.target else 0.5
        place = partial(room.place, columns[column][0], curve.y(share), clear=reach + 1)
        above = share >= _around(scores, column, share)
        for width in (_label_width(curve.band, column), _LABEL_WIDEST):
            lines = _label_lines(score, curve.ruler, width)
            size = (max(line.width for line, _ in lines) + 4, fsum(style.leading for _, style in lines))
            box = place(size, above=above)
            if box is not None:
                _place_label(lines, box, curve.items)
                break
        else:
            curve.left_over.append((column, score))


def _place_label(lines: list[tuple[TextLine, Style]], box: Box, out: list[Item]) -> None:
    top = box.y
    for line, style in lines:
        placed_lines([line], box.x + box.width / 2, top, style, out, anchor="middle")
        top += style.leading


def _label_width(band: Band, column: int) -> float:
    """Return how wide a label may be: about as wide as its column, so that neighbours find room."""
    step = next(place.step for place in band.places if column < place.heading.last)
    return min(_LABEL_WIDEST, max(_LABEL_WIDTH, step - 8))


def _label_lines(score: Score, ruler: Ruler, width: float) -> list[tuple[TextLine, Style]]:
    marks = " \u00b7 ".join(score.marks)
    found = [(line, m.MARK) for line in ruler.lines(marks, m.MARK, width)] if marks else []
    if score.feeling:
        found += [(line, m.FEELING) for line in ruler.lines(score.feeling, m.FEELING, width)]
    return found


def _around(scores: dict[int, Score], column: int, share: float) -> float:
    """Return the mean of the neighbouring scores: a label stands on the outer side of a bend."""
    near = [
        scores[other].points[0].share for other in (column - 1, column + 1) if other in scores and scores[other].points
    ]
    return fsum(near) / len(near) if near else min(share, 0.5)


def _numbers(curve: Curve, columns: Columns, y: float) -> None:
    """Number the columns below the curve, where the cards do not stand right above them."""
    for column in range(curve.band.first, curve.band.last):
        x, number = columns[column]
        if number is not None:
            text = str(number)
            line = TextLine(text, curve.ruler.width(text, m.TICK))
            placed_lines([line], x, y + 1, m.TICK, curve.items, anchor="middle")


def _strip(curve: Curve, columns: Columns, y: float) -> float:
    """Tell, stage by stage, the feelings that found no place beside their faces; return the height of the strip."""
    height = 0.0
    for place in curve.band.places:
        own = [
            (columns[column][1], score)
            for column, score in sorted(curve.left_over, key=lambda pair: pair[0])
            if place.heading.first <= column < place.heading.last
        ]
        if not own:
            continue
        told = " \u00b7 ".join(
            " ".join((str(number), *score.marks, *([score.feeling] if score.feeling else []))) for number, score in own
        )
        lines = curve.ruler.lines(told, m.FEELING, place.width - 2 * m.CELL_PAD)
        placed_lines(lines, place.x + m.CELL_PAD, y + 4, m.FEELING, curve.items)
        height = max(height, len(lines) * m.FEELING.leading + 6)
    return height


def keys(curve: Curve, y: float, out: list[Item]) -> float:
    """Name the curves, where there are several, and the targets, in a line above the plot; return its height."""
    named = [
        (name, f"series-{index % 5 + 1}", _DASHES[index % 5]) for index, name in enumerate(curve.axis.series) if name
    ]
    if curve.axis.target_name and any(score.target for score in curve.scores.values()):
        named.append((curve.axis.target_name, "", None))
    if curve.axis.before_name and any(score.before for score in curve.scores.values()):
        named.append((curve.axis.before_name, "before", before.DASH))
    x, start = curve.band.left, y
    for name, role, dash in named:
        lines = curve.ruler.lines(name, m.LANE_NOTE, curve.band.right - curve.band.left - _KEY)
        width = max(line.width for line in lines) + _KEY
        if x > curve.band.left and x + width > curve.band.right:
            x, y = curve.band.left, y + m.LANE_NOTE.leading
        middle = y + m.LANE_NOTE.leading / 2
        out += _key(x, middle, role, dash)
        placed_lines(lines, x + _KEY, y, m.LANE_NOTE, out)
        x += width + 18
        y += (len(lines) - 1) * m.LANE_NOTE.leading
    return y + m.LANE_NOTE.leading + 6 - start if named else 0.0


def _key(x: float, y: float, role: str, dash: str | None) -> list[Item]:
    if role == "before":
        return before.key(x, y)
    return [Line(x, y, x + 20, y, role, 2, dash) if role else diamond(x + 10, y, _DIAMOND)]
