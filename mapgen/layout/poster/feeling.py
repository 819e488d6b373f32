"""Moments -> the emotion curve, from the ground up: scale, areas, light, line, signs and words."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.feeling_words import draw_words
from mapgen.layout.poster.flags import Flag, sign_color, tone
from mapgen.layout.poster.frame import CurveFrame
from mapgen.layout.poster.light import draw_light
from mapgen.layout.poster.lines import draw_areas, draw_lines
from mapgen.layout.poster.persons import draw_others
from mapgen.layout.poster.ribbon import draw_ribbon
from mapgen.layout.scene import Box, Circle, Group, Item, Line
from mapgen.layout.shapes import face, star
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines

_AXIS_GAP = 14.0
_ABOVE = 8.0  # the best score, the lines between stages begin: below words at crests
_ASIDE = 3.0  # a number that is less aside needs no line that turns
_SLANT = 16.0  # the height in which the line to a number turns aside
_NO_NUMBERS: Mapping[int, float] = {}


class FeelingBand:
    """The band of the emotion curve while it is drawn, with its `top` and `height`."""

    def __init__(
        self,
        poster: PosterChart,
        columns: PosterColumns,
        ruler: TextMeasurer,
        top: float,
        height: float,
        *,
        has_words: bool = True,
    ) -> None:
        """Begin with nothing drawn; without words beside its points, the curve takes their room."""
        self._frame = CurveFrame(poster, columns, ruler, top, height, has_words=has_words)
        self._has_words = has_words

    def draw(self, flags: Sequence[Flag], pole: float, numbers: Mapping[int, float] = _NO_NUMBERS) -> list[Item]:
        """Return everything; `pole` is the top of the flags' poles.

        `numbers` are the places of the numbers below the curve, if few touchpoints have one.
        """
        frame, poster = self._frame, self._frame.poster
        _draw_ground(frame)
        if len(poster.moments) > s.RIBBON:
            draw_ribbon(frame)
            return frame.items
        draw_areas(frame)
        draw_light(frame)
        for moment in poster.moments if frame.is_dense else ():
            if moment.number in numbers:
                _draw_lead(frame, moment, numbers[moment.number])
        for flag in flags:
            _draw_pole(frame, flag, pole)
        draw_lines(frame)
        poles = {flag.voice.moment.id for flag in flags if flag.voice and not flag.voice.moment.starred}
        for moment in sorted(poster.signs, key=frame.is_face):
            _draw_signs(frame, moment, below_pole=moment.id in poles)
        if self._has_words:
            draw_words(frame, flags)
        return frame.items


def _draw_ground(frame: CurveFrame) -> None:
    """Draw the lines of the scale with their labels on the left, and the lines between stages."""
    top, bottom = frame.head - _ABOVE, frame.top + frame.height
    for (left, width), (x, _) in pairwise(frame.columns.stages):
        edge = (left + width + x) / 2
        frame.items.append(Line(edge, top, edge, bottom, "hair"))
        frame.room.take(Box(edge - 2, top, 4, bottom - top))
    free = frame.head - 40
    for share, label in sorted(frame.poster.ends, reverse=True):
        y = frame.y(share)
        at_neutral = share == frame.poster.neutral
        stroke, dash = ("bar", None) if at_neutral else ("line", "2 5")
        frame.items.append(Line(s.LEFT, y, s.RIGHT, y, stroke, 1, dash))
        frame.room.take(Box(s.LEFT, y - 2, s.RIGHT - s.LEFT, 4))
        lines = frame.ruler.lines(label, s.AXIS, s.GUTTER - s.MARGIN - _AXIS_GAP)
        top = max(free, y - len(lines) * s.AXIS.leading / 2)
        placed_lines(lines, s.LEFT - _AXIS_GAP, top, s.AXIS, frame.items, anchor="end")
        wide = max((line.width for line in lines), default=0.0) + _AXIS_GAP
        frame.room.take(Box(s.LEFT - wide, top, wide, len(lines) * s.AXIS.leading))
        free = top + len(lines) * s.AXIS.leading


def _draw_lead(frame: CurveFrame, moment: PosterMoment, number_x: float) -> None:
    """Draw a thin line from a point, or from below it at neutral, down to its number."""
    x, end = frame.x(moment), frame.top + frame.height
    role = "bad" if moment.pain else "muted"
    start = frame.zero
    if moment.share is not None:
        start = max(start, frame.y(moment.share) + frame.radius(moment))
    aside = abs(number_x - x) > _ASIDE
    turn = end - _SLANT if aside else end
    frame.items.append(Line(x, start, x, turn, role, 1.5, "2 3"))
    if aside:
        frame.items.append(Line(x, turn, number_x, end, role, 1.5, "2 3"))


def _draw_pole(frame: CurveFrame, flag: Flag, top: float) -> None:
    """Draw the pole of a flag: down to its star or, without a star, thin down to its point."""
    if flag.voice is None:
        return
    moment = flag.voice.moment
    role, x = tone(moment.share, frame.poster.neutral), flag.x
    foot = frame.star_y - (frame.star if moment.starred else s.STAR)
    frame.items.append(Line(x, top, x, foot, role, 3))
    if not moment.starred and moment.share is not None:
        end = frame.y(moment.share) - frame.radius(moment)
        frame.items.append(Line(x, foot, x, end, role, 1.5))
        frame.room.take(Box(x - 3, foot, 6, max(0.0, end - foot)))


def _draw_signs(frame: CurveFrame, moment: PosterMoment, *, below_pole: bool) -> None:
    """Draw a touchpoint on the curve: star, target, personas who feel differently, and a face or a dot."""
    items: list[Item] = []
    if moment.starred:
        items.append(star(frame.stars[moment.id], frame.star_y, frame.star))
    if moment.share is not None:
        draw_others(frame, moment, items, below_pole=below_pole)
        x, y, radius = frame.x(moment), frame.y(moment.share), frame.radius(moment)
        role = sign_color(moment.share, frame.poster.neutral)
        if frame.is_face(moment):
            items += face(x, y, radius, moment.share, role, hollow=moment.hypothesis)
        else:
            dash = "3 2.5" if moment.hypothesis and not frame.is_dense else None
            fill = "paper" if moment.hypothesis else role
            items.append(Circle(x, y, radius, fill, role, 1.5 if frame.is_dense else 2, dash))
        frame.take(x, y, radius)
    if items:
        frame.items.append(Group(tuple(items), None, f"poster-emotion-{moment.id}"))
