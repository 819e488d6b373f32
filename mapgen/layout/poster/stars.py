"""Moments of truth -> the places of their stars, side by side above the curve."""

from collections.abc import Mapping

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.spreading import spread

_BETWEEN = 3.0  # two stars


def star_places(poster: PosterChart, columns: PosterColumns) -> Mapping[str, float]:
    """Return the center of the star of each moment of truth, by id: above its point, unless another star is there."""
    starred = sorted((columns.x(moment), moment.id) for moment in poster.signs if moment.starred)
    places = spread([x for x, _ in starred], 2 * s.STAR + _BETWEEN, s.LEFT + s.STAR, s.RIGHT - s.STAR)
    return {moment_id: place for (_, moment_id), place in zip(starred, places, strict=True)}
