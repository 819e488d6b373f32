"""A row of scores and its band -> the emotion curve: zones, axis, lines, faces and feelings; panels of personas."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from mapgen.lanes.grid import Axis
from mapgen.layout import dimensions as m
from mapgen.layout import previous_curve
from mapgen.layout.emotion_frame import Curve
from mapgen.layout.emotion_labels import draw_labels, make_room
from mapgen.layout.emotion_lines import DIAMOND, draw_lines, draw_targets, draw_zones, marks
from mapgen.layout.emotion_panels import GHOST, draw_ghosts, draw_panels, paneled
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.scene import Box, Group, Item, Line
from mapgen.layout.series import series_dash, series_dot, series_role
from mapgen.layout.shapes import diamond
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines

TICK_GAP = 14.0
_KEY = 26.0
_KEY_LINE = 20.0
_KEY_DOT = 3.0
_KEY_GAP = 18.0


def tick_width(axis: Axis, ruler: TextMeasurer) -> float:
    """Return the width of the axis' labels in pixels: at most about half of the gutter, or as their longest word."""
    widest = max((ruler.width(label, m.TICK) for _, label in axis.ticks), default=0.0)
    word = max((ruler.longest_word(label, m.TICK) for _, label in axis.ticks), default=0.0)
    return max(min(m.GUTTER * 0.45, widest), min(m.GUTTER - TICK_GAP, word))


def title_room(axis: Axis, ruler: TextMeasurer) -> float:
    """Return the width that the axis' labels leave to the name of the lane."""
    return m.GUTTER - tick_width(axis, ruler) - TICK_GAP


def draw(curve: Curve) -> float:
    """Draw the curve into its items, its key above it and panels of personas below it; return the whole height."""
    start = curve.top
    people = paneled(curve.axis)
    curve.top += _keys(curve, people)
    bottom, plots = curve.top, []
    if people:
        curve.series = tuple(series for series in curve.series if series not in people)
        curve.has_faces = True
    if not people or curve.series or any(score.feeling or score.target for score in curve.scores.values()):
        bottom += _plot(curve, has_ghosts=bool(people))
        plots.append(curve)
    for panel in draw_panels(curve, people, bottom):
        bottom = panel.top + panel.height
        plots.append(panel)
    curve.items += _marks(curve, plots)
    return bottom - start


def _marks(curve: Curve, plots: Sequence[Curve]) -> Iterator[Item]:
    """Yield what stands at the points of all plots; what belongs to a touchpoint is one group."""
    found: dict[int, list[Item]] = {column: [] for column in curve.scores}
    for plot in plots:
        for column, items in marks(plot):
            found[column] += items
    for column, items in found.items():
        anchor = curve.scores[column].anchor
        yield from [Group(tuple(items), None, anchor)] if anchor and items else items


def _plot(curve: Curve, *, has_ghosts: bool) -> float:
    """Draw the plot with scale and labels; return its height."""
    curve.inner = _inner(curve.axis, curve.ruler)
    make_room(curve)
    draw_zones(curve)
    _scale(curve)
    room = LabelPlacer(Box(curve.band.left, curve.top + 2, curve.band.right - curve.band.left, curve.height - 4))
    if has_ghosts and not curve.series:
        draw_ghosts(curve, room)
    previous_curve.draw(curve, room)
    draw_lines(curve, room)
    draw_targets(curve, room)
    return curve.height + draw_labels(curve, room)


def _inner(axis: Axis, ruler: TextMeasurer) -> float:
    """Return how far apart the best and the worst score are, so that the labels of the axis do not meet."""
    lines = max((len(ruler.lines(label, m.TICK, tick_width(axis, ruler))) for _, label in axis.ticks), default=1)
    shares = sorted(share for share, _ in axis.ticks)
    closest = min((b - a for a, b in pairwise(shares)), default=1.0)
    return max(m.CURVE_HEIGHT, (lines * m.TICK.leading + 2) / closest)


def _scale(curve: Curve) -> None:
    """Draw the lines of the scale and their labels."""
    left, right = curve.band.left, curve.band.right
    ticks = tick_width(curve.axis, curve.ruler)
    for share, label in curve.axis.ticks:
        y = curve.y(share)
        if share != curve.axis.neutral:
            curve.items.append(Line(left, y, right, y, "line", 1, "1 5"))
        lines = curve.ruler.lines(label, m.TICK, ticks)
        top = y - len(lines) * m.TICK.leading / 2
        placed_lines(lines, left - 10, top, m.TICK, curve.items, anchor="end")


def _keys(curve: Curve, people: tuple[int, ...]) -> float:
    """Name the lines, where there are several, and the targets, in a line above the plot; return its height.

    Personas with panels have their names there.
    """
    axis = curve.axis
    named = [
        (name, _ghost_key if people else _series_key(axis.people[series]))
        for series, name in enumerate(axis.series)
        if name and series not in people
    ]
    if axis.target_name and any(score.target for score in curve.scores.values()):
        named.append((axis.target_name, _target_key))
    if axis.before_name and any(score.before for score in curve.scores.values()):
        named.append((axis.before_name, previous_curve.key))
    x, y = curve.band.left, curve.top
    for name, key in named:
        lines = curve.ruler.lines(name, m.LANE_NOTE, curve.band.right - curve.band.left - _KEY)
        width = max(line.width for line in lines) + _KEY
        if x > curve.band.left and x + width > curve.band.right:
            x, y = curve.band.left, y + m.LANE_NOTE.leading
        curve.items += key(x, y + m.LANE_NOTE.leading / 2)
        placed_lines(lines, x + _KEY, y, m.LANE_NOTE, curve.items)
        x += width + _KEY_GAP
        y += (len(lines) - 1) * m.LANE_NOTE.leading
    return y + m.LANE_NOTE.leading + 6 - curve.top if named else 0.0


def _ghost_key(x: float, y: float) -> list[Item]:
    return [Line(x, y, x + _KEY_LINE, y, GHOST.stroke or "", GHOST.stroke_width)]


def _target_key(x: float, y: float) -> list[Item]:
    return [diamond(x + _KEY_LINE / 2, y, DIAMOND)]


def _series_key(person: int | None) -> Callable[[float, float], list[Item]]:
    """Draw a piece of the line with a dot."""

    def draw_key(x: float, y: float) -> list[Item]:
        line = Line(x, y, x + _KEY_LINE, y, series_role(person), 2, series_dash(person))
        return [line, series_dot(person, x + _KEY_LINE / 2, y, _KEY_DOT, hollow=False)]

    return draw_key
