"""What stands below a curve: which touchpoint each of its columns is, where no card above it does."""

from collections.abc import Sequence

from mapgen.lanes.grid import Column
from mapgen.layout import dimensions as m
from mapgen.layout.columns import Band
from mapgen.layout.scene import Item
from mapgen.layout.text import TextMeasurer
from mapgen.layout.text_block import placed_lines

_PAD = 3.0
_GAP = 6.0


def draw_column_names(columns: Sequence[Column], band: Band, y: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Draw the name of each touchpoint from `y` on in the middle of its column; return the height in pixels."""
    height = 0.0
    for place in band.places:
        for index in range(place.heading.first, place.heading.last):
            name = columns[index].name
            if name:
                lines = ruler.lines(name, m.TICK, place.step - _GAP)
                placed_lines(lines, place.center(index), y + _PAD, m.TICK, out, anchor="middle")
                height = max(height, len(lines) * m.TICK.leading + 2 * _PAD)
    return height
