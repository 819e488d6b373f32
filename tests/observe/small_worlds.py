"""Journeys of a small made-up world -> the rows that the statement gives for them, counted in the plainest way."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mapgen.observe.rows import FIRST_SEGMENT, DataFigure, JourneyBit, Row, RowKind


class Visit(NamedTuple):
    touchpoint: int
    period: int


class Walk(NamedTuple):
    """A journey: whose it is, its segment (0 for other), its visits, and how many of the last are not settled."""

    customer: int
    segment: int
    visits: tuple[Visit, ...]
    unsettled: int = 0
    mask: int = 0

    @property
    def way(self) -> tuple[int, ...]:
        return tuple(visit.touchpoint for visit in self.visits)


def encoded(way: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Hold the touchpoints of a path in four numbers; here one is enough."""
    number = 0
    for touchpoint in reversed(way):
        number = number * 10 + touchpoint + 1
    return number, 0, 0, 0


def decoded(numbers: tuple[int, int, int, int]) -> tuple[int, ...]:
    return tuple(int(digit) - 1 for digit in reversed(str(numbers[0])))


def rows(walks: Iterable[Walk], *, segments: bool = True, periods: bool = True) -> list[Row]:
    """Return the rows, sorted."""
    counts: dict[tuple[int, ...], list[int]] = defaultdict(list)  # kind and keys -> a customer for each
    walks = list(walks)
    for walk in walks:
        kept = [0] + ([FIRST_SEGMENT + walk.segment] if segments else [])
        begin = [*kept, *([walk.visits[0].period] if periods else [])]
        for key, when in _events(walk):
            for cut in begin if when is None else [*kept, *([when] if periods else [])]:
                counts[(key[0], cut, *key[1:])].append(walk.customer)
        if not walk.unsettled:
            counts[(RowKind.PATHS, *encoded(walk.way))].append(walk.customer)
    found = [_row(key, len(who), len(set(who))) for key, who in counts.items()]
    visits = [len(walk.visits) for walk in walks]
    total = len([one for number in visits for one in range(number)])
    found += [_row((RowKind.DATA, figure), total, 0) for figure in (DataFigure.ROWS, DataFigure.MAPPED)]
    return sorted(found)


def _events(walk: Walk) -> Iterator[tuple[tuple[int, ...], int | None]]:
    """Yield kind and keys of what a walk counts for, and the period if it is not that of the begin."""
    settled = len(walk.visits) - walk.unsettled
    for number, visit in enumerate(walk.visits):
        following = walk.visits[number + 1] if number + 1 < len(walk.visits) else None
        if number >= settled:
            yield (RowKind.OPEN, visit.touchpoint), visit.period
            continue
        yield (RowKind.VISITS, visit.touchpoint), visit.period
        if following:
            yield (RowKind.TRANSITIONS, visit.touchpoint, following.touchpoint), visit.period
            yield (RowKind.WAITS, visit.touchpoint, following.touchpoint, visit.touchpoint), visit.period
        else:
            yield (RowKind.EXITS, visit.touchpoint), visit.period
    if not walk.mask & JourneyBit.MAY_HAVE_BEGUN_BEFORE:
        yield (RowKind.ENTRIES, walk.visits[0].touchpoint), None
    yield (RowKind.JOURNEYS, walk.mask | (JourneyBit.OPEN if walk.unsettled else 0)), None
    for stage in {visit.touchpoint for visit in walk.visits}:
        yield (RowKind.REACHED, stage), None
    stage = 0
    for visit in walk.visits:
        if visit.touchpoint == stage:
            yield (RowKind.FUNNEL, stage), None
            stage += 1


def _row(key: tuple[int, ...], n1: int, n2: int) -> Row:
    kind, k1, k2, k3, k4 = (*key, -1, -1, -1, -1)[:5]
    return int(kind), int(k1), k2, k3, k4, n1, n2, 0
