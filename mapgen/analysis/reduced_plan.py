"""Journey and the touchpoints that can be observed -> the plan as it shows in event data.

Touchpoints without events leave no trace: who goes from A to a friend's advice and on to C is seen to go from A to C.
They are eliminated from the chain, exactly (its stochastic complement), not left out.
"""

from collections.abc import Collection, Iterable, Mapping
from math import fsum

from mapgen.analysis.flow import FlowAnalysis
from mapgen.analysis.markov import factorize, reachable
from mapgen.analysis.transitions import Transition, TransitionModel
from mapgen.model.journey import Journey
from mapgen.model.shares import shares_out
from mapgen.record import record

Goal = str | None
"""A touchpoint (id), or None: the journey ends."""

PlannedShares = Mapping[Goal, float | None]
"""Where the plan leads, and the part that goes there, from 0 to 1; None where the spec does not state it."""

_BEGINNING = ""  # the place before each entry; no touchpoint has this id
_DIGITS = 12


@record
class ReducedPlan:
    """Where customers go from each touchpoint that is observed, and where they are first observed.

    A goal is there if a path leads to it on which nothing else is observed.
    """

    moves: Mapping[str, PlannedShares]
    entries: Mapping[str, float | None]


def reduce_plan(
    journey: Journey, flow: FlowAnalysis, movement: TransitionModel, observed: Collection[str]
) -> ReducedPlan:
    """Return the plan of a journey as it shows where only some touchpoints (ids) are observed."""
    chain = _chain(journey, flow, movement, observed)
    first = chain.onward(_BEGINNING)
    unseen = first.pop(None, None)  # who ends before anything is observed is not among those who are
    seen = 1 - (unseen or 0.0)
    return ReducedPlan(
        moves={place: chain.onward(place) for place in movement.places if place in observed},
        entries={
            place or "": None if share is None or seen <= 0 else round(share / seen, _DIGITS)
            for place, share in first.items()
        },
    )


@record
class _Place:
    """Where customers go from a place: the goals with a share, those without, and whether the author gave any share."""

    shares: Mapping[Goal, float]
    open: tuple[Goal, ...]
    told: bool

    def goals(self) -> Iterable[Goal]:
        """Return all goals."""
        return (*self.shares, *self.open)


@record
class _Chain:
    """All places by id, their order, and the steps from each to those that are not observed."""

    places: Mapping[str, _Place]
    order: Mapping[str, int]
    steps: Mapping[str, Mapping[str, float]]

    def onward(self, place: str) -> dict[Goal, float | None]:
        """Return what is observed next after a place, and its share.

        None of the shares is stated where the author gave none on the way; one is not where the way to it has an open
        one.
        """
        between = sorted(reachable(self.steps[place], self.steps), key=self.order.__getitem__)
        around = (place, *between)
        shares = self._shares(place, between) if any(self.places[one].told for one in around) else {}
        unstated = self._unstated(around)
        return {
            goal: None if goal in unstated or goal not in shares else round(shares[goal], _DIGITS)
            for one in around
            for goal in self.places[one].goals()
            if goal not in self.steps[one]
        }

    def _shares(self, place: str, between: Iterable[str]) -> Mapping[Goal, float]:
        """Return the stated part that is observed next at each goal; nothing where an unobserved loop never ends."""
        chain = factorize({one: {goal: share for goal, share in self.steps[one].items() if share} for one in between})
        if chain is None:
            return {}
        visits = chain.visits(self.steps[place])
        return _added(
            (goal, count * share)
            for one, count in ((place, 1.0), *((one, visits[one]) for one in between))
            for goal, share in self.places[one].shares.items()
            if goal not in self.steps[one]
        )

    def _unstated(self, around: Iterable[str]) -> set[Goal]:
        """Return the goals to which a path leads of which the spec leaves a share open."""
        open_ = [(one, goal) for one in around for goal in self.places[one].open]
        doubtful = reachable((goal for one, goal in open_ if goal and goal in self.steps[one]), self.steps)
        found = {goal for one, goal in open_ if goal not in self.steps[one]}
        return found.union(goal for one in doubtful for goal in self.places[one].goals() if goal not in self.steps[one])


def _chain(journey: Journey, flow: FlowAnalysis, movement: TransitionModel, observed: Collection[str]) -> _Chain:
    """Return all places, with the one before each entry; a way that moves nobody, such as feedback, has no share."""
    ways: dict[str, list[str]] = {}
    for way in flow.ways:
        ways.setdefault(way.start, []).append(way.end)
    told = {place for place, shares in shares_out(journey.stages, journey.flow).items() if shares}
    known: dict[Goal, float] = {place: part for place, part in movement.entries.items() if part is not None}
    left = tuple(place for place in movement.entries if place not in known)
    places = {_BEGINNING: _Place(known, left, bool(known) and len(movement.entries) > 1)}
    for place, moves in movement.places.items():
        shares = _added((_goal(move), move.share) for move in moves.moves if move.share is not None)
        others = dict.fromkeys((*(_goal(move) for move in moves.moves if move.share is None), *ways.get(place, ())))
        places[place] = _Place(shares, tuple(goal for goal in others if goal not in shares), place in told)
    steps = {
        place: {goal: one.shares.get(goal, 0.0) for goal in one.goals() if goal is not None and goal not in observed}
        for place, one in places.items()
    }
    return _Chain(places, {place: number for number, place in enumerate(places)}, steps)


def _goal(move: Transition) -> Goal:
    return move.way.end if move.way else None


def _added(parts: Iterable[tuple[Goal, float]]) -> dict[Goal, float]:
    found: dict[Goal, list[float]] = {}
    for goal, part in parts:
        found.setdefault(goal, []).append(part)
    return {goal: fsum(some) for goal, some in found.items()}
