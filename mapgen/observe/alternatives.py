"""Cells that add up, some of them hidden -> a change of hidden cells that leaves all that is published as it is."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from heapq import heappop, heappush
from typing import Generic, NamedTuple, TypeVar

from mapgen.record import record

K = TypeVar("K", bound=Hashable)

_TRIES = 1_000  # steps of the search; a table that needs more is taken for one without another solution


@record
class HideableFigure(Generic[K]):
    """A count, the customers behind it, and the list that it belongs to, which is named by a cell.

    A figure in a list is left out of it where it is hidden, unless it is `named`: then everybody sees that it is
    hidden, and so is no zero.
    """

    count: int
    customers: int
    list: K | None = None
    named: bool = True


@record
class Sum(Generic[K]):
    """Cells that add up: the totals are the parts, and what else there is, 0 or more, where they are not `exact`."""

    totals: tuple[K, ...]
    parts: tuple[K, ...]
    exact: bool = True


class Network(Generic[K]):
    """Cells and sums, and which sums each cell is in."""

    def __init__(self, cells: Mapping[K, HideableFigure[K]], sums: Sequence[Sum[K]]) -> None:
        """Take cells by their keys; each sum has a cell at most once."""
        self.cells = cells
        self.sums = sums
        self.of: dict[K, list[tuple[int, int]]] = defaultdict(list)
        """The sums (numbers) of a cell, with its sign there."""
        self.rests = [self._rest(one) for one in sums]
        for number, one in enumerate(sums):
            for sign, keys in ((1, one.totals), (-1, one.parts)):
                for key in keys:
                    self.of[key].append((number, sign))

    def _rest(self, one: Sum[K]) -> int:
        rest = 0
        for sign, keys in ((1, one.totals), (-1, one.parts)):
            for key in keys:
                rest += sign * self.cells[key].count
        return rest

    def terms(self, number: int) -> list[tuple[K, int]]:
        """Return the cells of a sum with their signs."""
        one = self.sums[number]
        return [(key, 1) for key in one.totals] + [(key, -1) for key in one.parts]


def find_change(network: Network[K], is_hidden: Callable[[K], bool], cell: K) -> tuple[dict[K, int], list[int]]:
    """Return by how much cells may change together, `cell` among them, or nothing if no such change was found.

    With nothing come the sums (numbers) that stood in the way, the worst first.
    """
    search = _Search(network, is_hidden)
    for by in (1, -1):
        search.add(_State({}, {}, 0), cell, by)
    changes = search.run()
    return changes, [number for number, _ in search.stuck.most_common()]


class _State(NamedTuple, Generic[K]):
    """Changes of cells, by how much sums are off, and by how much together those that may not be."""

    changes: dict[K, int]
    off: dict[int, int]
    badness: int


class _Search(Generic[K]):
    """A search, best first: a sum that is off is mended by changing one more of its cells."""

    def __init__(self, network: Network[K], is_hidden: Callable[[K], bool]) -> None:
        self._network = network
        self._is_hidden = is_hidden
        self._waiting: list[tuple[int, int, _State[K]]] = []
        self._pushed = 0
        self.stuck: Counter[int] = Counter()

    def run(self) -> dict[K, int]:
        for _ in range(_TRIES):
            if not self._waiting:
                break
            *_, state = heappop(self._waiting)
            number = next((one for one, off in reversed(state.off.items()) if self._is_wrong(one, off)), None)
            if number is None:
                return state.changes
            up, before = state.off[number] < 0, self._pushed
            for cell, sign in self._network.terms(number):
                if self._is_hidden(cell):
                    self.add(state, cell, sign if up else -sign)
            self.stuck[number] += self._pushed == before
        return {}

    def add(self, state: _State[K], cell: K, by: int) -> None:
        """Add the state after one more change, if that is possible."""
        figure = self._network.cells[cell]
        if cell in state.changes or figure.count + by < int(figure.named):
            return
        off, badness = state.off.copy(), state.badness
        for number, sign in self._network.of[cell]:
            old = off.pop(number, 0)
            off[number] = new = old + sign * by
            badness += self._is_wrong(number, new) * abs(new) - self._is_wrong(number, old) * abs(old)
        self._pushed += 1
        changes = state.changes | {cell: by}
        heappush(self._waiting, (5 * badness + len(changes), -self._pushed, _State(changes, off, badness)))

    def _is_wrong(self, number: int, off: int) -> bool:
        """Return whether a sum that is off by so much would be noticed."""
        return bool(off) and (self._network.sums[number].exact or self._network.rests[number] + off < 0)
