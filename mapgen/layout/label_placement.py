"""Labels beside points -> places where no label meets another, a mark, the curve or the edge of its lane."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mapgen.layout.scene import Box

_CELL = 48.0
_STEPS = (0.0, 5.0, 10.0, 16.0, 23.0, 31.0, 40.0)
_SHIFTS = (0.0, -0.25, 0.25, -0.5, 0.5)

_Cell = tuple[int, int]


class LabelPlacer:
    """What is taken in a lane or a picture, found fast by the cell of a grid in which it stands."""

    def __init__(self, bounds: Box) -> None:
        """Take the box that no label may leave."""
        self._bounds = bounds
        self._taken: defaultdict[_Cell, list[Box]] = defaultdict(list)

    def take(self, box: Box) -> None:
        """Keep a place free of labels."""
        for cell in _cells(box):
            self._taken[cell].append(box)

    def take_line(self, points: Iterable[tuple[float, float]], reach: float) -> None:
        """Keep a curve free of labels, by so many pixels to each side."""
        for x, y in points:
            self.take(Box(x - reach, y - reach, 2 * reach, 2 * reach))

    def fits(self, box: Box) -> bool:
        """Return whether a box lies within the bounds and meets nothing that is taken."""
        bounds = self._bounds
        if box.x < bounds.x or box.x + box.width > bounds.x + bounds.width:
            return False
        if box.y < bounds.y or box.y + box.height > bounds.y + bounds.height:
            return False
        return not any(meet(box, other) for cell in _cells(box) for other in self._taken.get(cell, ()))

    def place(
        self,
        x: float,
        y: float,
        size: tuple[float, float],
        *,
        clear: float,
        above: bool,
        reach: float = _STEPS[-1],
    ) -> Box | None:
        """Find and take the nearest free place for a label of this size around a point, or None where there is none.

        `clear` is the distance that the label keeps from the point; `above` is where it would rather stand. It stands
        at most `reach` pixels further away.
        """
        for box in _candidates(x, y, size, clear, above=above, reach=reach):
            if self.fits(box):
                self.take(box)
                return box
        return None


def _candidates(
    x: float, y: float, size: tuple[float, float], clear: float, *, above: bool, reach: float
) -> Iterator[Box]:
    width, height = size
    for step in (step for step in _STEPS if step <= reach):
        for upwards in (above, not above):
            top = y - clear - step - height if upwards else y + clear + step
            for shift in _SHIFTS:
                yield Box(x - width / 2 + shift * width, top, width, height)
    for left in (x + clear, x - clear - width):
        yield Box(left, y - height / 2, width, height)


def _cells(box: Box) -> Iterator[_Cell]:
    for column in _span(box.x, box.width):
        for row in _span(box.y, box.height):
            yield column, row


def _span(start: float, length: float) -> range:
    return range(int(start // _CELL), int((start + length) // _CELL) + 1)


def meet(a: Box, b: Box) -> bool:
    """Return whether two boxes overlap."""
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height
