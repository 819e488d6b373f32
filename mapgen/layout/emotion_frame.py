"""What the parts of an emotion curve share while one band of it is drawn."""

from typing import TYPE_CHECKING

from mapgen.blocks import Point, Score
from mapgen.lanes.grid import Axis
from mapgen.layout import dimensions as m
from mapgen.layout.columns import Band
from mapgen.layout.text import TextMeasurer

if TYPE_CHECKING:
    from mapgen.layout.scene import Item

Columns = dict[int, float]
"""The middle of each column in pixels."""


class Curve:
    """A plot of one band, being drawn, from `top` on.

    `columns` has the middle of each score; the columns that are `covered` belong to a score over several of them.

    It shows the lines of `series`, with a face at each score where `has_faces`, else with dots. The best score is
    `above` pixels below the top, the worst `inner` pixels below the best and `below` pixels above the bottom.
    """

    __slots__ = (
        "above", "axis", "band", "below", "columns", "covered", "has_faces", "inner", "items", "ruler", "scores",
        "series", "top",
    )  # fmt: skip

    def __init__(
        self,
        axis: Axis,
        band: Band,
        scores: dict[int, Score],
        columns: Columns,
        ruler: TextMeasurer,
        top: float,
        covered: frozenset[int] = frozenset(),
    ) -> None:
        """Begin with nothing drawn, and all lines to be shown."""
        self.axis = axis
        self.band = band
        self.scores = scores
        self.columns = columns
        self.ruler = ruler
        self.covered = covered
        self.top = top
        self.series = tuple(range(len(axis.series)))
        self.has_faces = True
        self.above = self.below = m.CURVE_EDGE
        self.inner = m.CURVE_HEIGHT
        self.items: list[Item] = []

    @property
    def height(self) -> float:
        """The height of the plot in pixels."""
        return self.above + self.inner + self.below

    @property
    def reach(self) -> float:
        """How far a mark reaches from its point, in pixels."""
        return (m.FACE if self.has_faces else m.DOT) + 2

    def y(self, share: float) -> float:
        """Return the height on the page of a share of the scale."""
        return self.top + self.above + (1 - share) * self.inner

    def points(self, score: Score) -> list[Point]:
        """Return the points of a score that the plot shows."""
        return [point for point in score.points if point.series in self.series]

    def former(self, score: Score) -> list[Point]:
        """Return the points of the old version that the plot shows."""
        return [point for point in score.before if point.series in self.series]
