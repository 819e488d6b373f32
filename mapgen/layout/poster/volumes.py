"""Volumes -> a river that gets thinner from stage to stage."""

from collections.abc import Sequence
from math import fsum
from typing import Literal, NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.layout.label_placement import meet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.river import Stretch, draw_river, river_height, river_height_at
from mapgen.layout.scene import Box, Group, Item
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_DEPTHS = {"all": 56.0, "first": 48.0, "low": 40.0, "dense": 24.0}
_OVERHANG = 11.0  # of a reason below a river that is low
_BELOW = 6.0  # from the river to a reason below it
_INSIDE = 3.0  # from the top of the river to a reason drawn on it
_ASIDE = 8.0  # from a reason drawn on it to the end of a stretch, or to where the river gets too low
_REASON_GAP = 16.0  # between two reasons
_MIN_GAP = 6.0  # between two numbers

River = Literal["all", "first", "low", "dense"]
"""How a river is shown: with all reasons that fit; lower, with the first one and those that need no room below it; also
without the first one if it needs room; or half as high, without reasons."""


class Reason(NamedTuple):
    """A reason for leaving a stage; `top` is its distance from the top of the river."""

    x: float
    top: float
    line: TextLine
    fill: str


def river(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, *, shown: River) -> FittedBlock:
    """Fit the river with the number of customers above it, and with reasons for leaving."""
    depth = _DEPTHS[shown]
    texts = reasons(poster, columns, ruler, depth) if shown != "dense" else []
    if shown in {"first", "low"}:
        kept = 1 if shown == "first" else 0
        reach = depth + _OVERHANG - s.REASON.leading
        texts = [text for index, text in enumerate(texts) if index < kept or text.top <= reach]
    below = max((text.top + s.REASON.leading for text in texts), default=0.0)
    above = s.VOLUME.leading + 2

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

    It is on the river if that is high enough, else below, where it may continue below the next stages: the river is not
    deeper there, unless others join. The first reasons are placed first.
    """
    found: list[Reason] = []
    parts = stretches(poster, columns)
    levels = [*(part.level for part in parts[1:]), None]
    for volume, part, after in zip(poster.volumes, parts, levels, strict=True):
        reason = volume.reason
        if reason is None or not (volume.heavy or reason.converted):
            continue
        line = TextLine(reason.label, ruler.width(reason.label, s.REASON))
        lowest = _INSIDE + s.REASON.leading + _INSIDE
        if river_height_at(part, after, depth, part.x + _ASIDE + line.width + _ASIDE) >= lowest:
            found.append(Reason(part.x + _ASIDE, _INSIDE, line, "on-stage"))
            continue
        below = Reason(
            part.x + _BELOW, river_height(part.level, depth) + _BELOW, line, "good" if reason.converted else "soft"
        )
        if _is_free(below, poster, columns, depth, found):
            found.append(below)
    return found


def _is_free(
    reason: Reason, poster: PosterChart, columns: PosterColumns, depth: float, others: Sequence[Reason]
) -> bool:
    """Return whether a reason below the river meets neither the river, nor another reason, nor the edge."""
    end = reason.x + reason.line.width
    covered = [
        river_height(volume.level, depth)
        for volume, (x, width) in zip(poster.volumes, columns.stages, strict=True)
        if x < end and x + width > reason.x
    ]
    box = _box(reason)
    return (
        end <= s.RIGHT
        and max(covered, default=0.0) + _BELOW <= reason.top
        and not any(meet(box, _box(other)) for other in others)
    )


def _box(reason: Reason) -> Box:
    return Box(reason.x, reason.top, reason.line.width + _REASON_GAP, s.REASON.leading)
