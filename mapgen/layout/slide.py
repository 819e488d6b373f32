"""PosterChart -> Scene: the main finding of a journey on a slide of 1920 x 1080 pixels.

A slide has fewer parts than a poster, and larger ones: it is arranged on 1600 x 900 and then scaled, so that no text is
smaller than 20 pixels. What does not fit is omitted step by step: thoughts first, then pain points and the river.
"""

from collections.abc import Iterator, Sequence
from math import fsum

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_headline import Headline
from mapgen.charts.poster_moments import PosterMoment
from mapgen.charts.poster_pains import PosterPain
from mapgen.charts.volumes import StageVolume
from mapgen.header.story import joined
from mapgen.layout.chart import whole_scene
from mapgen.layout.paper import SLIDE, SLIDE_PIXELS, sheet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns, place_columns
from mapgen.layout.poster.feeling import FeelingBand
from mapgen.layout.poster.flag_drawing import draw_flags
from mapgen.layout.poster.foot import foot
from mapgen.layout.poster.stages import stages
from mapgen.layout.scaling import scaled
from mapgen.layout.scene import Box, Group, Item, Scene
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.slide_cards import slide_cards
from mapgen.layout.slide_emphasis import SHARE_GAP, SHARE_ROOM, draw_share
from mapgen.layout.slide_hundred import of_a_hundred
from mapgen.layout.slide_names import large_stage_style, names_by_stage
from mapgen.layout.slide_river import HEIGHT as RIVER_HEIGHT
from mapgen.layout.slide_river import still_there
from mapgen.layout.slide_voices import slide_flags, with_named_moment
from mapgen.layout.text import Style, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines
from mapgen.layout.typeface import Typeface
from mapgen.record import record, replace

WIDTH, HEIGHT = SLIDE_PIXELS
_SCALE = WIDTH / s.WIDTH
_BOTTOM = HEIGHT / _SCALE - s.TOP_DENSE
_GAP = 12.0
_BELOW_HEADLINE = 4.0  # more than the gap, so that the lines of the stages do not underline it
_MIN_CURVE, _MAX_CURVE = 210.0, 420.0
_RIVER_SHARES = 1.0, 0.62, 0.45, 0.34  # of the width, by the number of pain points beside the river
_MAX_PAINS, _MAX_VOICES = 3, 3
_ABOVE_STAGES = 0.35  # of the free height, where there is no curve
_SUMMARY_WIDEST = 1000.0
_SUMMARY = Style(24, 400, "soft", 34)
_KICKER = Style(21, 600, "muted", 28)
_NOTE = Style(18, 400, "muted", 25)
_HEADLINES = (
    (Style(44, 600, "ink", 52), Style(41, 600, "ink", 49), Style(38, 600, "ink", 46), Style(36, 600, "ink", 44)),
    (Style(34, 600, "ink", 42),),
    (Style(24, 600, "ink", 31),),
    (Style(18, 600, "ink", 24),),
)
"""Sizes of the headline by detail."""
_WITHOUT_CURVE = Style(64, 600, "ink", 74), Style(54, 600, "ink", 63)
_LONG = Style(33, 600, "ink", 40), Style(30, 600, "ink", 37)  # if it takes more than `_FEW_LINES` otherwise
_FEW_LINES = 2
_NO_OVERRIDES = ShapeOverrides()


@record
class SlideDetail:
    """How much a slide shows; each of `_STEPS` shows less. `roomy` is whether the river is deep."""

    lines: int = 3
    voices: int = _MAX_VOICES
    pains: int = _MAX_PAINS
    headline: int = 0
    roomy: bool = True
    river: bool = True


_STEPS = (
    SlideDetail(),
    SlideDetail(roomy=False),
    SlideDetail(voices=2, roomy=False),
    SlideDetail(lines=2, voices=2, roomy=False),
    SlideDetail(voices=0, roomy=False),
    SlideDetail(voices=0, headline=1, roomy=False),
    SlideDetail(voices=0, pains=1, headline=2, roomy=False),
    SlideDetail(voices=0, pains=0, headline=2, roomy=False),
    SlideDetail(voices=0, pains=0, headline=2, roomy=False, river=False),
    SlideDetail(voices=0, pains=0, headline=3, roomy=False, river=False),
)


