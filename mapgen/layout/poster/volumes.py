"""Volumes -> a river that gets thinner from stage to stage."""

from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.river import Stretch, draw_river, river_height
from mapgen.layout.scene import Group, Item
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_RIVER, _RIVER_DENSE = 46.0, 22.0
_INSIDE = 3.0  # from the top of the river to a reason drawn on it
_MIN_GAP = 6.0  # between two numbers
_FLAT = 0.45  # fraction of a stage in which a reason fits on the river


class Reason(NamedTuple):
    """A reason for leaving a stage; `top` is its distance from the top of the river."""

    x: float
    top: float
    line: TextLine
    fill: str


def river(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, *, roomy: bool) -> FittedBlock:
    """Fit the river with the number of customers above it; if it is `roomy`, it is deep, with reasons for leaving."""
    depth = _RIVER if roomy else _RIVER_DENSE
    texts = reasons(poster, columns, ruler, _RIVER) if roomy else []
    below = max((text.top + s.REASON.leading for text in texts), default=0.0)
    above = s.VOLUME.leading + (4 if roomy else 2)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        _sizes(poster, columns, ruler, y, out)
        parts = stretches(poster, columns)
        levels = [*(stretch.level for stretch in parts[1:]), None]
        for stage, stretch, then in zip(poster.stages, parts, levels, strict=True):
            items: list[Item] = []
            draw_river([stretch], y + above, depth, items, then=then)
            out.append(Group(tuple(items), None, f"poster-volume-{stage.id}"))
        for text in texts:
            placed_lines([text.line], text.x, y + above + text.top, s.REASON, out, fill=text.fill)

    return FittedBlock(above + max(depth, below), place)


def stretches(poster: PosterChart, columns: PosterColumns) -> list[Stretch]:
    """Return a stretch of the river for each stage, up to where the next one begins."""
    edges = [x for x, _ in columns.stages[1:]] + [fsum(columns.stages[-1])]
    return [
        Stretch(index, x, end, volume.level, volume.converted_level)
        for index, (volume, (x, _), end) in enumerate(zip(poster.volumes, columns.stages, edges, strict=True))
    ]


def _sizes(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, y: float, out: list[Item]) -> None:
    """Draw the number of customers of each stage, and the loss before the next stage, if both fit."""
    stages = list(zip(poster.volumes, columns.stages, strict=True))
    fits_large = all(ruler.width(volume.size, s.VOLUME) <= width - _MIN_GAP for volume, (_, width) in stages)
    style = s.VOLUME if fits_large else s.VOLUME_SMALL
    for volume, (x, width) in stages:
        size = TextLine(volume.size, ruler.width(volume.size, style))
        if size.width > width - _MIN_GAP:
            continue
        placed_lines([size], x, y, style, out)
        right = x + width
        for text, fill in ((volume.change, "bad" if volume.heavy else "muted"), (volume.converted, "good")):
            line = TextLine(text, ruler.width(text, s.LOSS)) if text else None
            if line and x + size.width + line.width + 10 <= right:
                placed_lines([line], right, y, s.LOSS, out, anchor="end", fill=fill)
                right -= line.width + 10


def reasons(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, depth: float) -> list[Reason]:
    """Return the main reason for leaving each stage of a river of this depth, if it fits on one line.

    It stands on the river if that is high enough, else below, where it may run on below the next stages: the river is
    not deeper there, unless others join.
    """
    found: list[Reason] = []
    heights = [river_height(volume.level, depth) for volume in poster.volumes]
    end = s.RIGHT
    for index in range(len(heights) - 1, -1, -1):
        volume, (x, width), part = poster.volumes[index], columns.stages[index], poster.volumes[index].reason
        if index + 1 < len(heights) and heights[index + 1] > heights[index]:
            end = x + width
        if part is None or not (volume.heavy or part.converted):
            continue
        line = TextLine(part.label, ruler.width(part.label, s.REASON))
        inside = heights[index] >= s.REASON.leading + 6 and line.width <= width * _FLAT
        if inside:
            found.append(Reason(x + 8, _INSIDE, line, "on-stage"))
        elif x + line.width <= end:
            found.append(Reason(x, heights[index] + 2, line, "good" if part.converted else "soft"))
            end = x - 16
    return found
