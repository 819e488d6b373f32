"""Cells and how they add up -> which of them to hide, so that no small one can be computed from the others.

A cell is *small* if somebody is behind it, but fewer customers than the threshold. What is promised:

1.  No small cell is published.
2.  Nor does one follow from a sum: where a total and some of its parts are published, the parts that are hidden stand
    for the threshold or more together. A customer who is in two of them counts in each.
3.  Each small cell may have another value with everything that is published as it is. This is no guess: a table of
    counts with such a value is found for each.

Zeros are published, because that nobody did something says nothing about anybody; but a zero in a list with gaps
cannot be told from what is left out.

More than the small cells has to be hidden for that, the smallest first. That is done step by step, which may hide a
cell more than the least number that would do; to find that number takes too long.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from mapgen.observe.alternatives import HideableFigure, Network, Sum, find_change

K = TypeVar("K", bound=Hashable)

_PATIENCE = 8  # cells that are hidden one by one for the sake of another, before those beside it are
_NEAREST = 3  # sums in the way of another value from which a cell is chosen


def hidden_cells(
    cells: Mapping[K, HideableFigure[K]], sums: Sequence[Sum[K]], *, below: int, along: Mapping[K, Sequence[K]]
) -> set[K]:
    """Return the cells to hide: those with fewer than `below` customers, and what would tell them.

    `along` are the cells that make no sense without another one, and are hidden with it.
    """
    suppression = _Suppression(Network(cells, sums), below, along)
    suppression.run()
    return suppression.hidden


class _Suppression(Generic[K]):
    def __init__(self, network: Network[K], below: int, along: Mapping[K, Sequence[K]]) -> None:
        self._network = network
        self._below = below
        self._along = along
        self.hidden: set[K] = set()
        self._gaps: set[K] = set()  # lists from which something is left out
        self._lists: dict[K, list[K]] = defaultdict(list)
        for cell, figure in network.cells.items():
            if figure.list is not None and not figure.named:
                self._lists[figure.list].append(cell)
        self._waiting = dict.fromkeys(range(len(network.sums)))

    def run(self) -> None:
        small = [cell for cell, figure in self._network.cells.items() if self._is_small(figure.customers)]
        for cell in small:
            self._hide(cell)
        self._settle()
        unproven = dict.fromkeys(small, 0)
        while unproven:  # what is proven stays so, because what is hidden only grows
            cell, failures = next(iter(unproven.items()))
            change, stuck = find_change(self._network, self._is_unknown, cell)
            unproven[cell] += 1
            if not change and not self._widen(cell, stuck if failures < _PATIENCE else ()):
                change = {cell: 0}  # everything that it adds up with is hidden
            for other in change:
                unproven.pop(other, None)
            self._settle()

    def _is_small(self, customers: int) -> bool:
        return 0 < customers < self._below

    def _is_unknown(self, cell: K) -> bool:
        """Return whether a reader cannot see a cell: it is hidden, or a zero in a list with gaps."""
        if cell in self.hidden:
            return True
        figure = self._network.cells[cell]
        return not figure.named and not figure.count and figure.list in self._gaps

    def _hide(self, cell: K) -> None:
        waiting = [cell]
        while waiting:
            one = waiting.pop()
            if one in self.hidden:
                continue
            self.hidden.add(one)
            self._waiting.update((number, None) for number, _ in self._network.of[one])
            waiting.extend(other for other in self._along.get(one, ()) if self._network.cells[other].count)
            self._open(self._network.cells[one].list)
            self._open(one)

    def _open(self, place: K | None) -> None:
        """Note that a list, if it is one, has gaps from now on."""
        if place in self._lists and place is not None and place not in self._gaps:
            self._gaps.add(place)
            self._waiting.update((number, None) for zero in self._lists[place] for number, _ in self._network.of[zero])

    def _settle(self) -> None:
        """Hide more until no sum gives away a small rest, or a small cell that is alone."""
        while self._waiting:
            number = next(iter(self._waiting))
            del self._waiting[number]
            while self._tells(number):
                more = self._next(number)
                if more is None:
                    break
                self._hide(more)

    def _tells(self, number: int) -> bool:
        one, rest, cells = self._network.sums[number], self._network.rests[number], self._network.cells
        unknown = [cell for cell in (*one.totals, *one.parts) if self._is_unknown(cell)]
        if not any(cells[cell].count for cell in unknown):
            return False
        if len(unknown) == 1 and one.exact and self._is_small(cells[unknown[0]].customers):
            return True
        if not self.hidden.isdisjoint(one.totals):
            return False
        together = max(rest, 0)  # what is not counted anywhere blurs the sum
        for cell in unknown:
            together += cells[cell].customers
        return self._is_small(together)

    def _next(self, number: int) -> K | None:
        """Return the smallest part that is still seen, else the smallest total; None where all are hidden."""
        one = self._network.sums[number]
        seen = self._seen(one.parts) or self._seen(one.totals)
        return min(seen, key=lambda cell: self._network.cells[cell].count, default=None)

    def _seen(self, cells: Iterable[K]) -> list[K]:
        return [cell for cell in cells if cell not in self.hidden and self._network.cells[cell].count]

    def _widen(self, cell: K, stuck: Sequence[int]) -> bool:
        """Hide one more cell where the search for another value was stuck, else around it; False if there is none."""
        for numbers in (stuck[:_NEAREST], stuck, *self._rings(cell)):
            sums = [self._network.sums[number] for number in numbers]
            seen = self._seen(key for one in sums for key in (*one.parts, *one.totals))
            if seen:
                self._hide(min(seen, key=self._loss))
                return True
        return False

    def _rings(self, cell: K) -> Iterator[list[int]]:
        """Yield the sums of a cell, then those of all cells in these, and so on."""
        known: dict[int, None] = {}
        ring = [number for number, _ in self._network.of[cell]]
        while ring:
            yield ring
            known.update(dict.fromkeys(ring))
            cells = dict.fromkeys(key for number in ring for key, _ in self._network.terms(number))
            further = dict.fromkeys(number for key in cells for number, _ in self._network.of[key])
            ring = [number for number in further if number not in known]

    def _loss(self, cell: K) -> int:
        """Return how much is not told any more if a cell is hidden."""
        return self._network.cells[cell].count * (1 + len(self._seen(self._along.get(cell, ()))))
