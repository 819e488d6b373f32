"""Moments -> the emotion curve: its areas and line, faces, stars with their beams, and personas."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from mapgen.charts.poster import PosterChart, PosterPerson
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.curve import Point, samples, stretches
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.areas import side_area
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.flags import Flag, sign_color, tone
from mapgen.layout.poster.head import disc, disc_radius
from mapgen.layout.scene import Box, Circle, Group, Item, Line, Path, Rect
from mapgen.layout.series import gap_style, series_dash
from mapgen.layout.shapes import diamond, face, polygon, star
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines

_WORD_WIDEST = 190.0
_ASIDE = 12.0  # a word may reach as far to the left of the curve
_WORD_REACH = 16.0  # a word that is farther away could belong to another point
_BEAM_SLICES = 6
_DASH_SCALE = 3  # the lines are thicker than those of a map, and their round ends fill gaps
_LINE_GAP = 2.2  # pixels between lines of personas with the same scores
_RIBBON_STEP = 18.0
_STEEP = 12.0  # if the pitch is smaller, the line is thinner
_STARS = 16.0  # from the top of the band to the center of the stars
_EDGE = 44.0  # below the worst score
_HEAD = 66.0  # from the top of the band to the best score


class FeelingBand:
    """The band of the emotion curve while it is drawn, with its `top` and `height`."""

    def __init__(
        self, poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, top: float, height: float
    ) -> None:
        """Begin with nothing drawn."""
        self._poster = poster
        self._spots = poster.points
        self._columns = columns
        self._ruler = ruler
        self._top = top
        self._height = height
        self.items: list[Item] = []
        self._last = next((moment for moment in reversed(self._spots) if moment.share is not None), None)
        self._disc = disc_radius(poster, ruler)
        self._room = LabelPlacer(Box(s.LEFT - _ASIDE, top + 8, s.RIGHT - s.LEFT + _ASIDE, height - 12))

    def draw(self, flags: Sequence[Flag], pole: float) -> None:
        """Draw everything; `pole` is the top of the flags' poles."""
        self._ground()
        if len(self._poster.moments) > s.RIBBON:
            self._ribbons()
            return
        self._areas()
        self._beams()
        for flag in flags:
            self._pole(flag, pole)
        self._line()
        for moment in self._poster.signs:
            self._mark(moment)
        self._words({flag.voice.moment.id for flag in flags if flag.voice})

    def _y(self, share: float) -> float:
        return self._top + _HEAD + (1 - share) * (self._height - _HEAD - _EDGE)

    def _ground(self) -> None:
        """Draw the lines of the scale with their labels on the left, and the lines between stages."""
        bottom = self._top + self._height
        for (left, width), (x, _) in pairwise(self._columns.stages):
            edge = (left + width + x) / 2
            self.items.append(Line(edge, self._top + _HEAD - 18, edge, bottom, "hair"))
            self._room.take(Box(edge - 2, self._top, 4, self._height))
        free = self._top + _HEAD - 40
        for share, label in sorted(self._poster.ends, reverse=True):
            y = self._y(share)
            at_neutral = share == self._poster.neutral
            self.items.append(
                Line(s.LEFT, y, s.RIGHT, y, "bar" if at_neutral else "line", 1, None if at_neutral else "2 5")
            )
            self._room.take(Box(s.LEFT, y - 2, s.RIGHT - s.LEFT, 4))
            lines = self._ruler.lines(label, s.AXIS, s.GUTTER - s.MARGIN - 14)
            top = max(free, y - len(lines) * s.AXIS.leading / 2)
            placed_lines(lines, s.LEFT - 14, top, s.AXIS, self.items, anchor="end")
            free = top + len(lines) * s.AXIS.leading

    def _ribbons(self) -> None:
        """Draw the range from worst to best score, step by step, and the mean of each stage."""
        zero = self._y(self._poster.neutral)
        for stage, (x, width) in zip(self._poster.stages, self._columns.stages, strict=True):
            points = self._poster.points_of(stage)
            scored = [(self._columns.x(moment), moment.share) for moment in points if moment.share is not None]
            if not scored:
                continue
            shares_by_step: dict[int, list[float]] = {}
            for middle, share in scored:
                shares_by_step.setdefault(int((middle - x) // _RIBBON_STEP), []).append(share)
            for step, shares in shares_by_step.items():
                left = x + step * _RIBBON_STEP
                wide = min(_RIBBON_STEP, x + width - left)
                best, worst = self._y(max(shares)) - 1.5, self._y(min(shares)) + 1.5
                if best < zero:
                    self.items.append(Rect(left, best, wide, min(worst, zero) - best, "good-tint"))
                if worst > zero:
                    top = max(best, zero)
                    self.items.append(Rect(left, top, wide, worst - top, "bad-tint"))
            mean = self._y(fsum(share for _, share in scored) / len(scored))
            self.items.append(Line(x, mean, x + width, mean, "ink", s.CURVE))

    def _beams(self) -> None:
        """Draw a beam from each star to its point, or to the neutral line above it, and light around the point."""
        y = self._top + _STARS
        for moment in self._poster.signs:
            if not moment.starred:
                continue
            x = self._columns.x(moment)
            if moment.share is not None:
                low, reach = self._y(moment.share), min(s.FACE + 6, self._columns.pitch * 0.48)
                end = min(low, self._y(self._poster.neutral))
                half = 6 + (reach - 6) * (end - y - 6) / (low - y - 6)
                beam = [(x - 6, y + 6), (x + 6, y + 6), (x + half, end), (x - half, end)]
                self.items.append(Path(polygon(beam), fill="spot"))
                self.items.append(Circle(x, low, reach, "spot"))
                self._take_beam(x, y, low, reach)
            self._room.take(Box(x - s.STAR - 2, y - s.STAR, 2 * s.STAR + 4, 2 * s.STAR + 6))

    def _take_beam(self, x: float, top: float, low: float, reach: float) -> None:
        """Keep a beam free of words, slice by slice as it widens."""
        slice_height = (low - top) / _BEAM_SLICES
        for index in range(_BEAM_SLICES):
            half = reach * (index + 1) / _BEAM_SLICES
            self._room.take(Box(x - half, top + (low - top) * index / _BEAM_SLICES, 2 * half, slice_height))

    def _points(self, person: int | None) -> list[Point | None]:
        shares = zip(self._spots, self._poster.shares(person), strict=True)
        return [None if share is None else (self._columns.x(moment), self._y(share)) for moment, share in shares]

    def _areas(self) -> None:
        """Fill the area between the curve and the neutral line."""
        zero = self._y(self._poster.neutral)
        for segments, is_gap in stretches(self._points(None), joins_gaps=self._poster.joins_gaps):
            for role, pieces in (
                ("good-tint", side_area(segments, zero, above=True)),
                ("bad-tint", side_area(segments, zero, above=False)),
            ):
                if pieces and not is_gap:
                    self.items.append(Path(pieces, fill=role))

    def _line(self) -> None:
        """Draw the line of all customers or, if they have no scores, the line of each persona."""
        if self._poster.lines == (None,):
            width = s.CURVE if self._columns.pitch > _STEEP else s.CURVE / 2
            self._stretches(self._points(None), Path((), stroke="ink", stroke_width=width))
            return
        starts: dict[float, int] = {}
        for person in self._poster.people:
            self._line_of(person, starts)

    def _line_of(self, person: PosterPerson, starts: dict[float, int]) -> None:
        """Draw the line of a persona, offset from lines with the same scores, and its letter where the line begins."""
        offset = (person.index - (len(self._poster.people) - 1) / 2) * _LINE_GAP
        line = self._points(person.index)
        role = f"person-{person.index % 5 + 1}"
        shifted = [point and (point[0], point[1] + offset) for point in line]
        dash = series_dash(person.index, _DASH_SCALE)
        self._stretches(shifted, Path((), stroke=role, stroke_width=s.CURVE * 0.7, dash=dash))
        points = [point for point in line if point]
        for moment, point in zip(self._spots, line, strict=True):
            if point and moment.hypothesis:
                self.items.append(Circle(point[0], point[1] + offset, s.DOT * 0.7, "paper", role, 2, "3 2.5"))
            elif point:
                self.items.append(Circle(point[0], point[1] + offset, s.DOT * 0.7, role))
        if points:
            x, y = points[0]
            before = starts[y] = starts.get(y, 0) + 1
            left = max(s.GUTTER - 8, x - before * 2 * self._disc - 4)
            disc(person, left, y, self._disc, self._ruler, self.items)

    def _stretches(self, points: list[Point | None], style: Path) -> None:
        for segments, is_gap in stretches(points, joins_gaps=self._poster.joins_gaps):
            self.items.append((gap_style(style, s.GAP_SCALE) if is_gap else style)._replace(segments=segments))
            self._room.take_line(samples(segments, 1), style.stroke_width / 2 + 3)

    def _pole(self, flag: Flag, top: float) -> None:
        if flag.voice is None:
            return
        moment = flag.voice.moment
        role, x = tone(moment.share, self._poster.neutral), flag.x
        stars = self._top + _STARS - s.STAR
        self.items.append(Line(x, top, x, stars, role, 3))
        if not moment.starred and moment.share is not None:
            end = self._y(moment.share) - s.DOT
            self.items.append(Line(x, stars, x, end, role, 1.5))
            self._room.take(Box(x - 3, stars, 6, max(0.0, end - stars)))

    def _mark(self, moment: PosterMoment) -> None:
        """Draw a touchpoint on the curve: star, target, personas who feel differently, and a face or a dot."""
        x = self._columns.x(moment)
        items: list[Item] = []
        small = self._columns.pitch < s.PITCH_NUMBERS
        if moment.starred:
            items.append(star(x, self._top + _STARS, s.STAR))
        if moment.share is not None:
            self._others(moment, x, items)
            y, role = self._y(moment.share), sign_color(moment.share, self._poster.neutral)
            if self._is_face(moment):
                radius = s.FACE * 0.7 if small else min(s.FACE, max(s.DOT, self._columns.pitch * 0.42))
                items += face(x, y, radius, moment.share, role, hollow=moment.hypothesis)
            else:
                radius = s.DOT_SMALL if small else min(s.DOT, self._columns.pitch * 0.3)
                dash = "3 2.5" if moment.hypothesis and not small else None
                fill = "paper" if moment.hypothesis else role
                items.append(Circle(x, y, radius, fill, role, 1.5 if small else 2, dash))
            self._take(x, y, radius)
        self.items.append(Group(tuple(items), None, f"poster-emotion-{moment.id}"))

    def _take(self, x: float, y: float, radius: float) -> None:
        """Keep the area of a sign free of words."""
        reach = radius + 2
        self._room.take(Box(x - reach, y - reach, 2 * reach, 2 * reach))

    def _others(self, moment: PosterMoment, x: float, items: list[Item]) -> None:
        """Draw the target and each persona who feels differently, with a thin line to the point."""
        if self._columns.pitch < s.PITCH_NUMBERS:
            return
        score_y = None if moment.share is None else self._y(moment.share)
        if moment.target is not None:
            self._drop(x, self._y(moment.target), score_y, "muted", items)
            items.append(diamond(x, self._y(moment.target), 7))
            self._take(x, self._y(moment.target), 7)
        shares: dict[float, list[int]] = {}
        for person, share in moment.others:
            shares.setdefault(share, []).append(person)
        for share, people in shares.items():
            self._drop(
                x, self._y(share), score_y, f"person-{people[0] % 5 + 1}" if len(people) == 1 else "muted", items
            )
        for share, people in shares.items():
            y = self._y(share)
            for person, disc_x in zip(people, self._abreast(moment, y, len(people)), strict=True):
                disc(self._poster.people[person], disc_x, y, self._disc, self._ruler, items)
                self._take(disc_x, y, self._disc)

    def _abreast(self, moment: PosterMoment, y: float, count: int) -> list[float]:
        """Return the positions of discs at the same height; they overlap only if neighbors leave too little space."""
        x, radius = self._columns.x(moment), self._disc
        near = [self._columns.x(other) for other in self._spots if other is not moment and self._is_near(other, y)]
        left = max([s.LEFT - radius, *(place for place in near if place < x)]) + radius
        right = min([s.RIGHT + radius, *(place for place in near if place > x)]) - radius
        step = min(2 * radius, max(0.0, right - left - 2 * radius) / max(1, count - 1))
        half = radius + step * (count - 1) / 2
        middle = min(max(x, left + half), right - half)
        return [middle + (place - (count - 1) / 2) * step for place in range(count)]

    def _is_near(self, moment: PosterMoment, y: float) -> bool:
        """Return whether a touchpoint has a sign near a height."""
        shares = [moment.share, moment.target, *(share for _, share in moment.others)]
        return any(share is not None and abs(self._y(share) - y) < 2 * self._disc for share in shares)

    def _drop(self, x: float, y: float, score_y: float | None, role: str, items: list[Item]) -> None:
        if score_y is not None:
            items.append(Line(x, min(y, score_y), x, max(y, score_y), role, 1.5, "2 3"))
            self._room.take(Box(x - 3, min(y, score_y), 6, abs(y - score_y)))

    def _is_face(self, moment: PosterMoment) -> bool:
        return moment.starred or moment is self._last

    def _words(self, flagged: set[str]) -> None:
        """Write the feelings at faces and marked points, then at other bends, if they have no flag and fit."""
        if self._columns.pitch < s.PITCH_NUMBERS:
            return
        scored = [(moment, moment.share) for moment in self._spots if moment.share is not None]
        others = []
        for index, (moment, share) in enumerate(scored):
            neighbors = [score for _, score in (*scored[max(0, index - 1) : index], *scored[index + 1 : index + 2])]
            crest, trough = all(share >= score for score in neighbors), all(share <= score for score in neighbors)
            text = " · ".join(part for part in (moment.feeling, moment.mark) if part)
            if not text or moment.id in flagged:
                continue
            if self._is_face(moment) or moment.mark:
                above = crest or (not trough and share >= self._poster.neutral)
                if not self._word(moment, text, self._y(share), above=above) and moment.mark:
                    self._word(moment, moment.mark, self._y(share), above=above)
            elif crest or trough:
                others.append((moment, text, self._y(share), crest))
        for moment, text, y, crest in others:
            self._word(moment, text, y, above=crest)

    def _word(self, moment: PosterMoment, text: str, y: float, *, above: bool) -> bool:
        """Write a text beside a point; return whether it fits."""
        lines = self._ruler.lines(text, s.WORD, _WORD_WIDEST)
        size = (max(line.width for line in lines) + 4, len(lines) * s.WORD.leading)
        radius = s.FACE if self._is_face(moment) else s.DOT
        box = self._room.place(self._columns.x(moment), y, size, clear=radius + 2, above=above, reach=_WORD_REACH)
        if box:
            placed_lines(lines, box.x + box.width / 2, box.y, s.WORD, self.items, anchor="middle")
        return box is not None
