"""Moments of truth -> the places of their stars, side by side above the curve."""

from collections.abc import Mapping
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.spreading import spread

_BETWEEN = 3.0  # two stars
_RADII = (s.STAR, 10.0, 8.0, 6.0, 4.5, 3.0)
_FAR = 24.0  # light from a star that is farther aside could belong to another face


class Stars(NamedTuple):
    """The radius of all stars, and the center of the star of each moment of truth, by id."""

    radius: float
    places: Mapping[str, float]


def star_places(poster: PosterChart, columns: PosterColumns) -> Stars:
    """Place each star above its point, or aside if another star is there; smaller ones if they would be far aside."""
    starred = sorted((columns.x(moment), moment.id) for moment in poster.signs if moment.starred)
    points = [x for x, _ in starred]
    for radius in _RADII:
        gap, low, high = 2 * radius + _BETWEEN, s.LEFT + radius, s.RIGHT - radius
        places = spread(points, gap, low, high)
        if gap * (len(points) - 1) <= high - low and all(
            abs(place - x) <= _FAR for place, x in zip(places, points, strict=True)
        ):
            break
    return Stars(radius, {moment_id: place for (_, moment_id), place in zip(starred, places, strict=True)})
