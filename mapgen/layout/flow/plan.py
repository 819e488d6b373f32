"""Columns, wires, the width to aim at -> the plan of a flow: rows, routes, tracks, where gaps and columns lie."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import fsum
from typing import NamedTuple

from mapgen.charts.flowchart import FlowChart
from mapgen.layout.flow.labels import Tag, tag
from mapgen.layout.flow.ranks import Columns
from mapgen.layout.flow.routes import Route, Spot, routes, spots
from mapgen.layout.flow.row_wrapping import ClusterPart, fold
from mapgen.layout.flow.tracks import Tracks, Zone, gap_tracks
from mapgen.layout.text import TextMeasurer

CARD = 136.0
CARD_WIDEST = 196.0
TRACK = 7.0
MARK = 12.0  # behind a card, for a mark
ARROW = 13.0  # before a card, for an arrow
_GAP_LEAST = 42.0
_EDGE_LEAST = 18.0  # before the first column and behind the last
_TAGS = (104.0, 88.0, 76.0)  # how wide a label in a gap may be, the best first
_FEWEST = 2  # columns; one under the other reads badly
_TAG_AIR = 8.0
_MOST = 9


class Plan(NamedTuple):
    """Where everything lies from start to end; `tags` are the labels of routes by their places in the list.

    A gap begins at `gaps[k]`, a column at `columns[k]`; `tag_room` is what a gap keeps free for labels.
    """

    rows: tuple[tuple[ClusterPart, ...], ...]
    places: Mapping[str, Spot]
    routes: Sequence[Route]
    tracks: Tracks
    tags: Mapping[int, Tag]
    card: float
    gaps: tuple[float, ...]
    columns: tuple[float, ...]
    tag_room: tuple[float, ...]
    width: float

    def track(self, index: int, zone: Zone) -> float:
        """Return the x of a way in a zone of its gap."""
        route, place = self.routes[index], self.tracks.place[index, zone] + 0.5
        if zone == "in":
            return self.columns[route.in_gap] - ARROW - TRACK * place
        gap = route.gap if zone == "pass" and route.gap is not None else route.out_gap
        left = self.gaps[gap] + (MARK if gap else 0.0)
        if zone == "pass":
            left += TRACK * self.tracks.counts.get((gap, "out"), 0) + self.tag_room[gap]
        return left + TRACK * place

    def tag_middle(self, gap: int) -> float:
        """Return the middle of the labels in a gap."""
        left = self.gaps[gap] + MARK + TRACK * self.tracks.counts.get((gap, "out"), 0)
        right = (
            self.columns[gap]
            - ARROW
            - TRACK * (self.tracks.counts.get((gap, "in"), 0) + self.tracks.counts.get((gap, "pass"), 0))
        )
        return (left + max(right, left + self.tag_room[gap])) / 2


def plan(chart: FlowChart, columns: Sequence[Columns], left: float, width: float, ruler: TextMeasurer) -> Plan:
    """Return the plan with the fewest rows that meets the width; the narrowest where none does."""
    rows, found, tracks, direct, room, gaps = _fitting(chart, columns, width, ruler)
    places, count = spots(rows), len(gaps) - 1
    card = min(CARD_WIDEST, max(CARD, (width - fsum(gaps)) / count))
    steps = [*(gap + card for gap in gaps[:-1]), gaps[-1]]
    starts = tuple(accumulate(steps, initial=left))
    tags = {
        index: one if route.direct else tag(route.wire.said, card - 4, ruler)
        for index, route in enumerate(found)
        for one in (direct.get(index),)
    }
    return Plan(
        rows,
        places,
        found,
        tracks,
        {index: one for index, one in tags.items() if one},
        card,
        starts[:-1],
        tuple(start + gap for start, gap in zip(starts, gaps[:-1], strict=False)),
        tuple(room),
        fsum(gaps) + count * card,
    )


class _Try(NamedTuple):
    """Rows, and what their ways need."""

    rows: tuple[tuple[ClusterPart, ...], ...]
    routes: list[Route]
    tracks: Tracks
    direct: dict[int, Tag | None]
    room: list[float]
    gaps: list[float]


def _fitting(chart: FlowChart, columns: Sequence[Columns], width: float, ruler: TextMeasurer) -> _Try:
    """Return the longest rows that meet the width, rather with narrow labels than with shorter rows."""
    total = sum(map(len, columns))
    most = min(_MOST, total)
    while True:
        rows = fold(columns, most)
        places = spots(rows)
        found = routes(chart.wires, places, rows)
        tracks = gap_tracks(found)
        count = max(part.first + len(part.columns) for row in rows for part in row)
        for widest in _TAGS:
            direct = {index: tag(one.wire.said, widest, ruler) for index, one in enumerate(found) if one.direct}
            room = _tag_room(found, direct, count)
            gaps = [_gap(number, count, tracks, room[number]) for number in range(count + 1)]
            taken = fsum(gaps) + count * CARD
            if taken <= width:
                return _Try(rows, found, tracks, direct, room, gaps)
        if most <= _FEWEST:
            return _Try(rows, found, tracks, direct, room, gaps)
        most = max(_FEWEST, min(most - 1, int(most * width / taken)))  # rather than each number of columns in turn


def _tag_room(found: Sequence[Route], tags: Mapping[int, Tag | None], count: int) -> list[float]:
    room = [0.0] * (count + 1)
    for index, one in tags.items():
        if one:
            gap = found[index].out_gap
            room[gap] = max(room[gap], one.width + _TAG_AIR)
    return room


def _gap(number: int, count: int, tracks: Tracks, room: float) -> float:
    zones: tuple[Zone, ...] = ("out", "pass", "in")
    lines = TRACK * sum(tracks.counts.get((number, zone), 0) for zone in zones)
    ends = (MARK if number else 0.0) + (ARROW if number < count else 0.0)
    return max(_GAP_LEAST if 0 < number < count else _EDGE_LEAST, ends + lines + room)
