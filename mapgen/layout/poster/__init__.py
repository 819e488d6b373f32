"""PosterChart -> Scene: bands stacked from top to bottom, on a sheet with an aspect ratio of at most 1:√2.

If the content does not fit, it is reduced in a fixed order, least important first; text is never cut off or set smaller
than is legible.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from math import fsum
from typing import TYPE_CHECKING

from mapgen.charts.poster import PosterChart
from mapgen.layout.chart import whole_scene
from mapgen.layout.paper import sheet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.detail import Detail, most_detailed
from mapgen.layout.poster.feeling import FeelingBand
from mapgen.layout.poster.flag_drawing import draw_flags
from mapgen.layout.poster.parts import MAX_NAMES, SharedParts
from mapgen.layout.poster.stage_widths import column_choices
from mapgen.layout.scene import Box, Group, Item, Scene, Zone
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines
from mapgen.layout.typeface import Typeface
from mapgen.record import replace

if TYPE_CHECKING:
    from mapgen.layout.poster.flags import Flag

_POLE = 3.0  # the distance of bands between which poles go on
_NO_BLANK = 0.0, 0.0
_NO_OVERRIDES = ShapeOverrides()
PosterBand = tuple[str, FittedBlock]
"""The key of a band and its content."""

_TEXT, _LARGE = 5.0, 6.0  # what a line of text, or of large text, leaves free above and below its letters
_BLANK: Mapping[str, tuple[float, float]] = {
    "head": (0.0, _TEXT),
    "opening": (_TEXT, _TEXT),
    "stages": (0.0, _TEXT),
    "in-their-words": (_TEXT, _TEXT),
    "feeling": (0.0, _TEXT),
    "numbers": (_TEXT, _TEXT),
    "touchpoints": (_TEXT, _TEXT),
    "worst": (_TEXT, 0.0),
    "still-there": (_LARGE, _TEXT),
    "hundred": (_TEXT, _TEXT),
    "of-a-hundred": (0.0, _TEXT),
}
"""What bands leave free at the top and at the bottom, so that what is visible is equally far apart."""


def arrange_poster(
    poster: PosterChart,
    typeface: Typeface,
    *,
    paper: str | None = None,
    look: ShapeOverrides = _NO_OVERRIDES,
    hide: Collection[str] = (),
) -> Scene:
    """Arrange a poster with as much content as fits.

    `paper` is the name of the paper size to fill. `hide` names parts to leave out: "head", "figures", "personas",
    "legend", "footer".
    """
    ruler = TextMeasurer(typeface)
    page = sheet(paper) if paper else None
    high = s.WIDTH * page.height / page.width if page else s.HEIGHT_MAX
    hidden = frozenset(hide)
    parts = SharedParts(poster, ruler)
    bands = most_detailed(
        lambda columns, detail: PosterBands(poster, columns, ruler, parts, replace(detail, hidden=hidden), look.logo),
        high,
        column_choices(poster, ruler, listed=len(poster.moments) <= MAX_NAMES),
    )
    size = s.WIDTH, high if page else bands.height
    return whole_scene(poster, "poster", bands.draw(), size, look, page)


class PosterBands:
    """The bands of a poster at one level of detail; `height` is that of the whole sheet."""

    def __init__(
        self,
        poster: PosterChart,
        columns: PosterColumns,
        ruler: TextMeasurer,
        parts: SharedParts,
        detail: Detail,
        logo: str | None,
    ) -> None:
        """Fit all bands except the curve, which takes at least its share of the height."""
        self._detail = detail
        self._logo = logo
        self._poster = poster
        self._columns = columns
        self._ruler = ruler
        self._parts = parts
        self._flags: tuple[Flag, ...] = ()
        if detail.voices:
            self._flags = parts.flags(columns, detail.voice_lines, detail.opening_lines, detail.names)
        self._flagged = tuple(
            flag.voice.moment.number for flag in self._flags if flag.voice and flag.voice.moment.number
        )
        bands = [*map(self._titled, self._above(detail)), *map(self._titled, self._below(detail))]
        gaps = [self._gap(above, below) for above, below in pairwise([key for key, _ in bands])]
        others = detail.top + detail.margin + fsum(block.height for _, block in bands) + fsum(gaps)
        curve = max(s.FEELING_HEIGHT, others * s.FEELING_SHARE / (1 - s.FEELING_SHARE) + 1) if poster.is_felt else 0.0
        self._bands = [
            (key, FittedBlock(curve, self._curve) if key == "feeling" else block, gap)
            for (key, block), gap in zip(bands, [*gaps, 0.0], strict=True)
        ]
        self.height = round(others + curve, 2)

    def _gap(self, above: str, below: str) -> float:
        """Return the distance between two bands: their letters and shapes are at least the gap apart.

        Poles of flags and stars go on from one band to the next.
        """
        if above in {"in-their-words", "stars"} and below in {"feeling", "stars", "numbers"}:
            return _POLE
        return max(0.0, self._detail.gap - _BLANK.get(above, _NO_BLANK)[1] - _BLANK.get(below, _NO_BLANK)[0])

    def _titled(self, band: PosterBand) -> PosterBand:
        """Make a band at least as high as its title at the left."""
        key, block = band
        return key, block._replace(height=max(block.height, self._title_height(key) if key != "feeling" else 0.0))

    def _title_height(self, key: str) -> float:
        lines = len(self._title_lines(key)) * s.BAND.leading
        return lines + len(self._note_lines(key)) * s.BAND_NOTE.leading

    def _title_lines(self, key: str) -> tuple[TextLine, ...]:
        words = self._poster.words
        return self._ruler.lines(words[key], s.BAND, self._title_width(words[key], s.BAND)) if key in words else ()

    def _title_width(self, text: str, style: Style) -> float:
        """Return the width of a title, which is wider only for a long word."""
        narrow, wide = (s.GUTTER - s.MARGIN - gap for gap in (s.TITLE_GAP, s.TITLE_GAP_MIN))
        return min(wide, max(narrow, self._ruler.longest_word(text, style) + 1))

    def _note_lines(self, key: str) -> tuple[TextLine, ...]:
        """Return what is below the title of a band: that it has remedies, or how many of the touchpoints it names."""
        note = self._poster.words["what-is-done"] if key == "worst-pain" else ""
        count = self._parts.named(self._columns, self._detail.names, self._flagged)
        if key == "touchpoints" and count < len(self._poster.moments):
            note = self._poster.words["rows-of"].replace("{n}", str(count))
        return self._ruler.lines(note, s.BAND_NOTE, self._title_width(note, s.BAND_NOTE)) if note else ()

    def _above(self, detail: Detail) -> Iterator[PosterBand]:
        """Yield the bands down to the curve, which takes what its share is of the height of all."""
        poster, parts = self._poster, self._parts
        if not {"head", "figures"} <= detail.hidden:
            yield "head", parts.head(detail.titles, detail.summary, detail.hidden)
        if detail.people != "legend" and poster.people and "personas" not in detail.hidden:
            yield "people", parts.people(detail.people)
        opening = parts.opening(most=detail.opening_lines) if detail.voices and not poster.is_felt else None
        if opening:
            yield "opening", opening
        yield "stages", parts.stages(self._columns, listed=detail.names != "none", counted=detail.volumes == "none")
        if self._flags:
            height = max(flag.height for flag in self._flags)
            yield (
                "in-their-words",
                FittedBlock(height, lambda _x, y, _height, out: draw_flags(self._flags, y, out)),
            )
        if poster.is_felt:
            yield "feeling", FittedBlock(0.0, self._curve)
        else:
            yield from self._shown(("stars", parts.stars(self._columns)), ("numbers", self._numbers_row()))

    def _below(self, detail: Detail) -> Iterator[PosterBand]:
        """Yield the bands below the curve."""
        poster, columns, parts = self._poster, self._columns, self._parts
        channels, many = parts.channels(columns), len(poster.stages) > s.CARDS_MAX
        return self._shown(
            ("place", channels),
            ("touchpoints", parts.names(columns, detail.names, self._flagged)),
            ("worst" if many else "worst-pain", self._cards(detail)),
            self._volumes(detail),
            ("foot", self._foot(detail, channels=bool(channels.height))),
        )

    def _shown(self, *bands: tuple[str, FittedBlock | None]) -> Iterator[PosterBand]:
        """Yield the bands with content."""
        return ((key, block) for key, block in bands if block and block.height)

    def _cards(self, detail: Detail) -> FittedBlock | None:
        return self._parts.cards(self._columns, remedies=detail.remedies) if detail.pains else None

    def _numbers_row(self) -> FittedBlock:
        return self._parts.numbers_row(self._columns, self._detail.names, self._flagged)

    def _foot(self, detail: Detail, *, channels: bool) -> FittedBlock:
        people, pitch, river = detail.people == "legend", self._columns.pitch, detail.volumes != "none"
        numbers = self._parts.numbers(self._columns, detail.names, self._flagged)
        painful = any(self._poster.moments[number - 1].pain for number in numbers)
        shown = {"people": people, "channels": channels, "river": river}
        return self._parts.foot(self._logo, detail.hidden, pitch=pitch, painful=painful, **shown)

    def _volumes(self, detail: Detail) -> tuple[str, FittedBlock | None]:
        """Return the river or, without volumes, the outcomes of 100 customers."""
        poster, parts = self._poster, self._parts
        if detail.volumes == "none" or not (poster.volumes or poster.endings):
            return "", None
        if poster.volumes:
            return "still-there", parts.river(self._columns, shown=detail.volumes)
        bar = parts.hundred(shown=detail.volumes)
        return "hundred" if len(poster.stages) > s.CARDS_MAX else "of-a-hundred", bar

    def _curve(self, _x: float, y: float, height: float, out: list[Item]) -> None:
        """Draw the curve with the numbers of the touchpoints below it."""
        pole = y - _POLE - max((flag.height for flag in self._flags), default=0.0)
        row = self._numbers_row()
        band = FeelingBand(self._poster, self._columns, self._ruler, y, height - row.height)
        numbers = self._parts.numbers(self._columns, self._detail.names, self._flagged)
        out += band.draw(self._flags, pole + 3, numbers)
        row.place(0, y + height - row.height, row.height, out)

    def draw(self) -> list[Item]:
        """Draw all bands, each with its title at the left."""
        out: list[Item] = []
        y = self._detail.top
        for key, block, gap in self._bands:
            items: list[Item] = []
            top = y + 8 if key == "feeling" else y
            if block.height:
                self._title(key, top, items)
            block.place(s.LEFT, y, block.height, items)
            if block.height:
                zone: Zone | None = "head" if key == "head" else None
                out.append(Group(tuple(items), None, None, Box(0, y, s.WIDTH, block.height), zone))
            y += block.height + gap
        return out

    def _title(self, key: str, y: float, out: list[Item]) -> None:
        lines = self._title_lines(key)
        placed_lines(lines, s.MARGIN, y, s.BAND, out)
        placed_lines(self._note_lines(key), s.MARGIN, y + len(lines) * s.BAND.leading, s.BAND_NOTE, out)
