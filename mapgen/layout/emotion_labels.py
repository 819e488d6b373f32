"""Feelings and the words for peak, lowest and end -> labels near their points of the emotion curve."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from mapgen.blocks import Score
from mapgen.layout import dimensions as m
from mapgen.layout.emotion_frame import Curve
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.scene import Box, Item
from mapgen.layout.text import Style, TextLine
from mapgen.layout.text_block import placed_lines

_WIDEST = 240.0
_GAP = 4.0  # between two labels, and between a label and the edge of the plot
_STRIP_PAD = 3.0


class _Label(NamedTuple):
    """What is said of a touchpoint, line by line."""

    lines: Sequence[tuple[TextLine, Style]]

    @property
    def size(self) -> tuple[float, float]:
        return max(line.width for line, _ in self.lines) + _GAP, fsum(style.leading for _, style in self.lines)

    def place(self, x: float, y: float, out: list[Item]) -> None:
        """Draw the lines around `x`, from `y` downwards."""
        for line, style in self.lines:
            placed_lines([line], x, y, style, out, anchor="middle")
            y += style.leading


def make_room(curve: Curve) -> None:
    """Make the plot as high as the labels above the best and below the worst scores need."""
    for column, score in _labeled(curve):
        share = _share(curve, score)
        need = _label(curve, score, _width(curve, column)).size[1] + curve.reach + _GAP
        if _is_above(curve, column, share):
            curve.above = min(m.CURVE_EDGE_MAX, max(curve.above, need - (1 - share) * curve.inner))
        else:
            curve.below = min(m.CURVE_EDGE_MAX, max(curve.below, need - share * curve.inner))


def draw_labels(curve: Curve, room: LabelPlacer) -> float:
    """Put labels near their points; those that find no place stand in a strip below the plot, in their columns.

    Return the height of the strip, 0 where there is none.
    """
    for column, score in curve.scores.items():
        for point in curve.points(score):
            x, y = curve.columns[column], curve.y(point.share)
            room.take(Box(x - curve.reach, y - curve.reach, 2 * curve.reach, 2 * curve.reach))
    missing = [
        (column, score)
        for column, score in sorted(_labeled(curve), key=lambda pair: (not pair[1].marks, pair[0]))
        if not _is_placed(curve, column, score, room)
    ]
    height = 0.0
    for column, score in missing:
        label = _label(curve, score, _width(curve, column))
        label.place(curve.columns[column], curve.top + curve.height + _STRIP_PAD, curve.items)
        height = max(height, label.size[1] + 2 * _STRIP_PAD)
    return height


def _labeled(curve: Curve) -> list[tuple[int, Score]]:
    return [(column, score) for column, score in curve.scores.items() if score.marks or score.feeling]


def _is_placed(curve: Curve, column: int, score: Score, room: LabelPlacer) -> bool:
    """Put a label near its point: within its column if possible, else on fewer and longer lines."""
    share = _share(curve, score)
    above = _is_above(curve, column, share)
    for width in (_width(curve, column), _WIDEST):
        label = _label(curve, score, width)
        box = room.place(curve.columns[column], curve.y(share), label.size, clear=curve.reach + 1, above=above)
        if box:
            label.place(box.x + box.width / 2, box.y, curve.items)
            return True
    return False


def _width(curve: Curve, column: int) -> float:
    """Return how wide a label may be that leaves room to those of the neighbors."""
    return min(_WIDEST, next(place.step for place in curve.band.places if column < place.heading.last) - 2 * _GAP)


def _label(curve: Curve, score: Score, width: float) -> _Label:
    marks = " \u00b7 ".join(score.marks)
    lines = [(line, m.MARK) for line in curve.ruler.lines(marks, m.MARK, width)] if marks else []
    if score.feeling:
        lines += [(line, m.FEELING) for line in curve.ruler.lines(score.feeling, m.FEELING, width)]
    return _Label(lines)


def _share(curve: Curve, score: Score) -> float:
    """Return where on the scale a label belongs: at its point, else at the best of other plots, else at the target."""
    points = curve.points(score)
    if points:
        return points[0].share
    return max((point.share for point in score.points), default=score.target.share if score.target else 0.5)


def _is_above(curve: Curve, column: int, share: float) -> bool:
    """Return whether a label stands above its point: on the outer side of a bend."""
    near = [_share(curve, curve.scores[other]) for other in (column - 1, column + 1) if other in curve.scores]
    return share >= (fsum(near) / len(near) if near else min(share, 0.5))