def arrange_slide(
    poster: PosterChart, typeface: Typeface, *, paper: str | None = None, look: ShapeOverrides = _NO_OVERRIDES
) -> Scene:
    """Arrange a slide with as much content as fits; on `paper` only if that is the page of slides."""
    ruler = TextMeasurer(typeface)
    poster = with_named_moment(_plain(replace(poster, headline=_with_room(poster.headline, ruler))))
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
        story=joined((poster.headline.text, poster.headline.note, poster.story)),
        opening=None,
        stages=tuple(
            replace(stage, duration=None, repeated=None, own=stage.own and _plain_moment(stage.own, felt=felt))
            for stage in poster.stages
        ),
        moments=tuple(_plain_moment(moment, felt=felt) for moment in poster.moments),
        volumes=tuple(_with_loss(volume, poster.headline) for volume in poster.losses.volumes),
    )


def _with_loss(volume: StageVolume, headline: Headline) -> StageVolume:
    """State the loss in the headline also where the river has none, which is at the last stage."""
    loss = headline.loss
    return replace(volume, change=loss.text) if loss and loss.stage.id == volume.id and not volume.change else volume


def _with_room(headline: Headline, ruler: TextMeasurer) -> Headline:
    """Return the longer headline if it stays on one line."""
    longer = headline.longer
    fits = longer and ruler.width(longer.text, _HEADLINES[0][-1]) <= s.RIGHT - s.MARGIN
    return longer if longer and fits else headline


def _plain_moment(moment: PosterMoment, *, felt: bool) -> PosterMoment:
    return replace(moment, target=None, others=() if felt else moment.others)


def _with_stars_at(poster: PosterChart, names: FittedBlock | None) -> PosterChart:
    """Return the poster with only the stars that are behind names; what is stated of whole stages has none there."""
    moments = poster.moments if names else tuple(replace(moment, starred=False) for moment in poster.moments)
    return replace(poster, moments=moments, stages=tuple(replace(stage, own=None) for stage in poster.stages))


def _worst(poster: PosterChart) -> Sequence[PosterPain]:
    """Return the worst pain points or, if all are resolved, what was resolved, the worst first."""
    return poster.worst or sorted(poster.pains, key=lambda pain: -pain.level)


