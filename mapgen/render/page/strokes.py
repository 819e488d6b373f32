"""Items -> the strokes among them, so that a page writes those that follow each other in one look as one path."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mapgen.layout.scene import Item, Line, Path
from mapgen.render.page.paths import Segment


class StrokeLook(NamedTuple):
    """The look of what is nothing but a stroke; one `is_line` whose ends are not round."""

    color: str
    width: float
    dash: str | None
    is_line: bool = False


def stroke(item: Item) -> StrokeLook | None:
    """Return the look of a stroke; None for all else."""
    if isinstance(item, Line):
        return StrokeLook(item.stroke, item.width, item.dash, is_line=True)
    if isinstance(item, Path) and item.stroke and not item.fill:
        return StrokeLook(item.stroke, item.stroke_width, item.dash)
    return None


def segments(strokes: Iterable[Item]) -> list[Segment]:
    """Return the segments of strokes, one after the other.

    >>> segments((Line(0, 0, 4, 0, "ink"), Path((("M", (1, 1)), ("L", (5, 5))), stroke="ink")))
    [('M', (0, 0)), ('L', (4, 0)), ('M', (1, 1)), ('L', (5, 5))]
    """
    return list(_segments(strokes))


def _segments(strokes: Iterable[Item]) -> Iterator[Segment]:
    for item in strokes:
        if isinstance(item, Line):
            yield "M", (item.x1, item.y1)
            yield "L", (item.x2, item.y2)
        elif isinstance(item, Path):
            yield from item.segments
