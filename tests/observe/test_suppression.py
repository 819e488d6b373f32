"""What is hidden stays hidden: somebody who knows all definitions and all that is published tries to find it out."""

import random
from collections.abc import Iterator, Mapping
from itertools import product

import pytest

from mapgen.observe.publication import Published, PublishedNames, publish
from mapgen.observe.rows import FIRST_SEGMENT
from mapgen.observe.tally import RowTally, tally
from tests.observe.small_worlds import Visit, Walk, decoded, rows

BELOW = 3
NAMES = PublishedNames(("a", "b", "c"), ("a", "b", "c"), ("ios",), periods=2)
CUTS = (0, 1, 2, FIRST_SEGMENT, FIRST_SEGMENT + 1)
Cell = tuple[str, int, str, str]
"""Kind of a figure, cut, touchpoint or name, and the touchpoint that follows."""


def world(seed: int) -> list[Walk]:
    """Return a few journeys; worlds differ in how many customers there are and how they walk."""
    dice = random.Random(seed)
    customers = dice.randint(2, 30)
    likely = [[dice.random() ** 3 + 0.02 for _ in range(3)] for _ in range(4)]
    late = dice.random() < 0.5
    return [walk(dice, dice.randrange(customers), likely, late=late) for _ in range(dice.randint(3, 60))]


def walk(dice: random.Random, customer: int, likely: list[list[float]], *, late: bool) -> Walk:
    visits = [Visit(dice.choices(range(3), likely[3])[0], dice.choices((1, 2), (5, 1))[0])]
    while len(visits) < 4 and dice.random() < 0.6:
        period = visits[-1].period if dice.random() < 0.8 else 2
        visits.append(Visit(dice.choices(range(3), likely[visits[-1].touchpoint])[0], period))
    unsettled = dice.choice((0, 0, 0, 0, 1)) if late else 0
    mask = dice.choice((0, 0, 0, 0, 0, 1, 2, 4, 5))
    return Walk(customer, int(customer % 4 == 0), tuple(visits), unsettled, mask)


def counted(seed: int) -> RowTally:
    return tally(rows(world(seed)))


def truth(of: RowTally) -> dict[Cell, tuple[int, int]]:
    """Return how often, and how many customers, for all figures that could be published."""
    found: dict[Cell, tuple[int, int]] = {}
    ids = NAMES.touchpoints
    for cut in CUTS:
        one = of.cut(cut)
        for number, name in enumerate(ids):
            for kind, cells in (
                ("visits", one.visits),
                ("exits", one.exits),
                ("entries", one.entries),
                ("open", one.open),
            ):
                found[kind, cut, name, ""] = cells.get(number, (0, 0))
            for other, end in enumerate(ids):
                found["transition", cut, name, end] = one.transitions.get((number, other), (0, 0))
            for kind, cells in (("funnel", one.funnel), ("reached", one.reached)):
                found[kind, cut, name, ""] = cells.get(number, (0, 0))
    return found


def seen(published: Published) -> dict[Cell, int | None]:
    """Return what a reader sees of these figures; None for what may be anything."""
    found: dict[Cell, int | None] = {}
    for cut, counts in published.cuts.items():
        listed = {(one.start, one.end): one.visits for one in counts.transitions}
        for name, one in counts.touchpoints.items():
            for kind in ("visits", "exits", "entries", "open"):
                found[kind, cut, name, ""] = getattr(one, kind)
            for end in NAMES.touchpoints:
                closed = one.visits is not None and not one.merged_visits
                found["transition", cut, name, end] = listed.get((name, end), 0 if closed else None)
            found["funnel", cut, name, ""] = counts.funnel[name]
            found["reached", cut, name, ""] = counts.reached[name]
    return found


def equations(of: RowTally, published: Published) -> Iterator[tuple[dict[Cell, int], int]]:
    """Yield what the definitions say of the figures: cells with their signs, and what they add up to."""
    ids, whole = NAMES.touchpoints, 0
    for cut, name in product(CUTS, ids):
        out = {("transition", cut, name, end): -1 for end in ids}
        yield {("visits", cut, name, ""): 1, ("exits", cut, name, ""): -1} | out, 0
    for family in ((1, 2), (FIRST_SEGMENT, FIRST_SEGMENT + 1)):
        for kind, _, name, end in [cell for cell in truth(of) if cell[1] == whole]:
            yield {(kind, whole, name, end): 1} | {(kind, cut, name, end): -1 for cut in family}, 0
    for cut in (whole, FIRST_SEGMENT, FIRST_SEGMENT + 1):
        journeys = published.cuts[cut].journeys
        if journeys.over is not None:
            yield {("exits", cut, name, ""): 1 for name in ids}, journeys.over
            if journeys.open == 0 and journeys.may_have_begun_before == 0:
                yield {("entries", cut, name, ""): 1 for name in ids}, journeys.over
                for name in ids:
                    into = {("transition", cut, start, name): -1 for start in ids}
                    yield {("visits", cut, name, ""): 1, ("entries", cut, name, ""): -1} | into, 0