def _wholes(poster: PosterChart) -> Iterator[PosterMoment]:
    """Yield what is stated of stages as a whole."""
    return (stage.own for stage in poster.stages if stage.own)


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
        self._flags = slide_flags(poster, columns, ruler, lines=detail.lines, most=detail.voices)
        self._above = [block for block in self._head() if block.height]
        foot = self._foot(poster, logo)
        self._below = [block for block in (self._facts(), foot) if block.height]
        taken = fsum(block.height + _GAP for block in (*self._above, *self._below))
        self.room = _BOTTOM - s.TOP - taken
        free = self.room - (_MAX_CURVE if poster.is_felt else 0.0)
        names = names_by_stage(poster, columns, ruler, free)
        flagged = {flag.voice.moment.id for flag in self._flags if flag.voice} if poster.is_felt else set()
        if names and not flagged.issuperset(moment.id for moment in poster.moments):
            self._above.insert(2, names)
            self.room -= names.height + _GAP
        if not poster.is_felt and foot.height:
            self._below[-1] = self._foot(_with_stars_at(poster, names), logo)
        if not poster.is_felt and self.room > 0:
            self._above.insert(1, FittedBlock(self.room * _ABOVE_STAGES, lambda *_: None))

    def _foot(self, poster: PosterChart, logo: str | None) -> FittedBlock:
        """Fit the legend, with the personas whose lines are shown."""
        drawn = {person for moment in (*poster.moments, *_wholes(poster)) for person, _ in moment.others}
        people = tuple(person for person in poster.people if person.index in drawn)
        shown, pitch = replace(poster, people=people), self._columns.pitch
        river = self._detail.river
        return foot(shown, self._ruler, logo, people=bool(people), channels=False, pitch=pitch, river=river)

    def _head(self) -> Iterator[FittedBlock]:
        yield self._headline()
        style = large_stage_style(self._poster, self._columns, self._ruler)
        yield stages(self._poster, self._columns, self._ruler, listed=False, counted=False, style=style)
        if self._flags:
            height = max(flag.height for flag in self._flags)
            yield FittedBlock(height, lambda _x, y, _height, out: draw_flags(self._flags, y, out))

    def _headline(self) -> FittedBlock:
        """Fit the headline with its note, below the title of the journey unless they are equal.

        The share of those on a path is a bar behind the title. Without a curve, add the summary.
        """
        poster, wide = self._poster, s.RIGHT - s.MARGIN
        headline, style = self._finding(wide)
        summarized = bool(poster.summary) and not poster.is_felt and not self._detail.headline
        share = poster.headline.share
        kicker = poster.title if poster.headline.text != poster.title else ""
        texts = (
            (kicker, _KICKER, wide if share is None else wide - SHARE_ROOM),
            (headline, style, wide),
            (poster.headline.note, _NOTE, wide),
            ((poster.summary or "") if summarized else "", _SUMMARY, _SUMMARY_WIDEST),
        )
        fitted = [(self._ruler.lines(text, style, width), style) for text, style, width in texts if text]

        def place(_: float, y: float, __: float, out: list[Item]) -> None:
            for lines, style in fitted:
                y += self._ruler.overshoot(style)
                if style is _KICKER and share is not None:
                    middle = y + (len(lines) - 0.5) * style.leading
                    draw_share(share, s.MARGIN + lines[-1].width + SHARE_GAP, middle, out)
                placed_lines(lines, s.MARGIN, y, style, out)
                y += len(lines) * style.leading

        height = fsum(self._ruler.overshoot(style) + len(lines) * style.leading for lines, style in fitted)
        return FittedBlock(height + _BELOW_HEADLINE, place)

    def _finding(self, width: float) -> tuple[str, Style]:
        """Return the headline in the largest size in which it takes the fewest lines, and whole sentences if it can."""
        headline, sizes = self._poster.headline, _HEADLINES[self._detail.headline]
        large = () if self._poster.is_felt or self._detail.headline else _WITHOUT_CURVE
        long = () if self._detail.headline else _LONG

        def cost(choice: tuple[str, Style]) -> tuple[int, bool]:
            text, style = choice
            lines = len(self._ruler.lines(text, style, width))
            fewest = 1 if style not in long else _FEW_LINES
            return max(fewest, lines), lines > 1 and "\n" not in text

        texts = headline.text, "\n".join(headline.sentences)
        return min(((text, style) for style in (*large, *sizes, *long) for text in texts), key=cost)

    def _facts(self) -> FittedBlock:
        """Fit the worst pain points on the left, and on the right how many customers remain."""
        poster, wide = self._poster, s.RIGHT - s.MARGIN
        worst = _worst(poster)[: self._detail.pains]
        share = _RIVER_SHARES[len(worst)]
        counted = bool((poster.volumes or poster.losses.endings) and self._detail.river)
        room = wide * (1 - share) - 2 * s.PAD if counted else wide
        pains = slide_cards(worst, room, poster, self._ruler)
        heading = self._ruler.lines(poster.words["worst-pains"], s.HEADING, room) if worst else ()
        above = len(heading) * s.HEADING.leading + (4 if heading else 0)
        high = max(above + pains.height if worst else 0.0, RIVER_HEIGHT if self._detail.roomy else 0.0)
        volumes = self._customers(wide * share, high) if counted else None

        def place(_: float, y: float, __: float, out: list[Item]) -> None:
            placed_lines(heading, s.MARGIN, y, s.HEADING, out)
            pains.place(s.MARGIN, y + above, pains.height, out)
            if volumes:
                volumes.place(s.MARGIN, y, volumes.height, out)

        return FittedBlock(max(above + pains.height if worst else 0.0, volumes.height if volumes else 0.0), place)

    def _customers(self, width: float, height: float) -> FittedBlock:
        """Fit the river or, without volumes, what becomes of a hundred customers."""
        if self._poster.volumes:
            return still_there(self._poster, width, height, self._ruler, roomy=self._detail.roomy)
        return of_a_hundred(self._poster, width, height, self._ruler)

    def draw(self) -> list[Item]:
        """Draw all bands, the last one at the bottom of the slide."""
        out: list[Item] = []
        y = s.TOP
        for block in self._above:
            self._place(block, y, out)
            y += block.height + _GAP
        if self._poster.is_felt and self.room > 0:
            self._curve(y - _GAP, self.room, out)
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
        quoted = any(flag.voice and flag.voice.text for flag in self._flags)
        band = FeelingBand(self._poster, self._columns, self._ruler, y, height, has_words=not quoted)
        drawn = band.draw(self._flags, y - max((flag.height for flag in self._flags), default=0.0) + 3)
        out.append(Group(tuple(drawn), None, None, Box(0, y, s.WIDTH, height)))
