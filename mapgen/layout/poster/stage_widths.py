"""Poster -> the widths of stages to choose from: by touchpoints, and so that the cards are about equally high."""

from collections.abc import Iterator

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns, card_limit, place_columns
from mapgen.layout.poster.pains import card_heights
from mapgen.layout.text import TextMeasurer

_STEP = 12.0  # pixels by which a stage is widened at a time
_MAX_STEPS = 40


def column_choices(poster: PosterChart, ruler: TextMeasurer) -> Iterator[PosterColumns]:
    """Yield the different ways to place the stages, the most even ones first."""
    limit = card_limit(poster)
    even = [place_columns(poster, ruler, [min(card, limit)] * len(poster.stages)) for card in s.CARD_WIDTHS]
    yield from dict.fromkeys(even)
    yield from (columns for columns in _balanced(poster, ruler, even[0]) if columns not in even)


def _balanced(poster: PosterChart, ruler: TextMeasurer, even: PosterColumns) -> Iterator[PosterColumns]:
    """Widen the stage with the highest card again and again; yield the columns with the lowest row of cards."""
    if not poster.pains or len(poster.stages) > s.CARDS_MAX:
        return
    least = [0.0] * len(poster.stages)
    for pain in poster.pains:
        least[pain.stage] = min(s.CARD_WIDTHS[0], card_limit(poster))
    best, columns = even, even
    heights = card_heights(poster, even, ruler)
    lowest = max(heights.values())
    for _ in range(_MAX_STEPS):
        highest = max(heights, key=lambda stage: (heights[stage], -stage))
        least[highest] = columns.stages[highest][1] + _STEP
        columns = place_columns(poster, ruler, least)
        if columns.named != even.named or columns.pitch < min(even.pitch, s.PITCH_ICONS):
            break
        heights = card_heights(poster, columns, ruler)
        height = max(heights.values())
        if height < lowest:
            best, lowest = columns, height
    yield best
