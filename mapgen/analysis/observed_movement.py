"""What was observed -> how customers move, for a spec that says nothing of shares."""

from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from mapgen.analysis.flow import FlowAnalysis, Way
from mapgen.analysis.observation import Observation, ObservedTouchpoint
from mapgen.analysis.transitions import Transition, TransitionModel, Transitions
from mapgen.model.facts import Exit
from mapgen.model.journey import Journey
from mapgen.model.shares import ROUNDING_TOLERANCE, exits_by_place


def observed_movement(journey: Journey, flow: FlowAnalysis, seen: Observation) -> TransitionModel:
    """Return how customers were observed to move; what is hidden or not measured is open.

    Who leaves where the map has neither an exit nor an end abandons.
    """
    exits: dict[str, list[Exit]] = {}
    for place, leaving in exits_by_place(journey.stages):
        exits.setdefault(place, []).extend(leaving)
    ways = {(way.start, way.end): way for way in flow.ways}
    onward: dict[str, list[Transition]] = {place: [] for place in seen.touchpoints}
    for one in seen.transitions:
        if one.taken.share:
            way = ways.get((one.start, one.end)) or Way(one.start, one.end, "next", one.taken.share, implied=True)
            onward[one.start].append(Transition(way, None, one.taken.share, one.taken.share))
    places = {
        place: _moves(here, onward[place], tuple(_leaving(here, exits.get(place, ()))))
        for place, here in seen.touchpoints.items()
    }
    return TransitionModel(places, _entries(seen), told=True)


def _moves(here: ObservedTouchpoint, onward: Sequence[Transition], leaving: Sequence[Transition]) -> Transitions:
    """Return what those at a touchpoint do next; open is what is hidden, merged, or left by one of several exits."""
    known = fsum(move.share for move in (*onward, *leaving) if move.share is not None)
    left = 1 - known
    return Transitions(here.touchpoint, (*onward, *leaving), left if left > ROUNDING_TOLERANCE else 0.0)


def _leaving(here: ObservedTouchpoint, exits: Sequence[Exit]) -> Iterator[Transition]:
    share = here.exit.share if here.exit else None
    if not here.exit or not share:
        return
    if len(exits) > 1:  # nobody knows which of them
        yield from (Transition(None, one, None, share) for one in exits)
    elif exits or here.exit.known:
        yield Transition(None, exits[0] if exits else None, share, share)
    else:
        yield Transition(None, Exit("abandon", share, None, (), ""), share, share)


def _entries(seen: Observation) -> Mapping[str, float | None]:
    """Return the part that begins at each touchpoint where anybody does; of hidden ones, nothing is known."""
    entries = {place: one.entry.share for place, one in seen.touchpoints.items() if one.entry}
    return {place: share for place, share in entries.items() if share}
