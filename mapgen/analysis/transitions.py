"""Journey and its flow -> where customers go from each touchpoint, exits included, as far as the author said."""

from collections.abc import Mapping, Sequence
from math import fsum

from mapgen.analysis.flow import FlowAnalysis, Way, is_beside
from mapgen.model.defaults import ONWARD
from mapgen.model.journey import Exit, Journey, Number
from mapgen.model.shares import ROUNDING_TOLERANCE, exits_by_place
from mapgen.record import record


@record
class Transition:
    """What some of those who are at a touchpoint do next: take a way, leave by an exit, or neither: the journey ends.

    `share` is their part, from 0 to 1, None where the spec leaves it open; `most` is what it can be at most.
    """

    way: Way | None
    leave: Exit | None
    share: float | None
    most: float


@record
class Transitions:
    """All that those at a touchpoint (id) can do next; `open` is the part of which nobody said what it does."""

    touchpoint: str
    moves: tuple[Transition, ...]
    open: float


@record
class TransitionModel:
    """How customers move: from each touchpoint (id), and where they begin, with the part that begins there.

    `told` says whether the spec gives any share at all: without one, all that is known is what is possible. A part of
    `entries` is None where several places to begin share what nobody divided.
    """

    places: Mapping[str, Transitions]
    entries: Mapping[str, float | None]
    told: bool


def find_transitions(journey: Journey, flow: FlowAnalysis) -> TransitionModel:
    """Return how customers move, in time that grows with touchpoints and edges."""
    ways: dict[str, list[Way]] = {touchpoint.id: [] for touchpoint in journey.touchpoints()}
    for way in flow.ways:
        ways[way.start].append(way)
    exits: dict[str, list[Exit]] = {}
    for place, leaving in exits_by_place(journey.stages):
        exits.setdefault(place, []).extend(leaving)
    stated = (way.share for way in flow.ways if not way.implied)
    told = any(share is not None for share in (*stated, *(one.share for some in exits.values() for one in some)))
    places = {place: _moves(place, out, exits.get(place, ())) for place, out in ways.items()}
    return TransitionModel(places, _entries(journey, flow), told)


def _entries(journey: Journey, flow: FlowAnalysis) -> Mapping[str, float | None]:
    """Return the part of all customers that begins at each entry; the one without a share has what the others leave."""
    begins = set(flow.entries)
    shares = {one.id: one.entry_share for one in journey.touchpoints() if one.id in begins}
    return dict(zip(shares, _divided(list(shares.values())), strict=True))


def _moves(place: str, ways: Sequence[Way], leaving: Sequence[Exit]) -> Transitions:
    if len(ways) == 1 and ways[0].share == 1 and not leaving:  # most touchpoints of a long journey
        return Transitions(place, (Transition(ways[0], None, 1, 1),), 0)
    out = _moving(ways)
    given: list[Number | None] = [*(way.share for way in out), *(one.share for one in leaving)]
    rest = 1 - fsum(share for share in given if share is not None)
    ends = not any(way.kind in ONWARD | {"parallel"} for way in out)
    if ends and rest > ROUNDING_TOLERANCE and all(one.share is not None for one in leaving):
        given.append(None)  # who has no way on, and no exit that takes all others, ends here
    shares = _divided(given)
    known = fsum(share for share in shares if share is not None)
    left = 1 - known if None in shares else 0.0
    things = zip((*out, *leaving, None), shares, strict=False)
    moves = (_move(thing, share, left) for thing, share in things)
    return Transitions(place, tuple(moves), left)


def _move(thing: Way | Exit | None, share: float | None, left: float) -> Transition:
    most = left if share is None else share
    return Transition(
        thing if isinstance(thing, Way) else None, thing if isinstance(thing, Exit) else None, share, most
    )


def _moving(ways: Sequence[Way]) -> list[Way]:
    """Return the ways that customers take; what runs beside, without a share, takes nobody from the way onward."""
    onward = any(way.kind in ONWARD for way in ways)
    return [way for way in ways if not is_beside(way) or (way.kind == "parallel" and not onward)]


def _divided(shares: Sequence[Number | None]) -> list[float | None]:
    """Give what the known shares leave to the one that is open; of several, nobody knows, unless nothing is left."""
    known = [share for share in shares if share is not None]
    rest = 1 - fsum(known)
    if rest <= ROUNDING_TOLERANCE:
        return [share or 0.0 for share in shares]
    if len(shares) - len(known) != 1:
        return list(shares)
    return [round(rest, 12) if share is None else share for share in shares]
