"""Stages and the width to aim at -> where each column stands.

A column is a touchpoint: its card is as wide as the column, so that it stands over its point of the emotion curve.
Where the columns do not fit side by side, the map is cut into bands that stand one under the other, as a score is cut
into lines. A stage that is too wide for a band is cut too, into parts of about the same number of columns.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, fsum

from mapgen.lanes.grid import Heading
from mapgen.layout import dimensions as m
from mapgen.record import record, replace

_SHORT_BAND = 0.75  # a band whose stages want less of the width than this does not fill it


@record
class StageColumns:
    """A stage's place, or that of a part of it: its columns share `width` evenly from `x` on.

    `heading` spans the columns of this part; `part` counts the parts of a stage from 0.
    """

    index: int
    heading: Heading
    x: float
    width: float
    part: int = 0

    def left(self, column: int) -> float:
        """Return where a column begins, counted through the whole map."""
        return self.x + (column - self.heading.first) * self.step

    def right(self, column: int) -> float:
        """Return where a column ends."""
        return self.left(column + 1) - m.CARD_GAP

    def center(self, column: int) -> float:
        """Return the middle of a column."""
        return (self.left(column) + self.right(column)) / 2

    @property
    def step(self) -> float:
        """The width of one column and the gap behind it."""
        return (self.width + m.CARD_GAP) / (self.heading.last - self.heading.first)


@record
class Band:
    """Stages that stand side by side."""

    places: tuple[StageColumns, ...]

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
    """A stage, or a part of one, and what it has to hold: its cards are at least `card` pixels wide."""

    index: int
    heading: Heading
    card: float
    part: int = 0

    @property
    def count(self) -> int:
        """The number of its columns."""
        return self.heading.last - self.heading.first

    @property
    def need(self) -> float:
        """The least width of the stage."""
        return max(m.STAGE_MIN, self.count * (self.card + m.CARD_GAP) - m.CARD_GAP)

    @property
    def roomy(self) -> float:
        """The width from which on the stage does not gain from more room."""
        return max(self.need, m.STAGE_ROOMY, self.count * m.CARD_ROOMY)

    def parts(self, width: float) -> Iterator["Load"]:
        """Cut a stage that needs more than a width into the fewest parts that do not, as even as can be."""
        most = max(1, int((width + m.CARD_GAP) / (self.card + m.CARD_GAP)))
        count = ceil(self.count / most)
        cuts = [self.heading.first + self.count * part // count for part in range(count + 1)]
        for part, (first, last) in enumerate(pairwise(cuts)):
            yield replace(self, heading=_part_heading(self.heading, first, last), part=part)


def _part_heading(heading: Heading, first: int, last: int) -> Heading:
    """Return the heading of a part: customers enter with the first part, and go on from the last."""
    begins, ends = first == heading.first, last == heading.last
    return replace(
        heading,
        first=first,
        last=last,
        conversion=heading.conversion if ends else None,
        volume=heading.volume if begins else None,
        when=heading.when if begins else None,
        level=heading.level if begins else None,
    )


def roomy(loads: Sequence[Load]) -> float:
    """Return the width at which nothing gains from more room."""
    return _sum([load.roomy for load in loads])


def narrow(loads: Sequence[Load]) -> float:
    """Return the least width at which all stages stand side by side."""
    return _sum([load.need for load in loads])


def bands(loads: Sequence[Load], x: float, width: float) -> tuple[Band, ...]:
    """Place the stages from `x` on, in as few bands of about `width` pixels as they need.

    Of several bands, the last is narrower where it holds much less than the others, as the last line of a text is.
    """
    parts = [part for load in loads for part in load.parts(width)]
    needs = [part.need for part in parts]
    groups = _groups(needs, width)
    width = max(width, *(_sum(needs[first:last]) for first, last in groups))
    *before, last = [parts[start:end] for start, end in groups]
    short = roomy(last) if before and roomy(last) < width * _SHORT_BAND else width
    return (*(_band(group, x, width) for group in before), _band(last, x, short))


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


def _band(loads: Sequence[Load], x: float, width: float) -> Band:
    """Place stages side by side; what is over of the width goes by need."""
    needs = [load.need for load in loads]
    over = max(0.0, width - _sum(needs))
    places = []
    for load, need in zip(loads, needs, strict=True):
        own = need + over * need / fsum(needs)
        places.append(StageColumns(load.index, load.heading, x, own, load.part))
        x += own + m.STAGE_GAP
    return Band(tuple(places))
