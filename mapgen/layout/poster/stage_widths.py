"""Poster -> the widths of stages to choose from: by touchpoints, and those with the lowest lists and cards."""

from collections.abc import Iterator

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns, card_limit, place_columns
from mapgen.layout.text import TextMeasurer


def column_choices(poster: PosterChart, ruler: TextMeasurer, *, listed: bool) -> Iterator[PosterColumns]:
    """Yield the different ways to place the stages, the most even one first.

    `listed` is whether all touchpoints are named in the columns of their stages, if there is room.
    """
    card = min(s.CARD_WIDTH, card_limit(poster))
    even = place_columns(poster, ruler, [card] * len(poster.stages))
    yield even
    if even.named:
        from mapgen.layout.poster.lowest_columns import LowestColumns  # few small posters need it

        least = LowestColumns(poster, ruler, even)
        for with_lists in (True, False) if listed else (False,):
            lowest = least.lowest(listed=with_lists)
            if lowest:
                yield lowest
