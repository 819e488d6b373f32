"""PosterChart -> Scene: bands stacked from top to bottom, on a sheet with an aspect ratio of at most 1:√2.

If the content does not fit, it is reduced in a fixed order, least important first; text is never cut off or set smaller
than is legible.
"""

from collections.abc import Collection, Iterator
from math import fsum

from mapgen.charts.poster import PosterChart
from mapgen.layout.chart import whole_scene
from mapgen.layout.paper import sheet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.detail import Detail, most_detailed
from mapgen.layout.poster.feeling import FeelingBand
from mapgen.layout.poster.flags import Flag, draw_flags
from mapgen.layout.poster.moments import shows_channels
from mapgen.layout.poster.parts import MAX_NAMES, SharedParts
from mapgen.layout.poster.stage_widths import column_choices
from mapgen.layout.scene import Box, Group, Item, Scene, Zone
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines
from mapgen.layout.typeface import Typeface
from mapgen.record import replace

_NO_OVERRIDES = ShapeOverrides()
PosterBand = tuple[str, FittedBlock, float]
"""The key of a band, its content, and the gap below it."""


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
        above, below = (list(map(self._titled, bands)) for bands in (self._above(detail), self._below(detail)))
        others = (
            detail.top + detail.margin - detail.gap + fsum(block.height + gap for _, block, gap in (*above, *below))
        )
        gap, curve = 0.0, 0.0
        if poster.is_felt:
            gap = s.GAP_BELOW_CURVE
            curve = max(s.FEELING_HEIGHT, (others + gap) * s.FEELING_SHARE / (1 - s.FEELING_SHARE) + 1)
        self._bands = [*above, ("feeling", FittedBlock(curve, self._curve), gap), *below]
        self.height = round(others + curve + gap, 2)

    def _titled(self, band: PosterBand) -> PosterBand:
        """Make a band at least as high as its title at the left."""
        key, block, gap = band
        return key, block._replace(height=max(block.height, self._title_height(key))), gap

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
        """Yield the bands above the curve."""
        poster, parts = self._poster, self._parts
        if not {"head", "figures"} <= detail.hidden:
            yield "head", parts.head(detail.titles, detail.summary, detail.hidden), max(detail.gap, s.GAP_BELOW_HEAD)
        if detail.people != "legend" and poster.people and "personas" not in detail.hidden:
            yield "people", parts.people(detail.people), detail.gap + 2
        opening = parts.opening(most=detail.opening_lines) if detail.voices and not poster.is_felt else None
        if opening:
            yield "opening", opening, detail.gap
        yield (
            "stages",
            parts.stages(self._columns, listed=detail.names != "none", counted=detail.volumes == "none"),
            detail.gap,
        )
        if self._flags:
            height = max(flag.height for flag in self._flags)
            yield (
                "in-their-words",
                FittedBlock(height, lambda _x, y, _height, out: draw_flags(self._flags, y, out)),
                3.0 if poster.is_felt else detail.gap,
            )
        if not poster.is_felt:
            stars = parts.stars(self._columns)
            yield "", stars, 3.0 if stars.height else 0.0

    def _below(self, detail: Detail) -> Iterator[PosterBand]:
        """Yield the bands below the curve."""
        poster, columns, parts = self._poster, self._columns, self._parts
        names, channels = parts.names(columns, detail.names, self._flagged), shows_channels(poster, columns)
        bands = [
            (
                "place" if channels else "",
                parts.places(columns, detail.names, self._flagged),
                detail.gap + 2 if names else detail.gap,
            ),
            ("touchpoints", names, detail.gap + 2),
            (
                "worst-pain" if len(poster.stages) <= s.CARDS_MAX else "",
                parts.cards(columns, remedies=detail.remedies) if detail.pains else None,
                detail.gap,
            ),
            self._volumes(detail),
            (
                "foot",
                self._foot(detail, channels=channels),
                detail.gap,
            ),
        ]
        return ((key, block, gap) for key, block, gap in bands if block and block.height)

    def _foot(self, detail: Detail, *, channels: bool) -> FittedBlock:
        people, pitch, river = detail.people == "legend", self._columns.pitch, detail.volumes != "none"
        numbers = self._parts.numbers(self._columns, detail.names, self._flagged)
        painful = any(self._poster.moments[number - 1].pain for number in numbers)
        shown = {"people": people, "channels": channels, "river": river}
        return self._parts.foot(self._logo, detail.hidden, pitch=pitch, painful=painful, **shown)

    def _volumes(self, detail: Detail) -> PosterBand:
        """Return the river or, without volumes, the outcomes of 100 customers."""
        poster, parts = self._poster, self._parts
        if detail.volumes == "none" or not (poster.volumes or poster.endings):
            return "", FittedBlock(0.0, lambda *_: None), 0.0
        if poster.volumes:
            return "still-there", parts.river(self._columns, shown=detail.volumes), detail.gap
        return "of-a-hundred", parts.hundred(roomy=detail.volumes == "all"), detail.gap

    def _curve(self, _x: float, y: float, height: float, out: list[Item]) -> None:
        pole = y - 3 - max((flag.height for flag in self._flags), default=0.0)
        band = FeelingBand(self._poster, self._columns, self._ruler, y, height)
        numbers = self._parts.numbers(self._columns, self._detail.names, self._flagged)
        out += band.draw(self._flags, pole + 3, numbers)

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
