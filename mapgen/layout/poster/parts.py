"""Parts of a poster that several levels of detail share: each is fitted once."""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Literal

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.flags import Flag, FlagPlanner
from mapgen.layout.poster.foot import foot
from mapgen.layout.poster.head import head
from mapgen.layout.poster.hundred import hundred
from mapgen.layout.poster.moments import channels_row, notable, number_places, numbers_row
from mapgen.layout.poster.names import names_below, names_by_stage, names_in_columns
from mapgen.layout.poster.notes import NotePlanner, opening, star_row
from mapgen.layout.poster.pains import cards
from mapgen.layout.poster.people import people
from mapgen.layout.poster.stages import stages
from mapgen.layout.poster.volumes import river
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import FittedBlock

MAX_NAMES = 40  # if there are more touchpoints, only those with a star or a shown pain point are named

Names = Literal["by-stage", "abreast", "all", "notable", "none"]
"""Which touchpoints are named, if there are not too many, and where: all below their stages, in one list or in lists
side by side; all in columns of equal width; only those with a star or a shown pain point; or none."""


class SharedParts:
    """The flags and the bands of a poster; the search for the most detail asks for the same ones again and again."""

    def __init__(self, poster: PosterChart, ruler: TextMeasurer) -> None:
        """Set what all parts are made of."""
        self._poster = poster
        self._ruler = ruler
        self.flags = cache(self._plan)
        self.names = cache(self._list)
        self.numbers = cache(self._numbers)
        self.head = cache(partial(head, poster, ruler))
        self.people = cache(partial(people, poster, ruler))
        self.stages = cache(partial(stages, poster, ruler=ruler))
        self.opening = cache(partial(opening, poster, ruler))
        self.stars = cache(partial(star_row, poster))
        self.channels = cache(partial(channels_row, poster))
        self.cards = cache(partial(cards, poster, ruler=ruler))
        self.river = cache(partial(river, poster, ruler=ruler))
        self.hundred = cache(partial(hundred, poster, ruler))
        self.foot = cache(partial(foot, poster, ruler))

    def all_named(self, names: Names) -> bool:
        """Return whether all touchpoints are named."""
        return names in {"by-stage", "abreast", "all"} and len(self._poster.moments) <= MAX_NAMES

    def _plan(self, columns: PosterColumns, lines: int, opening_lines: int, names: Names) -> tuple[Flag, ...]:
        """Return the flags; nothing if the curve is a ribbon. Without a curve, they are notes in the columns."""
        poster, named = self._poster, names != "none"
        planner = FlagPlanner(poster, columns, self._ruler, lines, named=named, opening_lines=opening_lines)
        if not poster.is_felt:
            return NotePlanner(poster, columns, planner).plan()
        return planner.plan() if len(poster.moments) <= s.RIBBON else ()

    def _numbers(self, columns: PosterColumns, names: Names, flagged: tuple[int, ...]) -> Mapping[int, float]:
        """Return the places of the numbers, which refer to a name, a flag or a pain point that is shown."""
        named = self.all_named(names)
        return number_places(self._poster, columns, self._ruler, flagged, stars=names != "none", named=named)

    def numbers_row(self, columns: PosterColumns, names: Names, flagged: tuple[int, ...]) -> FittedBlock:
        """Return the row of numbers."""
        return numbers_row(self._poster, self._ruler, self.numbers(columns, names, flagged))

    def _named(self, columns: PosterColumns, names: Names, flagged: tuple[int, ...]) -> Sequence[PosterMoment]:
        if self.all_named(names):
            return self._poster.moments
        return notable(self._poster, self.numbers(columns, names, flagged), flagged)

    def named(self, columns: PosterColumns, names: Names, flagged: tuple[int, ...]) -> int:
        """Return how many touchpoints have their name in the list."""
        return len(self._named(columns, names, flagged))

    def _list(self, columns: PosterColumns, names: Names, flagged: tuple[int, ...]) -> FittedBlock | None:
        """Return the names of all or only the notable touchpoints."""
        poster, ruler = self._poster, self._ruler
        if names == "none":
            return None
        named = self._named(columns, names, flagged)
        below = names_below(poster, columns, ruler) if named == poster.moments else None
        if below:
            return below
        by_stage = names_by_stage(columns, ruler, named, abreast=names != "by-stage" or not self.all_named(names))
        if by_stage and names != "all":
            return by_stage
        lists = by_stage, names_in_columns(ruler, named)
        return min((block for block in lists if block), key=lambda block: block.height)
