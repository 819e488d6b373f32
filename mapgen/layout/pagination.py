"""Parts of a map, from top to bottom -> items on one long page, or on sheets of paper of which none cuts a part."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import NamedTuple

from mapgen.layout import dimensions as m
from mapgen.layout.scene import Item

Draw = Callable[[float, list[Item]], float]
"""`draw(y, out)` adds items with their top at `y` and returns where they end."""


class MapPart(NamedTuple):
    """A part of the map that stays together.

    `gap` is left free below it. `head` is drawn again where a sheet begins with this part. `halves` cuts the part in
    two, for where it is higher than the room that it is told; it returns nothing where the part cannot be cut. A
    `loose` part is cut also to use the rest of a sheet. A `heading` is never the last on a sheet where what follows
    can be cut. A `tail` never begins a sheet: what is before it goes along. One that `begins_sheet` leaves the rest
    of the sheet before it free.
    """

    draw: Draw
    gap: float = 0.0
    head: Draw | None = None
    halves: Callable[[float], Sequence["MapPart"]] | None = None
    loose: bool = False
    heading: bool = False
    tail: bool = False
    begins_sheet: bool = False


class _Placed(NamedTuple):
    """A part on the current sheet: the items before it, from where to where, and whether it is the first."""

    part: MapPart
    items: int
    y: float
    fresh: bool
    bottom: float


class Filled(NamedTuple):
    """What came of it: the items, where they end, and on how many sheets they stand."""

    items: list[Item]
    bottom: float
    sheets: int


def fill(parts: Iterable[MapPart], height: float | None, most: int | None = None) -> Filled:
    """Put parts one under the other; `height` is that of a sheet in pixels, None for a page without end.

    A part that neither fits on a sheet nor can be cut runs over its end. Where there are more sheets than `most`, the
    rest of the parts is left out.
    """
    stack = _Stack(height)
    waiting = deque(parts)
    while waiting and (most is None or stack.sheet < most):
        part = waiting.popleft()
        waiting.extendleft(reversed(stack.take(part)))
    return Filled(stack.items, stack.bottom, stack.sheet + 1)


class _Stack:
    """Sheets that are filled from top to bottom."""

    def __init__(self, height: float | None) -> None:
        """Begin at the top of the first sheet."""
        self.items: list[Item] = []
        self.bottom = m.MARGIN
        self.sheet = 0
        self._height = height
        self._y = m.MARGIN
        self._fresh = True
        self._placed: list[_Placed] = []

    def take(self, part: MapPart) -> Sequence[MapPart]:
        """Place a part where it fits, and return the parts to place next in its stead."""
        if part.begins_sheet and not self._fresh:
            self._turn(part)
        before = len(self.items)
        bottom = part.draw(self._y, self.items)
        placed = _Placed(part, before, self._y, self._fresh, bottom)
        end = self._end
        if bottom <= end:
            return self._keep(placed)
        halves = part.halves(end - self._y) if part.halves and (self._fresh or _begins(part, self._y, end)) else ()
        if self._fresh and not halves:
            while bottom > self._end:
                self.sheet += 1
            return self._keep(placed)
        del self.items[placed.items :]
        if halves:
            return halves
        if part.tail and (along := self._loosened()):
            return (*along, part)
        self._turn(part)
        return (part,)

    @property
    def _end(self) -> float:
        return inf if self._height is None else (self.sheet + 1) * self._height - m.MARGIN

    def _keep(self, placed: _Placed) -> tuple[MapPart, ...]:
        self._placed.append(placed)
        self.bottom = placed.bottom
        self._fresh = self._fresh and placed.part.heading
        self._y = placed.bottom + placed.part.gap
        return ()

    def _turn(self, part: MapPart) -> None:
        """Begin a sheet with a part."""
        self.sheet += 1
        self._y, self._fresh = self.sheet * (self._height or 0.0) + m.MARGIN, True
        self._placed.clear()
        if part.head:
            self._y = part.head(self._y, self.items)

    def _loosened(self) -> tuple[MapPart, ...]:
        """Take from the sheet the last part that a tail can follow to the next; nothing where none would be left."""
        filled = [n for n, one in enumerate(self._placed) if one.bottom > one.y and not one.part.tail]
        if not filled:
            return ()
        at = filled[-1]
        last, *rest = self._placed[at:]
        halves = last.part.halves(self._end - last.y) if last.fresh and last.part.halves else ()
        if last.fresh and not halves:
            return ()
        del self.items[last.items :], self._placed[at:]
        self._y, self._fresh = last.y, last.fresh
        following = [one.part for one in rest]
        if halves:
            return (*halves, *following)
        self._turn(last.part)
        return (last.part, *following)


def _begins(part: MapPart, y: float, end: float) -> bool:
    """Return whether a loose part has a beginning that fits on the rest of a sheet."""
    if not part.loose or part.halves is None:
        return False
    first, *_ = part.halves(end - y) or (None,)
    return first is not None and (first.draw(y, []) <= end or _begins(first, y, end))
