"""FlowAnalysis -> the loops that no customer gets out of."""

from collections.abc import Iterator, Mapping, Sequence

from mapgen.analysis.flow import FlowAnalysis

Ways = Mapping[str, Sequence[str]]


def loops(flow: FlowAnalysis) -> Iterator[tuple[str, ...]]:
    """Yield each set of touchpoints (ids, in the order of the spec) that can be entered and never left.

    From a `stuck` touchpoint no end can be reached: whoever walks on from there walks in a circle at last.
    """
    out: dict[str, list[str]] = {one: [] for one in flow.stuck}
    for way in flow.ways if out else ():
        if way.start in out:
            out[way.start].append(way.end)
    for circle in _Circles(out).found():
        if all(end in circle for start in circle for end in out[start]):
            yield tuple(one for one in flow.stuck if one in circle)


class _Circles:
    """The strongly connected components of a graph, by Tarjan's algorithm without recursion."""

    def __init__(self, out: Ways) -> None:
        self._out = out
        self._numbers: dict[str, int] = {}
        self._lowest: dict[str, int] = {}
        self._path: dict[str, None] = {}

    def found(self) -> Iterator[frozenset[str]]:
        """Yield each component, those that others lead to first."""
        for start in self._out:
            if start not in self._numbers:
                yield from self._walk(start)

    def _walk(self, start: str) -> Iterator[frozenset[str]]:
        waiting = [self._enter(start)]
        while waiting:
            here, ways = waiting[-1]
            there = next(ways, None)
            if there is None:
                waiting.pop()
                if waiting:
                    self._lower(waiting[-1][0], self._lowest[here])
                if self._lowest[here] == self._numbers[here]:
                    yield self._leave(here)
            elif there not in self._numbers:
                waiting.append(self._enter(there))
            elif there in self._path:
                self._lower(here, self._numbers[there])

    def _enter(self, place: str) -> tuple[str, Iterator[str]]:
        self._numbers[place] = self._lowest[place] = len(self._numbers)
        self._path[place] = None
        return place, iter(self._out[place])

    def _lower(self, place: str, number: int) -> None:
        self._lowest[place] = min(self._lowest[place], number)

    def _leave(self, first: str) -> frozenset[str]:
        circle: set[str] = set()
        while first not in circle:
            circle.add(self._path.popitem()[0])
        return frozenset(circle)
