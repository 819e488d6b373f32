"""PosterChart -> Scene: the main finding of a journey on a slide of 1920 x 1080 pixels.

A slide has fewer parts than a poster, and larger ones: it is arranged on 1600 x 900 and then scaled, so that no text is
smaller than 20 pixels. What does not fit is omitted step by step: thoughts first, then pain points and the river.
"""

from collections.abc import Iterator
from math import fsum

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.chart import whole_scene
from mapgen.layout.paper import SLIDE, SLIDE_PIXELS, sheet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns, place_columns
from mapgen.layout.poster.feeling import FeelingBand
from mapgen.layout.poster.flags import Flag, FlagPlanner, draw_flags
from mapgen.layout.poster.foot import foot
from mapgen.layout.poster.pains import card_row
from mapgen.layout.poster.stages import stages
from mapgen.layout.poster.volumes import river
from mapgen.layout.scaling import scaled
from mapgen.layout.scene import Box, Group, Item, Scene
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.text import Style, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines
from mapgen.layout.typeface import Typeface
from mapgen.record import record, replace

WIDTH, HEIGHT = SLIDE_PIXELS
_SCALE = WIDTH / s.WIDTH
_BOTTOM = HEIGHT / _SCALE - s.TOP
_GAP = 12.0
_MIN_CURVE, _MAX_CURVE = 210.0, 420.0
_RIVER_SHARE = 0.34  # of the width
_MAX_PAINS, _MAX_VOICES = 3, 3
_KICKER = Style(19, 600, "muted", 26)
_HEADLINES = (
    Style(44, 600, "ink", 52),
    Style(34, 600, "ink", 42),
    Style(24, 600, "ink", 31),
    Style(18, 600, "ink", 24),
)
_FIGURE = Style(44, 600, "ink", 50)
_NO_OVERRIDES = ShapeOverrides()


@record
class SlideDetail:
    """How much a slide shows; each of `_STEPS` shows less."""

    lines: int = 3
    voices: int = _MAX_VOICES
    pains: int = _MAX_PAINS
    headline: int = 0


_STEPS = (
    SlideDetail(),
    SlideDetail(voices=2),
    SlideDetail(lines=2, voices=2),
    SlideDetail(voices=0),
    SlideDetail(voices=0, headline=1),
    SlideDetail(voices=0, pains=1, headline=2),
    SlideDetail(voices=0, pains=0, headline=2),
    SlideDetail(voices=0, pains=0, headline=3),
)


def arrange_slide(
    poster: PosterChart, typeface: Typeface, *, paper: str | None = None, look: ShapeOverrides = _NO_OVERRIDES
) -> Scene:
    """Arrange a slide with as much content as fits; on `paper` only if that is the page of slides."""
    ruler = TextMeasurer(typeface)
    poster = _plain(poster)
    columns = place_columns(poster, ruler, [0.0] * len(poster.stages))
    slides = (SlideBands(poster, columns, ruler, detail, look.logo) for detail in _STEPS)
    fitting = next((slide for slide in slides if slide.room >= (_MIN_CURVE if poster.is_felt else 0.0)), None)
    fitting = fitting or SlideBands(poster, columns, ruler, _STEPS[-1], look.logo)
    page = sheet(SLIDE) if paper == SLIDE else None
    return whole_scene(poster, "slide", scaled(fitting.draw(), _SCALE), SLIDE_PIXELS, look, page)


def _plain(poster: PosterChart) -> PosterChart:
    """Begin the story with the headline, and omit what a slide does not show.

    These are the scenario, durations, targets and, if there is a curve for all customers, the scores of personas.
    """
    felt = poster.lines == (None,)
    return replace(
        poster,
        story=f"{poster.headline} {poster.story}",
        opening=None,
        stages=tuple(
            replace(stage, duration=None, repeated=None, own=stage.own and _plain_moment(stage.own, felt=felt))
            for stage in poster.stages
        ),
        moments=tuple(_plain_moment(moment, felt=felt) for moment in poster.moments),
    )


def _plain_moment(moment: PosterMoment, *, felt: bool) -> PosterMoment:
    return replace(moment, target=None, others=() if felt else moment.others)


