"""Where the signs of the emotion curve stand, and how large they are."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import hypot

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.curve import Point, samples, stretches
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.head import disc_radius
from mapgen.layout.poster.stars import star_places
from mapgen.layout.scene import Box, Item
from mapgen.layout.text import TextMeasurer

# below the worst score: with room for a word below a face, or without words
_EDGE, _EDGE_WITHOUT_WORDS = 46.0, 28.0
_HEAD = 66.0  # from the top of the band to the best score
_TITLE = 52.0  # the height that the title of the band takes
_STAR = 16.0  # from the top of the band to the center of the stars
_SMALL = 0.7  # of a face, if the curve is dense
_STRONG = 1.16  # of the face of the lowest moment
_CURVE_STEP = 2.0

Place = tuple[str, float, float]
"""A moment with a score: its id, and its place."""


class CurveFrame:
    """The band of the curve, with its `top` and `height`; `items` are what is drawn, and `room` is free for words."""

    def __init__(
        self,
        poster: PosterChart,
        columns: PosterColumns,
        ruler: TextMeasurer,
        top: float,
        height: float,
        *,
        has_words: bool = True,
    ) -> None:
        """Begin with nothing drawn; without words beside its points, the curve takes their room."""
        self.poster = poster
        self.columns = columns
        self.ruler = ruler
        self.top = top
        self.height = height
        self.head = top + _HEAD
        self._edge = _EDGE if has_words else _EDGE_WITHOUT_WORDS
        self.star_y = top + _STAR
        self.items: list[Item] = []
        self.room = LabelPlacer(Box(s.LEFT - s.OVERHANG, top + 8, s.RIGHT - s.LEFT + 2 * s.OVERHANG, height - 9))
        self.room.take(Box(s.MARGIN, top, s.LEFT - s.MARGIN, _TITLE))
        self.disc = disc_radius(poster, ruler)
        self.is_dense = columns.pitch < s.PITCH_NUMBERS
        self._dot = s.DOT_SMALL if self.is_dense else min(s.DOT, columns.pitch * 0.3)
        self.star, self.stars = star_places(poster, columns)
        self.zero = self.y(poster.neutral)

    def x(self, moment: PosterMoment) -> float:
        """Return the center of a moment."""
        return self.columns.x(moment)

    def y(self, share: float) -> float:
        """Return the height of a score."""
        return self.head + (1 - share) * (self.height - _HEAD - self._edge)

    def points(self, line: int | None) -> list[Point | None]:
        """Return the points of a line, None where no emotion is stated."""
        shares = zip(self.poster.points, self.poster.shares(line), strict=True)
        return [None if share is None else (self.x(moment), self.y(share)) for moment, share in shares]

    def is_face(self, moment: PosterMoment) -> bool:
        """Return whether a moment is drawn as a face: moments of truth, the lowest and, if there is room, the last."""
        return moment.id in self._faces

    def radius(self, moment: PosterMoment) -> float:
        """Return the radius of the face or dot of a moment."""
        return self._faces.get(moment.id, self._dot)

    @cached_property
    def _faces(self) -> dict[str, float]:
        """The radius of each face by moment; two faces do not overlap."""
        widest = s.FACE * _SMALL if self.is_dense else min(s.FACE, max(s.DOT, self.columns.pitch * 0.42))
        scored = self._scored()
        lowest = self.poster.lowest
        faces = [
            (moment.id, self.x(moment), self.y(share))
            for moment, share in scored
            if moment.starred or moment.id in lowest
        ]
        drawn = {own for own, _, _ in faces}
        if scored and scored[-1][0].id not in drawn:
            last = [(moment.id, self.x(moment), self.y(share)) for moment, share in scored]
            if not any(self._meet(last[-1], one, widest, is_face=one[0] in drawn) for one in last[:-1]):
                faces.append(last[-1])
        return {
            own: min(
                [
                    widest * (_STRONG if own in lowest else 1.0),
                    *(hypot(x - other[1], y - other[2]) / 2 for other in faces if other[0] != own),
                ]
            )
            for own, x, y in faces
        }

    def _meet(self, face: Place, other: Place, radius: float, *, is_face: bool) -> bool:
        """Return whether a face would cover another face or dot."""
        reach = radius + (radius if is_face else self._dot)
        return hypot(face[1] - other[1], face[2] - other[2]) < reach

    def _scored(self) -> list[tuple[PosterMoment, float]]:
        return [(moment, moment.share) for moment in self.poster.signs if moment.share is not None]

    def take(self, x: float, y: float, radius: float) -> None:
        """Keep the area of a sign free of words."""
        reach = radius + 2
        self.room.take(Box(x - reach, y - reach, 2 * reach, 2 * reach))

    def signs(self) -> Iterator[Box]:
        """Yield the boxes of the points and targets of all moments."""
        for moment in self.poster.signs:
            x, radius = self.x(moment), self.radius(moment)
            for share, reach in ((moment.share, radius), (moment.target, s.DIAMOND)):
                if share is not None:
                    yield Box(x - reach, self.y(share) - reach, 2 * reach, 2 * reach)

    @cached_property
    def curve(self) -> Sequence[Point]:
        """Points all along the line of all customers."""
        lines = stretches(self.points(None), joins_gaps=self.poster.joins_gaps)
        return [point for segments, _ in lines for point in samples(segments, _CURVE_STEP)]
