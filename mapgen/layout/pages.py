"""Parts of a map, from top to bottom -> items on one long page, or on sheets of paper of which none cuts a part."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import NamedTuple

from mapgen.layout import metrics as m
from mapgen.layout.scene import Item

Draw = Callable[[float, list[Item]], float]
"""`draw(y, out)` adds items with their top at `y` and returns where they end."""


class Part(NamedTuple):
    """A part of the map that stays together.

    `gap` is left free below it. `head` is drawn again where a sheet begins with this part. `halves` cuts the part in
    two, for where it is higher than the room that it is told; it returns nothing where the part cannot be cut. A
    `loose` part is cut also to use the rest of a sheet.
    """

    draw: Draw
    gap: float = 0.0
    head: Draw | None = None
    halves: Callable[[float], Sequence["Part"]] | None = None
    loose: bool = False


class Filled(NamedTuple):
    """What came of it: the items, where they end, and on how many sheets they stand."""

    items: list[Item]
    bottom: float
    sheets: int


def fill(parts: Iterable[Part], height: float | None) -> Filled:
    """Put parts one under the other; `height` is that of a sheet in pixels, None for a page without end.

    A part that neither fits on a sheet nor can be cut runs over its end.
    """
    sheet, y = 0, m.MARGIN
    fresh = True
    items: list[Item] = []
    waiting = deque(parts)
    bottom = m.MARGIN
    while waiting:
        part = waiting.popleft()
        before = len(items)
        bottom = part.draw(y, items)
        end = inf if height is None else (sheet + 1) * height - m.MARGIN
        if bottom <= end:
            y, fresh = bottom + part.gap, False
            continue
        halves = part.halves(end - y) if part.halves and (fresh or _begins(part, y, end)) else ()
        if fresh and not halves:
            while bottom > (sheet + 1) * (height or inf) - m.MARGIN:
                sheet += 1
            y, fresh = bottom + part.gap, False
            continue
        del items[before:]
        if halves:
            waiting.extendleft(reversed(halves))
            continue
        sheet += 1
        y, fresh = sheet * (height or 0.0) + m.MARGIN, True
        if part.head:
            y = part.head(y, items)
        waiting.appendleft(part)
    return Filled(items, bottom, sheet + 1)


def _begins(part: Part, y: float, end: float) -> bool:
    """Tell whether a loose part has a beginning that fits on the rest of a sheet."""
    if not part.loose or part.halves is None:
        return False
    first, *_ = part.halves(end - y) or (None,)
    return first is not None and (first.draw(y, []) <= end or _begins(first, y, end))
