"""Levels -> a river of those who are still there: flat on top, its height in proportion, those who leave pale below."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mapgen.layout.scene import Item, Path, Rect
from mapgen.layout.shapes import Segment, polygon

_THINNEST = 2.5  # however few it stands for
FLAT = 0.35  # of a stretch, before the river gets thinner or wider
_HALVINGS = 20  # of a curve, to find a place on it
_PALE = 0.4  # of the height of those who leave: how far above them their color would be whole
_UNKNOWN = 16.0  # height of the frame where nobody knows how many there are


class Stretch(NamedTuple):
    """A stage of the river, from `x` to `end`; `stage` is its index, `level` from 0 to 1, None where it is unknown.

    `converted` is the level of those who leave it because they have what they came for.
    """

    stage: int
    x: float
    end: float
    level: float | None
    converted: float = 0.0


def river_height(level: float | None, depth: float) -> float:
    """Return the height of the river, where it has its whole `depth` at a level of 1."""
    if level is None:
        return min(_UNKNOWN, depth)
    return max(_THINNEST, level * depth) if level else 0.0


def river_height_at(stretch: Stretch, after: float | None, depth: float, x: float) -> float:
    """Return the least height of a stretch from its beginning to `x`; `after` is the level of the next one.

    It is 0 where the level is unknown, and beyond the end of the stretch.
    """
    if stretch.level is None or x > stretch.end:
        return 0.0
    height = river_height(stretch.level, depth)
    following = height if after is None else min(height, river_height(after, depth))
    bend = stretch.x + (stretch.end - stretch.x) * FLAT
    along = max(0.0, (x - bend) / (stretch.end - bend))
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _eased(middle, 0.5) < along else (low, middle)
    return height + (following - height) * _eased(high, 1.0)


def _eased(t: float, late: float) -> float:
    """Return a coordinate of the bent side at `t`: its controls are at 0.5 and 0.5 (x), or at 0 and 1 (y, `late`).

    >>> _eased(0.5, 0.5), _eased(0.5, 1.0)
    (0.5, 0.5)
    """
    return 3 * (1 - t) ** 2 * t * (1 - late) + 3 * (1 - t) * t**2 * late + t**3


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
            following = height if after is None else river_height(after, depth)
            out += _stretch(stretch, top, height, following, stretch.converted * depth)


def _stretch(stretch: Stretch, top: float, height: float, after: float, converted: float) -> Iterator[Item]:
    """Yield a stage, with those who leave or join before the next one in the pale color of a loss or a gain."""
    stage, x, end = stretch.stage, stretch.x, stretch.end
    hue, bend = f"{stage % 10 + 1}", x + (end - x) * FLAT
    if abs(height - after) < 1:
        if height:
            yield Path(
                polygon([(x, top), (end, top), (end, top + min(height, after or height)), (x, top + height)]),
                f"stage-{hue}",
            )
        return
    third = (end - bend) / 2

    def bent_to(level: float) -> Segment:
        return "C", (bend + third, top + height, end - third, top + level, end, top + level)

    bent = bent_to(after)
    leaving = after < height
    changed = (("M", (bend, top + height)), bent, ("L", (end, top + height)), ("Z", ()))
    won = min(height, after + converted)
    fade = (top + after - (height - after) * _PALE, top + height) if leaving else None
    yield Path(changed, "bad-tint" if leaving and won < height else "good-tint", fade=fade)
    if leaving and after < won < height:
        back = _backwards(bend, top + height, bent_to(won))
        yield Path((("M", (bend, top + height)), bent, ("L", (end, top + won)), back, ("Z", ())), "good-tint")
    if height:
        below = (("L", (bend, top + height)), bent) if leaving else (("L", (end, top + height)),)
        yield Path((("M", (x, top)), ("L", (x, top + height)), *below, ("L", (end, top)), ("Z", ())), f"stage-{hue}")


def _backwards(x: float, y: float, curve: Segment) -> Segment:
    """Return a cubic curve that begins at a point, drawn from its end to that point."""
    _, (x1, y1, x2, y2, _, _) = curve
    return "C", (x2, y2, x1, y1, x, y)
