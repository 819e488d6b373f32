"""What was counted -> what is published of it: Counts of everything, of each period and each segment, and paths."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from mapgen.model.snapshot import Counts, JourneyCounts, ObservedPath, TouchpointCounts, TransitionCount
from mapgen.observe.alternatives import HideableFigure, Sum
from mapgen.observe.rows import FIRST_SEGMENT, JourneyBit
from mapgen.observe.suppression import hidden_cells
from mapgen.observe.tally import Cell, CutTally, RowTally
from mapgen.record import record

MAX_PATHS = 100
"""Paths that are published, those first that most journeys took."""

_HALF = 2  # a median has half of the customers on each side
_TENTH = 10  # nine in ten have a tenth of them beyond
_NOBODY: Cell = (0, 0)
_EDGES = JourneyBit.OPEN | JourneyBit.MAY_HAVE_BEGUN_BEFORE
_UNKNOWN = JourneyBit.UNKNOWN_TRANSITION | JourneyBit.UNKNOWN_ENTRY | JourneyBit.UNKNOWN_EXIT

Kind = Literal[
    "visits", "exits", "entries", "open", "transition", "journeys", "unplanned", "otherwise", "funnel", "reached",
    "dropped", "detour",
]  # fmt: skip


class Key(NamedTuple):
    """A cell: what it counts, in which cut, and for what: numbers of touchpoints or stages, or a name."""

    kind: Kind
    cut: int
    first: int | str
    second: int = -1


@record
class PublishedNames:
    """The ids of touchpoints, stages and segments by their numbers in rows, and how many periods there are."""

    touchpoints: tuple[str, ...]
    stages: tuple[str, ...]
    segments: tuple[str, ...]
    periods: int


@record
class Published:
    """What is published: by the numbers of the cuts, 0 for everything, and the paths."""

    cuts: dict[int, Counts]
    paths: tuple[ObservedPath, ...]


Decode = Callable[[tuple[int, int, int, int]], Sequence[int]]
"""The four numbers of a path -> the numbers of its touchpoints; empty where the path was too long to be held."""


def publish(counted: RowTally, names: PublishedNames, *, below: int, decode: Decode) -> Published:
    """Return what may be published where fewer than `below` customers have to stay hidden."""
    table = _CellTable(counted, names)
    hidden = hidden_cells(table.cells, table.sums, below=below, along=table.along)
    writer = _CountsWriter(counted, names, table, hidden, below)
    return Published({cut: writer.counts(cut) for cut in table.cuts}, tuple(writer.paths(decode)))


class _CellTable:
    """All cells of a tally, and how they add up."""

    def __init__(self, counted: RowTally, names: PublishedNames) -> None:
        self._counted = counted
        self._names = names
        periods = range(1, names.periods + 1)
        segments = range(FIRST_SEGMENT, FIRST_SEGMENT + len(names.segments) + 1) if names.segments else ()
        self.cuts = (0, *periods, *segments)
        self.cells: dict[Key, HideableFigure[Key]] = {}
        self.sums: list[Sum[Key]] = []
        self.along: dict[Key, list[Key]] = {}
        self._pairs = sorted({pair for cut in self.cuts for pair in counted.cut(cut).transitions})
        for cut in self.cuts:
            self._add_cut(cut, counted.cut(cut))
        for key in [key for key in self.cells if not key.cut]:
            for family in (periods, segments):
                if family:
                    self.sums.append(Sum((key,), tuple(key._replace(cut=cut) for cut in family)))

    def _add(self, key: Key, cell: Cell, at: Key | None = None, *, named: bool = True) -> Key:
        count, customers = cell
        self.cells[key] = HideableFigure(count, min(max(customers, 1), count), at, named)
        return key

    def _add_cut(self, cut: int, counts: CutTally) -> None:
        touchpoints = range(len(self._names.touchpoints))
        visits = {one: self._add(Key("visits", cut, one), counts.visits.get(one, _NOBODY)) for one in touchpoints}
        unsettled = {one: self._add(Key("open", cut, one), counts.open.get(one, _NOBODY)) for one in touchpoints}
        entries = {one: self._add(Key("entries", cut, one), counts.entries.get(one, _NOBODY)) for one in touchpoints}
        leaving = {
            one: [self._add(Key("exits", cut, one), counts.exits.get(one, _NOBODY), visits[one])] for one in touchpoints
        }
        coming = {one: [entries[one]] for one in touchpoints}
        exits = [leaving[one][0] for one in touchpoints]
        for pair in self._pairs:
            key = Key("transition", cut, *pair)
            self._add(key, counts.transitions.get(pair, _NOBODY), visits[pair[0]], named=False)
            leaving[pair[0]].append(key)
            coming[pair[1]].append(key)
        for one in touchpoints:
            self.along[visits[one]] = leaving[one]
            self.sums.append(Sum((visits[one],), tuple(leaving[one])))
        if self._is_by_journey(cut):  # a visit and the one before may be of different periods
            closed = not any(mask & _EDGES for mask in counts.journeys)
            for one in touchpoints:
                self.sums.append(Sum((visits[one], unsettled[one]), tuple(coming[one]), exact=closed))
        self._add_journeys(cut, counts, exits, list(entries.values()))
        self._add_stages(cut, counts)

    @staticmethod
    def _is_by_journey(cut: int) -> bool:
        """Return whether a journey is in the cut with all of its visits, or with none."""
        return cut == 0 or cut >= FIRST_SEGMENT

    def _add_journeys(self, cut: int, counts: CutTally, exits: list[Key], entries: list[Key]) -> None:
        figures = {name: self._add(Key("journeys", cut, name), cell) for name, cell in journey_figures(counts).items()}
        over, planned = figures["over"], figures["as_planned"]
        unplanned = self._difference("unplanned", cut, "", over, planned)
        for name in ("unknown_transition", "unknown_entry", "unknown_exit"):
            self._difference("otherwise", cut, name, unplanned, figures[name])
        if self._is_by_journey(cut):
            self.sums.append(Sum((over,), tuple(exits)))
        self.sums.append(Sum((over, figures["open"]), (figures["may_have_begun_before"], *entries)))

    def _add_stages(self, cut: int, counts: CutTally) -> None:
        before: Key | None = None
        for stage in range(len(self._names.stages)):
            reached = self._add(Key("reached", cut, stage), counts.reached.get(stage, _NOBODY))
            funnel = self._add(Key("funnel", cut, stage), counts.funnel.get(stage, _NOBODY))
            self._difference("detour", cut, stage, reached, funnel)
            if before is not None:
                self._difference("dropped", cut, stage, before, funnel)
            before = funnel

    def _difference(self, kind: Kind, cut: int, name: int | str, whole: Key, part: Key) -> Key:
        """Add the cell that follows from two others. How many customers are behind it is estimated by theirs."""
        total, rest = self.cells[whole], max(self.cells[whole].count - self.cells[part].count, 0)
        customers = min(rest, -(-rest * total.customers // total.count)) if total.count else 0
        key = self._add(Key(kind, cut, name), (rest, customers), named=False)
        self.sums.append(Sum((whole,), (part, key)))
        return key


def journey_figures(counts: CutTally) -> dict[str, Cell]:
    """Return the figures of JourneyCounts; their customers are at least as many as told."""

    def together(wanted: Callable[[int], bool]) -> Cell:
        found = [cell for mask, cell in counts.journeys.items() if wanted(mask)]
        journeys = 0
        for count, _ in found:
            journeys += count
        return journeys, max((customers for _, customers in found), default=0)

    def over(mask: int) -> bool:
        return not mask & JourneyBit.OPEN

    return {
        "over": together(over),
        "as_planned": together(lambda mask: over(mask) and not mask & _UNKNOWN),
        "unknown_transition": together(lambda mask: over(mask) and bool(mask & JourneyBit.UNKNOWN_TRANSITION)),
        "unknown_entry": together(lambda mask: over(mask) and bool(mask & JourneyBit.UNKNOWN_ENTRY)),
        "unknown_exit": together(lambda mask: over(mask) and bool(mask & JourneyBit.UNKNOWN_EXIT)),
        "open": together(lambda mask: not over(mask)),
        "may_have_begun_before": together(lambda mask: bool(mask & JourneyBit.MAY_HAVE_BEGUN_BEFORE)),
    }


@record
class _CountsWriter:
    """Cells and which are hidden -> Counts."""

    counted: RowTally
    names: PublishedNames
    table: _CellTable
    hidden: set[Key]
    below: int

    def _seen(self, key: Key) -> int | None:
        return None if key in self.hidden else self.table.cells[key].count

    def counts(self, cut: int) -> Counts:
        """Return what is published of a cut."""
        transitions = tuple(self._transitions(cut))
        listed: Counter[str] = Counter()
        for one in transitions:
            listed[one.start] += one.visits
        return Counts(
            touchpoints={
                name: self._touchpoint(cut, number, listed) for number, name in enumerate(self.names.touchpoints)
            },
            transitions=transitions,
            journeys=JourneyCounts(
                *(self._seen(Key("journeys", cut, name)) for name in journey_figures(self.counted.cut(cut)))
            ),
            funnel={name: self._seen(Key("funnel", cut, number)) for number, name in enumerate(self.names.stages)},
            reached={name: self._seen(Key("reached", cut, number)) for number, name in enumerate(self.names.stages)},
        )

    def _touchpoint(self, cut: int, number: int, listed: Counter[str]) -> TouchpointCounts:
        visits, entries, unsettled = (self._seen(Key(kind, cut, number)) for kind in _OWN)
        if visits is None:
            return TouchpointCounts(None, None, entries, unsettled, None)
        exits = self._seen(Key("exits", cut, number))
        merged = visits - (exits or 0) - listed[self.names.touchpoints[number]]
        customers = self.table.cells[Key("visits", cut, number)].customers
        return TouchpointCounts(visits, exits, entries, unsettled, customers, merged)

    def _transitions(self, cut: int) -> Iterator[TransitionCount]:
        counts = self.counted.cut(cut)
        for (start, end), (visits, customers) in sorted(counts.transitions.items()):
            if visits and Key("transition", cut, start, end) not in self.hidden:
                waits = counts.waits.get((start, end), Counter())
                median, nine = (
                    quantile(waits, share) if customers >= sides * self.below else None
                    for share, sides in ((5, _HALF), (9, _TENTH))
                )
                yield TransitionCount(self.names.touchpoints[start], self.names.touchpoints[end], visits, median, nine)

    def paths(self, decode: Decode) -> Iterator[ObservedPath]:
        """Yield the paths that enough customers took, as long as those left over are none or enough."""
        over = self._seen(Key("journeys", 0, "over"))
        found = sorted(
            (-journeys, tuple(way))
            for numbers, (journeys, customers) in self.counted.paths.items()
            if customers >= self.below and (way := decode(numbers)) and self._is_published(way)
        )[:MAX_PATHS]
        rest = over or 0
        for journeys, _ in found:
            rest += journeys
        while found and 0 < rest < self.below:
            rest -= found.pop()[0]
        for journeys, way in found if over is not None else ():
            yield ObservedPath(tuple(self.names.touchpoints[number] for number in way), -journeys)

    def _is_published(self, way: Sequence[int]) -> bool:
        """Return whether a path tells only of figures that are published, so that none follows from it."""
        if not all(0 <= number < len(self.names.touchpoints) for number in way):
            return False
        keys = [Key("entries", 0, way[0]), Key("exits", 0, way[-1])]
        keys += [Key("transition", 0, start, end) for start, end in pairwise(way)]
        return all(key in self.table.cells and key not in self.hidden for key in keys)


_OWN: tuple[Kind, ...] = ("visits", "entries", "open")


def quantile(waits: Counter[int], tenths: int) -> int | None:
    """Return the bucket that holds the wait which so many tenths of the waits do not exceed; None without waits.

    >>> quantile(Counter({3: 5, 7: 4, 9: 1}), 5), quantile(Counter({3: 5, 7: 4, 9: 1}), 9)
    (3, 7)
    """
    total, seen = waits.total(), 0
    for bucket, count in sorted(waits.items()):
        seen += count
        if seen * 10 >= total * tenths:
            return bucket
    return None
