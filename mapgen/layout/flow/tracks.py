"""Routes -> tracks: each way gets a line of its own in its gaps and channels, so that none lies on another.

Positions along a gap are counted in rows of a thousand: a row takes the first half of its thousand, the channel below
it the second, in three bands: ways back of the row above, ways over several rows, ways onward of the row below.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mapgen.layout.flow.routes import Route, Spot

Zone = Literal["out", "pass", "in"]
Band = Literal[0, 1, 2]

_ROW = 1000.0
_SLOT = 90.0
_BANDS = ((500.0, 660.0), (670.0, 830.0), (840.0, 999.0))


class Ports(NamedTuple):
    """The ways (places in the list of routes) at one side of a card, from top to bottom."""

    above: tuple[int, ...]
    level: tuple[int, ...]
    below: tuple[int, ...]


class Tracks(NamedTuple):
    """The tracks of the gaps.

    `place` is that of a way in a zone of its gap, counted from the card that the zone belongs to; `counts` how many a
    zone of a gap has. `leaving` and `entering` are the ports of nodes by their spots.
    """

    place: Mapping[tuple[int, Zone], int]
    counts: Mapping[tuple[int, Zone], int]
    leaving: Mapping[Spot, Ports]
    entering: Mapping[Spot, Ports]

    def is_straight(self, index: int, route: Route) -> bool:
        """Whether a way to the next column needs no bend: it is the first of both cards, which stand at one height."""
        return (
            route.direct
            and route.start.slot == route.end.slot
            and self.leaving[route.start].level[0] == index
            and self.entering[route.end].level[0] == index
        )


def gap_tracks(routes: Sequence[Route]) -> Tracks:
    """Give each way its tracks in gaps, and its ports in an order in which few cross."""
    leaving, entering = _leaving(routes), _entering(routes)
    tracks = Tracks({}, {}, leaving, entering)
    place: dict[tuple[int, Zone], int] = {}
    taken: dict[tuple[int, Zone], list[list[tuple[float, float]]]] = {}
    for index, gap, zone, low, high in (
        *_sides(routes, leaving, "out"),
        *_sides(routes, entering, "in"),
        *_passes(routes, tracks),
    ):
        place[index, zone] = _free(taken.setdefault((gap, zone), []), low, high)
    return Tracks(place, {key: len(lines) for key, lines in taken.items()}, leaving, entering)


def _sides(
    routes: Sequence[Route], sides: Mapping[Spot, Ports], zone: Literal["out", "in"]
) -> Iterator[tuple[int, int, Zone, float, float]]:
    """Yield where the ways at one side of the cards run: those from above from the top, those from below from there."""
    for spot, ports in sorted(sides.items()):
        for order, index in enumerate(ports.above):
            low, _ = _band(routes[index], zone)
            yield index, _gap(routes[index], zone), zone, low, _port(spot, order)
    for spot, ports in sorted(sides.items(), reverse=True):
        for order, index in enumerate(reversed(ports.below)):
            _, high = _band(routes[index], zone)
            yield index, _gap(routes[index], zone), zone, _port(spot, 89 - order), high


def _passes(routes: Sequence[Route], tracks: Tracks) -> Iterator[tuple[int, int, Zone, float, float]]:
    """Yield where ways pass rows, or bend on the way to the next column."""
    for index, route in enumerate(routes):
        if route.gap is not None and route.first is not None and route.last is not None:
            first, last = sorted((route.first, route.last))
            yield index, route.gap, "pass", first * _ROW - 500, last * _ROW - 1
        elif route.direct and not tracks.is_straight(index, route):
            yield index, route.out_gap, "pass", route.start.row * _ROW, route.start.row * _ROW + 499


def _gap(route: Route, zone: Literal["out", "in"]) -> int:
    return route.out_gap if zone == "out" else route.in_gap


def _free(lines: list[list[tuple[float, float]]], low: float, high: float) -> int:
    """Take the first line on which nothing lies between two positions."""
    for number, line in enumerate(lines):
        if all(high < other_low or low > other_high for other_low, other_high in line):
            line.append((low, high))
            return number
    lines.append([(low, high)])
    return len(lines) - 1


def _port(spot: Spot, order: int) -> float:
    return spot.row * _ROW + spot.slot * _SLOT + min(order, 89)


def _band(route: Route, zone: Literal["out", "in"]) -> tuple[float, float]:
    """Return where the band lies into which a way leaves, or from which it comes."""
    channel = route.first if zone == "out" else route.last
    assert channel is not None, "a direct way runs in no channel"  # noqa: S101 - told to mypy
    low, high = _BANDS[band(route)]
    return (channel - 1) * _ROW + low, (channel - 1) * _ROW + high


def band(route: Route) -> Band:
    """Return the band of a channel in which a way runs."""
    if route.start.row != route.end.row:
        return 1
    return 2 if route.first == route.start.row else 0


def _leaving(routes: Sequence[Route]) -> dict[Spot, Ports]:
    """Sort the ways out of each card so that those that leave by the same side do not cross."""
    sides: dict[Spot, tuple[list[int], list[int], list[int]]] = {}
    for index, route in enumerate(routes):
        side = sides.setdefault(route.start, ([], [], []))
        side[1 if route.direct else 0 if route.leaves_up else 2].append(index)

    def aim(index: int) -> int:
        route = routes[index]
        return route.in_gap if route.gap is None else route.gap

    return {
        spot: Ports(
            tuple(sorted(above, key=lambda index: -aim(index))),
            tuple(sorted(level, key=lambda index: routes[index].end.slot)),
            tuple(sorted(below, key=aim)),
        )
        for spot, (above, level, below) in sides.items()
    }


def _entering(routes: Sequence[Route]) -> dict[Spot, Ports]:
    """Sort the ways into each card in the same manner."""
    sides: dict[Spot, tuple[list[int], list[int], list[int]]] = {}
    for index, route in enumerate(routes):
        side = sides.setdefault(route.end, ([], [], []))
        side[1 if route.direct else 0 if route.enters_from_above else 2].append(index)

    def origin(index: int) -> int:
        route = routes[index]
        return route.out_gap if route.gap is None else route.gap

    return {
        spot: Ports(
            tuple(sorted(above, key=origin)),
            tuple(sorted(level, key=lambda index: routes[index].start.slot)),
            tuple(sorted(below, key=lambda index: -origin(index))),
        )
        for spot, (above, level, below) in sides.items()
    }


class TrackRun(NamedTuple):
    """A stretch of a way in a channel, from `left` to `right`; `way` is its place in the list.

    `height` is that of its label, 0 where it has none here.
    """

    way: int
    at_end: bool
    band: Band
    left: float
    right: float
    height: float


class ChannelTracks(NamedTuple):
    """Where the tracks of a channel lie: the middle of each run, from the top of the channel, and how high it is."""

    middles: Mapping[tuple[int, bool], float]
    height: float


_CLEAR = 12.0


def channel_tracks(runs: Iterable[TrackRun], line: float, band_gap: float) -> ChannelTracks:
    """Put the runs of a channel on tracks, the short ones near the row that they belong to; `line` is a bare track."""
    middles: dict[tuple[int, bool], float] = {}
    y = 0.0
    by_band: dict[Band, list[TrackRun]] = {}
    for run in sorted(runs, key=lambda run: (run.right - run.left, run.way, run.at_end)):
        by_band.setdefault(run.band, []).append(run)
    for number in sorted(by_band):
        tracks: list[list[TrackRun]] = []
        for run in by_band[number]:
            for track in tracks:
                if all(run.left > one.right + _CLEAR or run.right < one.left - _CLEAR for one in track):
                    track.append(run)
                    break
            else:
                tracks.append([run])
        for track in reversed(tracks) if number == 2 else tracks:  # noqa: PLR2004 - the band of the row below
            height = max(line, *(one.height for one in track))
            for one in track:
                middles[one.way, one.at_end] = y + height / 2
            y += height
        y += band_gap
    return ChannelTracks(middles, max(0.0, y - band_gap))
