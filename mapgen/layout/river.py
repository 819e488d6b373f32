"""Levels -> a river of those who are still there: flat on top, its height in proportion, those who leave fade below."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple

from mapgen.layout.scene import Item, Path, Rect
from mapgen.layout.shapes import Segment, polygon

_THINNEST = 2.5  # however few it stands for
_FLAT = 0.35  # of a stretch, before the river gets thinner or wider
_STRIPS = 12  # of those who leave or join
_SOLID = 0.6  # fraction of a strip that is filled where they are most
_UNKNOWN = 16.0  # height of the frame where nobody knows how many there are

Cubic = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]


class Stretch(NamedTuple):
    """A stage of the river, from `x` to `end`; `stage` is its index, `level` from 0 to 1, None where it is unknown."""

    stage: int
    x: float
    end: float
    level: float | None


def river_height(level: float | None, depth: float) -> float:
    """Return the height of the river, where it has its whole `depth` at a level of 1."""
    if level is None:
        return min(_UNKNOWN, depth)
    return max(_THINNEST, level * depth) if level else 0.0


def draw_river(
    stretches: Sequence[Stretch], top: float, depth: float, out: list[Item], *, then: float | None = None
) -> None:
    """Draw the stages from left to right; `then` is the level of the stage after the last one."""
    levels = [*(stretch.level for stretch in stretches[1:]), then]
    for stretch, after in zip(stretches, levels, strict=True):
        height = river_height(stretch.level, depth)
        if stretch.level is None:
            width = stretch.end - stretch.x - 1
            out.append(Rect(stretch.x + 0.5, top + 0.5, width, height - 1, None, "muted", 1, 4, "4 4"))
        else:
            out += _stretch(stretch, top, height, height if after is None else river_height(after, depth))


def _stretch(stretch: Stretch, top: float, height: float, after: float) -> Iterator[Item]:
    """Yield a stage, with those who leave or join before the next one in pale strips."""
    stage, x, end, _ = stretch
    hue, bend = f"{stage % 10 + 1}", x + (end - x) * _FLAT
    if abs(height - after) < 1:
        if height:
            yield Path(
                polygon([(x, top), (end, top), (end, top + min(height, after or height)), (x, top + height)]),
                f"stage-{hue}",
            )
        return
    third = (end - bend) / 2
    curve: Cubic = ((bend, top + height), (bend + third, top + height), (end - third, top + after), (end, top + after))
    yield Path(tuple(_strips(curve, top + height, leaving=after < height)), f"stage-{hue}")
    bottom = curve if after < height else None
    if height:
        yield Path(tuple(_body(x, end, top, height, bottom)), f"stage-{hue}")


def _body(x: float, end: float, top: float, height: float, curve: Cubic | None) -> Iterator[Segment]:
    yield "M", (x, top)
    yield "L", (x, top + height)
    if curve:
        start, *rest = curve
        yield "L", start
        yield "C", tuple(value for point in rest for value in point)
    else:
        yield "L", (end, top + height)
    yield "L", (end, top)
    yield "Z", ()


def _strips(curve: Cubic, level: float, *, leaving: bool) -> Iterator[Segment]:
    """Yield strips between a curve and a level; those of customers who leave get thinner, of those who join wider."""
    for index in range(_STRIPS):
        part = (index + 0.5) / _STRIPS
        width = _SOLID * (1 - part if leaving else part)
        first, last = index / _STRIPS, (index + width) / _STRIPS
        yield from polygon(
            [_at(curve, first), _at(curve, last), (_at(curve, last)[0], level), (_at(curve, first)[0], level)]
        )


def _at(curve: Cubic, t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = fsum(weight * point[0] for weight, point in zip(weights, curve, strict=True))
    return x, fsum(weight * point[1] for weight, point in zip(weights, curve, strict=True))
