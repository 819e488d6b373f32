"""Journey -> all ways between its touchpoints, where it begins and ends, and what cannot be reached."""

from collections import deque
from collections.abc import Iterable, Mapping
from math import fsum

from mapgen.model.defaults import ONWARD, default_steps
from mapgen.model.journey import Edge, EdgeKind, Handoff, Journey, Number
from mapgen.model.shares import ROUNDING_TOLERANCE, exits_by_place
from mapgen.record import record

LEADING_ON = ONWARD | {"parallel"}
"""Kinds of edges after which the journey goes on; the others come back to where the customer has been."""


@record
class Way:
    """A way from one touchpoint (id) to another.

    `share` is the part of those who leave `start`, from 0 to 1; where the author left it open it is the rest that
    other ways and exits leave, and None where that is not known. `implied` ways follow the order of the touchpoints;
    the others have the pointer of their edge.
    """

    start: str
    end: str
    kind: EdgeKind
    share: Number | None
    trigger: str | None = None
    handoff: Handoff | None = None
    pointer: str = ""
    implied: bool = False


@record
class FlowAnalysis:
    """All ways, by the touchpoint that they start from, and touchpoints (ids) in the order of the spec.

    `entries` are the first touchpoint and those that say `entry`; `ends` have an exit or no way on; `unreachable`
    ones no path from an entry reaches; from `stuck` ones no path leads to an end.
    """

    ways: tuple[Way, ...]
    entries: tuple[str, ...]
    ends: tuple[str, ...]
    unreachable: tuple[str, ...]
    stuck: tuple[str, ...]


def analyze_flow(journey: Journey) -> FlowAnalysis:
    """Return the ways of a journey and its reach, in time that grows with touchpoints and edges."""
    order = [touchpoint.id for touchpoint in journey.touchpoints()]
    exits = exit_shares(journey)
    ways = _ways(journey, order, exits)
    entries = tuple(one.id for number, one in enumerate(journey.touchpoints()) if number == 0 or one.entry)
    going_on = {way.start for way in ways if way.kind in LEADING_ON}
    going_back = _all_going_back(ways)
    ends = tuple(one for one in order if one in exits or (one not in going_on and one not in going_back))
    reached = _reach(entries, ((way.start, way.end) for way in ways))
    ending = _reach(ends, ((way.end, way.start) for way in ways))
    return FlowAnalysis(
        ways=ways,
        entries=entries,
        ends=ends,
        unreachable=tuple(one for one in order if one not in reached),
        stuck=tuple(one for one in order if one not in ending),
    )


def exit_shares(journey: Journey) -> Mapping[str, tuple[Number | None, ...]]:
    """Return the shares of the exits at each touchpoint that has one, the stage's counted at its last."""
    shares: dict[str, list[Number | None]] = {}
    for place, exits in exits_by_place(journey.stages):
        if exits:
            shares.setdefault(place, []).extend(one.share for one in exits)
    return {place: tuple(some) for place, some in shares.items()}


def _ways(journey: Journey, order: Iterable[str], exits: Mapping[str, tuple[Number | None, ...]]) -> tuple[Way, ...]:
    out: dict[str, list[Way]] = {touchpoint: [] for touchpoint in order}
    for start, end in default_steps(journey.stages, journey.flow):
        out[start].append(Way(start, end, "next", None, implied=True))
    for edge in journey.flow:
        out[edge.start].append(_stated(edge))
    return tuple(way for start, ways in out.items() for way in _with_rest(ways, exits.get(start, ())))


def _stated(edge: Edge) -> Way:
    return Way(edge.start, edge.end, edge.kind, edge.share, edge.trigger, edge.handoff, edge.pointer)


def _with_rest(ways: list[Way], exits: Iterable[Number | None]) -> list[Way]:
    """Give the rest to the one way onward that has no share; where two or more things have none, nobody knows."""
    shares = [*exits, *(way.share for way in ways if not is_beside(way))]
    known = [share for share in shares if share is not None]
    if len(shares) - len(known) != 1:
        return ways
    rest = max(0, 1 - fsum(known))
    return [_with_share(way, rest) if way.share is None and way.kind in ONWARD else way for way in ways]


def is_beside(way: Way) -> bool:
    """Return whether a way comes on top of where customers go: a parallel one, or word that goes back as feedback."""
    return way.kind in {"parallel", "feedback"} and way.share is None


def _with_share(way: Way, share: float) -> Way:
    rounded = round(share, 12)
    return Way(way.start, way.end, way.kind, rounded, way.trigger, way.handoff, way.pointer, way.implied)


def _all_going_back(ways: Iterable[Way]) -> set[str]:
    """Return the touchpoints from which the ways back take everybody."""
    back: dict[str, float] = {}
    for way in ways:
        if way.kind not in LEADING_ON:
            back[way.start] = back.get(way.start, 0.0) + (way.share or 0.0)
    return {start for start, share in back.items() if share >= 1 - ROUNDING_TOLERANCE}


def _reach(starts: Iterable[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    out: dict[str, list[str]] = {}
    for here, there in steps:
        out.setdefault(here, []).append(there)
    reached = set(starts)
    waiting = deque(reached)
    while waiting:
        for there in out.get(waiting.popleft(), ()):
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    return reached