class SlideBands:
    """The bands of a slide at one level of detail; `room` is the height left for the curve, in pixels."""

    def __init__(
        self, poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, detail: SlideDetail, logo: str | None
    ) -> None:
        """Fit all bands except the curve."""
        self._poster = poster
        self._columns = columns
        self._ruler = ruler
        self._detail = detail
        self._flags: tuple[Flag, ...] = ()
        if poster.is_felt and detail.voices and len(poster.moments) <= s.RIBBON:
            planner = FlagPlanner(poster, columns, ruler, detail.lines, named=False, most=detail.voices)
            self._flags = planner.plan()
        self._above = [block for block in self._head() if block.height]
        self._below = [
            block
            for block in (self._facts(), foot(poster, ruler, logo, people=False, channels=False, pitch=columns.pitch))
            if block.height
        ]
        taken = fsum(block.height + _GAP for block in (*self._above, *self._below))
        self.room = _BOTTOM - s.TOP - taken

    def _head(self) -> Iterator[FittedBlock]:
        yield self._headline()
        yield stages(self._poster, self._columns, self._ruler, listed=False, counted=False)
        if self._flags:
            height = max(flag.height for flag in self._flags)
            yield FittedBlock(height, lambda _x, y, _height, out: draw_flags(self._flags, y, out))

    def _headline(self) -> FittedBlock:
        """Fit the headline, below the title of the journey unless they are the same."""
        poster, wide = self._poster, s.RIGHT - s.MARGIN
        kicker = self._ruler.lines(poster.title, _KICKER, wide) if poster.headline != poster.title else ()
        style = _HEADLINES[self._detail.headline]
        lines = self._ruler.lines(poster.headline, style, wide)

        def place(_: float, y: float, __: float, out: list[Item]) -> None:
            placed_lines(kicker, s.MARGIN, y, _KICKER, out)
            placed_lines(lines, s.MARGIN, y + len(kicker) * _KICKER.leading, style, out)

        return FittedBlock(len(kicker) * _KICKER.leading + len(lines) * style.leading, place)

    def _facts(self) -> FittedBlock:
        """Fit the worst pain points on the left, and the river on the right."""
        poster, wide = self._poster, s.RIGHT - s.MARGIN
        worst = poster.worst[: self._detail.pains]
        volumes = (
            self._still_there(wide * _RIVER_SHARE if worst else wide) if poster.volumes and self._detail.pains else None
        )
        room = wide * (1 - _RIVER_SHARE) - 2 * s.PAD if volumes else wide
        pains = card_row(worst, room, poster, self._ruler)
        heading = self._ruler.lines(poster.words["worst-pains"], s.HEADING, room) if worst else ()
        above = len(heading) * s.HEADING.leading + (4 if heading else 0)

        def place(_: float, y: float, __: float, out: list[Item]) -> None:
            placed_lines(heading, s.MARGIN, y, s.HEADING, out)
            pains.place(s.MARGIN, y + above, pains.height, out)
            if volumes:
                volumes.place(s.MARGIN, y, volumes.height, out)

        return FittedBlock(max(above + pains.height if worst else 0.0, volumes.height if volumes else 0.0), place)

    def _still_there(self, width: float) -> FittedBlock:
        """Fit the river with the share of customers who reach the last stage."""
        poster, ruler = self._poster, self._ruler
        left, count = s.RIGHT - width, len(poster.stages)
        places = tuple((left + index * width / count, width / count) for index in range(count))
        flow = river(poster, PosterColumns(places, (), width / count, named=True), ruler, reasons=False)
        heading = ruler.lines(poster.words["still-there"], s.HEADING, width)
        reach = [
            figure
            for figure in poster.figures
            if figure.label in (poster.words["reach-last-stage"], poster.words["reach-or-convert"])
        ]
        value = ruler.lines(reach[0].value, _FIGURE, width) if reach else ()
        label = ruler.lines(reach[0].label, s.FIGURE_LABEL, width) if reach else ()
        above = len(heading) * s.HEADING.leading + 4

        def place(_: float, y: float, __: float, out: list[Item]) -> None:
            placed_lines(heading, left, y, s.HEADING, out)
            flow.place(left, y + above, flow.height, out)
            top = y + above + flow.height + 4
            placed_lines(value, s.RIGHT, top, _FIGURE, out, anchor="end")
            placed_lines(label, s.RIGHT, top + len(value) * _FIGURE.leading, s.FIGURE_LABEL, out, anchor="end")

        reach_height = len(value) * _FIGURE.leading + len(label) * s.FIGURE_LABEL.leading
        return FittedBlock(above + flow.height + (4 + reach_height if reach_height else 0), place)

    def draw(self) -> list[Item]:
        """Draw all bands, the last one at the bottom of the slide."""
        out: list[Item] = []
        y = s.TOP
        for block in self._above:
            self._place(block, y, out)
            y += block.height + _GAP
        if self._poster.is_felt and self.room > 0:
            self._curve(y - _GAP, min(self.room, _MAX_CURVE), out)
        y = _BOTTOM
        for block in reversed(self._below):
            y -= block.height
            self._place(block, y, out)
            y -= _GAP
        return out

    def _place(self, block: FittedBlock, y: float, out: list[Item]) -> None:
        items: list[Item] = []
        block.place(s.LEFT, y, block.height, items)
        out.append(Group(tuple(items), None, None, Box(0, y, s.WIDTH, block.height)))

    def _curve(self, y: float, height: float, out: list[Item]) -> None:
        band = FeelingBand(self._poster, self._columns, self._ruler, y, height)
        band.draw(self._flags, y - max((flag.height for flag in self._flags), default=0.0) + 3)
        out.append(Group(tuple(band.items), None, None, Box(0, y, s.WIDTH, height)))
