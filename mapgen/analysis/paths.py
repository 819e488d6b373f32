"""TransitionModel -> the paths through the flow, most likely first.

The search looks first where the likeliest path can still come out (A*): what is left from each touchpoint at best is
found beforehand, from the ends backwards, so that hardly a touchpoint is looked at in vain.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from itertools import count, pairwise
from math import fsum, log

from mapgen.analysis.transitions import Transition, TransitionModel
from mapgen.model.journey import Exit
from mapgen.record import record

MAX_VISITS = 2
"""How often a path goes through the same touchpoint at most."""

MAX_SEARCH_STEPS = 100_000
"""How many beginnings of paths are looked at before the search gives up."""

Cost = tuple[float, int]
"""How unlikely (minus the logarithm of the chance, to 9 digits) and how long; of equals the shortest is first."""

_Trail = tuple[str, int, "_Trail | None"]
"""A touchpoint, the furthest one in the order of the spec until then (its number), and how one came there."""


@record
class FlowPath:
    """A way from a beginning to an end: touchpoints (ids), and the exit it leaves by; None is the end of the journey.

    `chance` is the part of all customers that goes exactly so, from 0 to 1; where `bound`, some share on the way is not
    stated, and it is the most that it can be.
    """

    touchpoints: tuple[str, ...]
    leave: Exit | None
    chance: float
    bound: bool


@record
class _Map:
    """What the search looks at: where one can go from each touchpoint, by which costs, and where one can end."""

    steps: Mapping[str, Mapping[str, Cost]]
    ends: Mapping[str, tuple[tuple[Transition, Cost], ...]]
    left: Mapping[str, Cost]
    order: Mapping[str, int]


def most_likely_paths(
    movement: TransitionModel, most: int, *, outcome: str | None = None
) -> tuple[tuple[FlowPath, ...], bool]:
    """Return the `most` likeliest paths, and whether these are all; of a spec without shares the shortest come first.

    `outcome` is the kind of end that is wanted; None wants all.
    """
    paths: list[FlowPath] = []
    for found in _trails(movement, _map(movement, outcome)):
        if found is None or len(paths) == most:
            return tuple(paths), False
        paths.append(_path(movement, *found))
    return tuple(paths), True


def likelihood(movement: TransitionModel, path: tuple[str, ...]) -> tuple[float, bool]:
    """Return the chance to go on as a path does for those who are at its first touchpoint, and whether it is a bound.

    It is 0 where the path follows what moves nobody: word that goes back as feedback.
    """
    chance, bound = 1.0, False
    for here, there in pairwise(path):
        moves = [move for move in movement.places[here].moves if move.way and move.way.end == there]
        chance *= min(1.0, fsum(move.most for move in moves))
        bound = bound or any(move.share is None for move in moves)
    return chance, bound


def _trails(movement: TransitionModel, found: _Map) -> Iterator[tuple[_Trail, Transition] | None]:
    """Yield trails with their ends, the cheapest first; None at last where the search gives up."""
    ticket = count()  # of equal beginnings the first one found goes first
    waiting: list[tuple[Cost, int, Cost, _Trail, Transition | None]] = []
    for place in movement.entries:
        most = _beginning(movement, place)
        if most > 0 and place in found.left:
            cost = _cost(most)
            begun: _Trail = (place, found.order[place], None)
            waiting.append((_plus(cost, found.left[place]), next(ticket), cost, begun, None))
    heapify(waiting)
    for _ in range(MAX_SEARCH_STEPS):
        if not waiting:
            return
        total, _, spent, trail, end = heappop(waiting)
        if end is not None:
            yield trail, end
            continue
        place, furthest, _ = trail
        for move, step in found.ends[place]:
            heappush(waiting, (_plus(spent, step), next(ticket), total, trail, move))
        for goal, step in found.steps[place].items():
            if goal in found.left and _may_go(trail, goal, found.order):
                cost = _plus(spent, step)
                on = (goal, max(furthest, found.order[goal]), trail)
                heappush(waiting, (_plus(cost, found.left[goal]), next(ticket), cost, on, None))
    yield None


def _may_go(trail: _Trail, place: str, order: Mapping[str, int]) -> bool:
    """Return whether a trail may go on to a touchpoint; where none as far was met, there is no need to look back."""
    times = 0
    step: _Trail | None = trail
    while step and order[place] <= step[1]:
        times += step[0] == place
        if times == MAX_VISITS:
            return False
        step = step[2]
    return True


def _map(movement: TransitionModel, outcome: str | None) -> _Map:
    steps = {place: _steps(moves.moves) for place, moves in movement.places.items()}
    ends = {
        place: tuple((move, _cost(move.most)) for move in moves.moves if move.most > 0 and _is_end(move, outcome))
        for place, moves in movement.places.items()
    }
    order = {place: number for number, place in enumerate(movement.places)}
    return _Map(steps, ends, _left(steps, ends), order)


def _steps(moves: Iterable[Transition]) -> Mapping[str, Cost]:
    """Return where one can go, and at which cost; several ways to one touchpoint are one step."""
    most: dict[str, float] = {}
    for move in moves:
        if move.way and move.most > 0:
            most[move.way.end] = min(1.0, most.get(move.way.end, 0.0) + move.most)
    return {goal: _cost(chance) for goal, chance in most.items()}


def _is_end(move: Transition, outcome: str | None) -> bool:
    return not move.way and (outcome is None or (move.leave.kind if move.leave else "end") == outcome)


def _left(
    steps: Mapping[str, Mapping[str, Cost]], ends: Mapping[str, tuple[tuple[Transition, Cost], ...]]
) -> Mapping[str, Cost]:
    """Return the cost of the likeliest way from each touchpoint that leads to an end (Dijkstra, backwards)."""
    back: dict[str, list[tuple[str, Cost]]] = {place: [] for place in steps}
    for place, goals in steps.items():
        for goal, step in goals.items():
            back[goal].append((place, step))
    waiting = [(step, place) for place, some in ends.items() for _, step in some]
    heapify(waiting)
    found: dict[str, Cost] = {}
    while waiting:
        cost, place = heappop(waiting)
        if place not in found:
            found[place] = cost
            for before, step in back[place]:
                heappush(waiting, (_plus(cost, step), before))
    return found


def _path(movement: TransitionModel, trail: _Trail, end: Transition) -> FlowPath:
    """Follow a trail back to where it began."""
    touchpoints = []
    step: _Trail | None = trail
    while step:
        touchpoints.append(step[0])
        step = step[2]
    path = tuple(reversed(touchpoints))
    chance, bound = likelihood(movement, path)
    bound = bound or end.share is None or movement.entries[path[0]] is None
    return FlowPath(path, end.leave, _beginning(movement, path[0]) * chance * end.most, bound)


def _beginning(movement: TransitionModel, place: str) -> float:
    """Return the part of all customers that begins at an entry; where it is not stated, the most that it can be."""
    part = movement.entries[place]
    return max(0.0, 1 - fsum(one for one in movement.entries.values() if one is not None)) if part is None else part


def _cost(chance: float) -> Cost:
    return round(-log(chance), 9), 1


def _plus(one: Cost, other: Cost) -> Cost:
    return round(one[0] + other[0], 9), one[1] + other[1]
