"""Rows and wires -> routes: through which gaps between columns and channels between rows each way runs.

Gap k lies before column k, channel r above row r; the last of both lie behind everything. A way leaves a card at its
end side and enters one at its start side. The one to the next column goes straight; any other runs in a channel:
onward within a row above it, back within a row below it, and over several rows through a gap that it shares with no
other way.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mapgen.charts.flowchart import FlowWire
from mapgen.layout.flow.row_wrapping import ClusterPart

_INSIDE = 2.0  # what it costs to pass between two columns of one stage, in columns of detour
_BESIDE = 0.4  # and for each way that passes there already


class Spot(NamedTuple):
    """Where a node stands: the place in its column is counted from the top."""

    row: int
    column: int
    slot: int


class Route(NamedTuple):
    """The way of a wire. `first` and `last` are the channels that it runs in, `gap` the one between them.

    A direct route has no channels, and one that stays in one channel no gap. `label` is the column in whose width its
    label stands, None where it stands in the gap; `at_end` where that is in the last channel, not in the first.
    """

    wire: FlowWire
    start: Spot
    end: Spot
    first: int | None = None
    last: int | None = None
    gap: int | None = None
    label: int | None = None
    at_end: bool = False

    @property
    def direct(self) -> bool:
        """Whether it goes straight to the next column."""
        return self.first is None

    @property
    def out_gap(self) -> int:
        """The gap behind the card that it leaves."""
        return self.start.column + 1

    @property
    def in_gap(self) -> int:
        """The gap before the card that it enters."""
        return self.end.column

    @property
    def leaves_up(self) -> bool:
        """Whether it leaves into the channel above."""
        return self.first is not None and self.first <= self.start.row

    @property
    def enters_from_above(self) -> bool:
        """Whether it comes from the channel above."""
        return self.last is not None and self.last <= self.end.row


def spots(rows: Sequence[Sequence[ClusterPart]]) -> dict[str, Spot]:
    """Return where each node (id) stands."""
    return {
        node: Spot(number, part.first + offset, slot)
        for number, row in enumerate(rows)
        for part in row
        for offset, column in enumerate(part.columns)
        for slot, node in enumerate(column)
    }


def routes(wires: Iterable[FlowWire], places: Mapping[str, Spot], rows: Sequence[Sequence[ClusterPart]]) -> list[Route]:
    """Return the route of each wire."""
    count = max(part.first + len(part.columns) for row in rows for part in row)
    inner = [_inner(row) for row in rows]
    load: dict[tuple[int, int], int] = {}
    found = []
    for wire in wires:
        start, end = places[wire.start], places[wire.end]
        route = Route(wire, start, end)
        if start.row != end.row or end.column != start.column + 1:
            route = _through_channels(route, count, inner, load)
        found.append(route)
    return found


def _inner(row: Iterable[ClusterPart]) -> set[int]:
    """Return the gaps of a row that lie inside a stage."""
    return {gap for part in row for gap in range(part.first + 1, part.first + len(part.columns))}


def _through_channels(route: Route, count: int, inner: Sequence[set[int]], load: dict[tuple[int, int], int]) -> Route:
    start, end = route.start, route.end
    if start.row == end.row:
        channel = start.row if end.column > start.column else start.row + 1
        return _labeled(route._replace(first=channel, last=channel), count)
    first = start.row + 1 if end.row > start.row else start.row
    last = end.row if end.row > start.row else end.row + 1
    route = route._replace(first=first, last=last)
    if first == last:
        return _labeled(route, count)
    passed = range(min(first, last), max(first, last))

    def cost(gap: int) -> tuple[float, int]:
        way = abs(gap - route.out_gap) + abs(gap - route.in_gap)
        crossed = sum(gap in inner[row] for row in passed) / len(passed)
        beside = max(load.get((row, gap), 0) for row in passed)
        return way + _INSIDE * crossed + _BESIDE * beside, gap

    gap = min(range(count + 1), key=cost)
    for row in passed:
        load[row, gap] = load.get((row, gap), 0) + 1
    return _labeled(route._replace(gap=gap), count)


def _labeled(route: Route, count: int) -> Route:
    """Choose the column in whose width the label stands: in the middle of the run, else beside it."""
    middle = route.in_gap if route.gap is None else route.gap
    runs = [(route.out_gap, middle, False), (middle, route.in_gap, True)] if route.gap is not None else []
    for start, end, at_end in runs or [(route.out_gap, middle, False)]:
        covered = range(min(start, end), max(start, end))
        if covered:
            return route._replace(label=covered[len(covered) // 2], at_end=at_end)
    return route._replace(label=min(route.out_gap, count - 1))
