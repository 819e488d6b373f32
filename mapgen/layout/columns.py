"""Stages and the width to aim at -> where each column stands.

Stages share the width by need. A stage that holds more touchpoints than its share can show sets their cards in several
rows. Where even that is not enough, the map is cut into bands that stand one under the other, as a score is cut into
lines; only a stage that alone is too wide for a band makes the map wider.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, fsum

from mapgen.lanes.grid import Heading
from mapgen.layout import metrics as m
from mapgen.record import record


@record
class Place:
    """A stage's place: its columns share `width` evenly from `x` on; its cards are at least `card` wide."""

    index: int
    heading: Heading
    x: float
    width: float
    card: float

    def left(self, column: int) -> float:
        """Return where a column begins, counted through the whole map."""
        return self.x + (column - self.heading.first) * self.step

    def right(self, column: int) -> float:
        """Return where a column ends."""
        return self.left(column + 1) - m.CARD_GAP

    def centre(self, column: int) -> float:
        """Return the middle of a column."""
        return (self.left(column) + self.right(column)) / 2

    @property
    def step(self) -> float:
        """The width of one column and the gap behind it."""
        return (self.width + m.CARD_GAP) / (self.heading.last - self.heading.first)


@record
class Band:
    """Stages that stand side by side."""

    places: tuple[Place, ...]

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return self.places[0].x

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.places[-1].x + self.places[-1].width

    @property
    def first(self) -> int:
        """The first column."""
        return self.places[0].heading.first

    @property
    def last(self) -> int:
        """One more than the last column."""
        return self.places[-1].heading.last


@record
class Load:
    """A stage and what it has to hold: its cards are at least `card` pixels wide."""

    heading: Heading
    card: float

    @property
    def count(self) -> int:
        """The number of its columns."""
        return self.heading.last - self.heading.first

    def need(self, rows: int) -> float:
        """Return the least width of the stage when its cards stand in so many rows."""
        cards = ceil(self.count / rows)
        return max(m.STAGE_MIN, cards * (self.card + m.CARD_GAP) - m.CARD_GAP, self.count * m.POINT_MIN)


def roomy(loads: Sequence[Load]) -> float:
    """Return the width at which nothing gains from more room."""
    return _sum([max(m.STAGE_ROOMY, load.count * m.CARD_ROOMY) for load in loads])


def bands(loads: Sequence[Load], x: float, width: float) -> tuple[Band, ...]:
    """Place the stages from `x` on, in as few bands of about `width` pixels as they need."""
    least = [load.need(m.CARD_ROWS_MAX) for load in loads]
    groups = _groups(least, width)
    width = max(width, *(_sum(least[first:last]) for first, last in groups))
    return tuple(_band(loads, first, last, x, width) for first, last in groups)


def _sum(widths: Sequence[float]) -> float:
    return fsum(widths) + m.STAGE_GAP * (len(widths) - 1)


def _groups(needs: Sequence[float], width: float) -> list[tuple[int, int]]:
    """Cut the stages into the fewest groups that fit, then even the groups out.

    The evening out narrows the width greedily filled, as long as the number of groups stays the same.
    """
    cuts = _filled(needs, width)
    low, high = max(needs), width
    for _ in range(12):
        middle = (low + high) / 2
        trial = _filled(needs, middle)
        if len(trial) == len(cuts):
            high, cuts = middle, trial
        else:
            low = middle
    return cuts


def _filled(needs: Sequence[float], width: float) -> list[tuple[int, int]]:
    starts, used = [0], needs[0]
    for index, need in enumerate(needs[1:], start=1):
        if used + m.STAGE_GAP + need > width:
            starts.append(index)
            used = need
        else:
            used += m.STAGE_GAP + need
    return list(pairwise([*starts, len(needs)]))


def _band(loads: Sequence[Load], first: int, last: int, x: float, width: float) -> Band:
    widths = _shared(loads[first:last], width - m.STAGE_GAP * (last - first - 1))
    places = []
    for index, share in zip(range(first, last), widths, strict=True):
        places.append(Place(index, loads[index].heading, x, share, loads[index].card))
        x += share + m.STAGE_GAP
    return Band(tuple(places))


def _shared(loads: Sequence[Load], width: float) -> list[float]:
    """Share a width: the fewest rows of cards that fit decide what each stage needs, what is over goes by need."""
    for rows in range(1, m.CARD_ROWS_MAX + 1):
        needs = [load.need(rows) for load in loads]
        if fsum(needs) <= width:
            break
    over = max(0.0, width - fsum(needs))
    return [need + over * need / fsum(needs) for need in needs]
