"""Poster -> the widths of stages with which its lists and cards are lowest.

How many rows a text takes depends on the width of its stage. The lowest bands are found from the other end: for each
number of rows, how wide the stages must be at least, until the width of the poster suffices.
"""

from collections.abc import Sequence
from itertools import product
from math import fsum
from operator import mul

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import NAME_GAP, PosterColumns, card_limit, spread_stages, stage_style, stages_room
from mapgen.layout.poster.least_widths import Rows, card_rows, list_rows, text_rows, width_for
from mapgen.layout.poster.stages import note_of
from mapgen.layout.text import TextMeasurer

_MAX_ROWS = 20  # of a list of names

_MIN_STAGE = 80.0  # with few touchpoints and a short name
_PITCHES = s.PITCH_ICONS, s.PITCH_NUMBERS
_PITCH_SHARE = 0.75  # of what it would be, if there is no room for numbers anyway

Band = Sequence[Rows]
"""For each stage the least widths for at most 1, 2, … rows."""


class LowestColumns:
    """The least widths of all stages, which grow while fewer rows are asked for."""

    def __init__(self, poster: PosterChart, ruler: TextMeasurer, even: PosterColumns) -> None:
        """Begin with what names and touchpoints need."""
        self._poster = poster
        self._ruler = ruler
        self._room = stages_room(poster)
        style = stage_style(poster, ruler)
        self._names = [ruler.longest_word(stage.name, style) + 1 for stage in poster.stages]
        pitch = next((least for least in _PITCHES if least <= even.pitch), _PITCH_SHARE * even.pitch)
        self._least = [
            max(name, _MIN_STAGE, (stage.last - stage.first) * pitch)
            for name, stage in zip(self._names, poster.stages, strict=True)
        ]
        if len(poster.stages) <= s.CARDS_MAX:
            for pain in poster.pains:
                self._least[pain.stage] = max(self._least[pain.stage], min(s.CARD_MIN, card_limit(poster)))
        self._least = self._few([text_rows(stage.name, style, ruler, NAME_GAP) for stage in poster.stages])
        self._least = self._few([text_rows(note_of(stage), s.STAGE_NOTE, ruler) for stage in poster.stages])

    def _few(self, band: Band) -> list[float]:
        """Return the least widths with which a band has as few rows as possible."""
        choices = (_widened(self._least, band, count) for count in range(1, _most(band) + 1))
        return next((least for least in choices if self._fits(least)), self._least)

    def _fits(self, least: Sequence[float]) -> bool:
        return fsum(least) <= self._room

    def lowest(self, *, listed: bool) -> PosterColumns | None:
        """Return the columns with the lowest lists, if there are any, and cards; None if there is no room for any."""
        poster, ruler = self._poster, self._ruler
        lists = [list_rows(stage, poster, ruler) for stage in poster.stages] if listed else []
        cards: list[Rows] = [()] * len(poster.stages)
        for pain in poster.pains if len(poster.stages) <= s.CARDS_MAX else ():
            cards[pain.stage] = card_rows(pain, poster, ruler)
        bands = (lists, s.NAME), (cards, s.PAIN)
        counts = product(*(range(1, min(_MAX_ROWS, _most(band)) + 1) for band, _ in bands))
        leadings = [style.leading for _, style in bands]
        for rows in sorted(counts, key=lambda rows: (fsum(map(mul, leadings, rows)), rows)):
            least = self._least
            for (band, _), count in zip(bands, rows, strict=True):
                least = _widened(least, band, count)
            if self._fits(least):
                return spread_stages(poster, least, self._names)
        return None


def _widened(least: Sequence[float], band: Band, count: int) -> list[float]:
    """Widen the stages so that a band has at most so many rows."""
    return [max(width, width_for(rows, count)) for width, rows in zip(least, band, strict=True)] if band else [*least]


def _most(band: Band) -> int:
    """Return the most rows that a band can have, but at least one."""
    return max([1, *map(len, band)])