class Attack:
    """Figures that a reader knows, equations, and the search for tables that agree with both."""

    def __init__(self, of: RowTally, published: Published) -> None:
        self.known = seen(published)
        self.true = {cell: count for cell, (count, _) in truth(of).items()}
        self.sums: list[tuple[dict[Cell, int], int]] = []
        self.of: dict[Cell, list[int]] = {}
        for signs, total in equations(of, published):
            unknown = {cell: sign for cell, sign in signs.items() if self.known[cell] is None}
            rest = total
            for cell, sign in signs.items():
                rest -= sign * (self.known[cell] or 0)
            for cell in unknown:
                self.of.setdefault(cell, []).append(len(self.sums))
            self.sums.append((unknown, rest))

    def least(self, cell: Cell) -> int:
        return 1 if cell[0] in {"entries", "open", "funnel", "reached"} else 0

    def other_value(self, cell: Cell) -> bool:
        """Return whether a table of counts has another value there, and is as right as the true one."""
        most = max(self.true.values()) + BELOW
        start = {one: (self.least(one), most) for one, value in self.known.items() if value is None}
        for value in sorted(range(self.least(cell), most + 1), key=lambda one: abs(one - self.true[cell])):
            if value != self.true[cell] and self._solve(start | {cell: (value, value)}, [cell], [3_000]):
                return True
        return False

    def _solve(self, ranges: dict[Cell, tuple[int, int]], changed: list[Cell], steps: list[int]) -> bool:
        steps[0] -= 1
        if steps[0] < 0 or not self._narrow(ranges, changed):
            return False
        open_cells = [cell for cell, (low, high) in ranges.items() if low < high]
        if not open_cells:
            return True
        cell = min(open_cells, key=lambda one: (ranges[one][1] - ranges[one][0], one))
        low, high = ranges[cell]
        for value in sorted(range(low, high + 1), key=lambda one: abs(one - self.true[cell])):
            if self._solve(ranges | {cell: (value, value)}, [cell], steps):
                return True
        return False

    def _narrow(self, ranges: dict[Cell, tuple[int, int]], changed: list[Cell]) -> bool:
        waiting = {number for cell in changed for number in self.of.get(cell, ())} or set(range(len(self.sums)))
        while waiting:
            signs, total = self.sums[waiting.pop()]
            for cell, sign in signs.items():
                low, high = total, total
                for other, turn in signs.items():
                    if other != cell:
                        least, most = ranges[other]
                        low, high = (low - most, high - least) if turn > 0 else (low + least, high + most)
                if sign < 0:
                    low, high = -high, -low
                old = ranges[cell]
                new = max(low, old[0]), min(high, old[1])
                if new[0] > new[1]:
                    return False
                if new != old:
                    ranges[cell] = new
                    waiting.update(self.of[cell])
        return True


@pytest.mark.parametrize("seed", range(24))
def test_no_small_figure_can_be_computed(seed: int) -> None:
    of = counted(seed)
    attack = Attack(of, publish(of, NAMES, below=BELOW, decode=decoded))
    small = [cell for cell, (_, customers) in truth(of).items() if 0 < customers < BELOW]

    assert [cell for cell in small if attack.known[cell] is not None] == []
    assert [cell for cell in small if not attack.other_value(cell)] == []


@pytest.mark.parametrize("seed", range(24))
def test_what_is_left_over_of_a_sum_is_nobody_or_enough_customers(seed: int) -> None:
    of = counted(seed)
    true, known = truth(of), seen(publish(of, NAMES, below=BELOW, decode=decoded))
    for cut, name in product(CUTS, NAMES.touchpoints):
        parts = [("exits", cut, name, ""), *(("transition", cut, name, end) for end in NAMES.touchpoints)]
        check_rest(("visits", cut, name, ""), parts, true, known)
    for whole in [cell for cell in true if cell[1] == 0]:
        for family in ((1, 2), (FIRST_SEGMENT, FIRST_SEGMENT + 1)):
            check_rest(whole, [(whole[0], cut, *whole[2:]) for cut in family], true, known)


def check_rest(
    whole: Cell, parts: list[Cell], true: Mapping[Cell, tuple[int, int]], known: Mapping[Cell, int | None]
) -> None:
    if known[whole] is not None:
        customers = [one for part in parts if known[part] is None for one in range(true[part][1])]

        assert not 0 < len(customers) < BELOW, (whole, parts)
