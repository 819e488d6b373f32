"""The name of a paper -> its size, and how large a map may be printed on it."""

from collections.abc import Iterator
from typing import NamedTuple

_SIZES = {
    "a4": (210, 297),
    "a3": (297, 420),
    "a2": (420, 594),
    "a1": (594, 841),
    "a0": (841, 1189),
    "letter": (215.9, 279.4),
    "tabloid": (279.4, 431.8),
}
SLIDE = "slide"
"""The page of presentation programs: 16:9, and landscape only."""

SLIDE_PIXELS = (1920.0, 1080.0)
"""The width and height of a slide in pictures, which are for screens."""

_SLIDE_SIZE = (7.5 * 25.4, 40 / 3 * 25.4)
_SMALLEST_TYPE = 12.0  # pixels, see dimensions
_READABLE = 8 * 25.4 / 72  # 8 points in millimetres
_STEP = 1.12
_LARGEST = 4.0
WIDTH_MIN = 1000.0

PAPERS = (*(f"{name}{turn}" for name in _SIZES for turn in ("", "-landscape", "-portrait")), SLIDE)
"""The names of paper sizes; without an orientation they are landscape."""


class Sheet(NamedTuple):
    """A sheet of paper in millimetres, and the number of sheets that a map takes."""

    width: float
    height: float
    sheets: int = 1

    @property
    def is_slide(self) -> bool:
        """Whether it is for a screen."""
        return (self.height, self.width) == _SLIDE_SIZE


def sheet(paper: str) -> Sheet:
    """Return the sheet of a paper; KeyError where there is no such paper.

    >>> sheet("a3"), sheet("a4-portrait")
    (Sheet(width=420, height=297, sheets=1), Sheet(width=210, height=297, sheets=1))
    """
    name, _, turn = paper.partition("-")
    short, long = _SLIDE_SIZE if name == SLIDE else _SIZES[name]
    return Sheet(short, long) if turn == "portrait" else Sheet(long, short)


def scales(width: float) -> Iterator[float]:
    """Yield millimetres a pixel for a sheet of this width, largest first.

    The last is the smallest at which the smallest type of a map is still 8 points high; a larger one leaves the map
    at least a thousand pixels wide.
    """
    least = _READABLE / _SMALLEST_TYPE
    steps = [least]
    while steps[-1] * _STEP <= least * _LARGEST and width / (steps[-1] * _STEP) >= WIDTH_MIN:
        steps.append(steps[-1] * _STEP)
    yield from reversed(steps)
