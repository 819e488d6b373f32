"""The steps of an absorbing Markov chain -> how often each state is visited: solved, not simulated.

With P, the chances to step from one state that is left again to another, the expected visits are the inverse of I - P.
Journeys have few ways back, so that eliminating the states with the fewest neighbors first leaves it sparse: the work
grows with the states and not with their cube. No pivoting is needed, because each row of I - P is dominated by its
diagonal as long as every state can be left for good. The diagonal of the inverse, how often a state is visited by who
is there, is found from the same factors (Takahashi, Fagan and Chen, 1973).
"""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import fsum

from mapgen.record import record

MAX_OPERATIONS = 2_000_000
"""How many products an elimination may take, about a second; more entangled chains are given up."""

RETURN_TOLERANCE = 1e-12
"""Who leaves a loop with a chance below this never does, but for the rounding of decimals."""

Vector = Mapping[str, float]

Steps = Mapping[str, Mapping[str, float]]
"""The chance, above 0, to go from a state to each state that is left again."""


@record
class AbsorbingChain:
    """A chain, factorised: I - P is L D U. `order` is that of elimination; `rows` are U's and `columns` are L's."""

    order: tuple[str, ...]
    pivots: Vector
    rows: Mapping[str, Vector]
    columns: Mapping[str, Vector]

    def visits(self, starts: Vector) -> dict[str, float]:
        """Return how often each state is visited by those who begin at `starts`, by part."""
        found = {state: starts.get(state, 0.0) for state in self.order}
        for state in self.order:
            for later, factor in self.rows[state].items():
                found[later] -= found[state] * factor
        for state in reversed(self.order):
            found[state] /= self.pivots[state]
            found[state] -= fsum(found[later] * factor for later, factor in self.columns[state].items())
        return found

    def expected_reward(self, rewards: Vector) -> dict[str, float]:
        """Return what those who are at each state collect until they leave for good, at `rewards` a visit."""
        found = {state: rewards.get(state, 0.0) for state in self.order}
        for state in self.order:
            for later, factor in self.columns[state].items():
                found[later] -= found[state] * factor
        for state in reversed(self.order):
            found[state] /= self.pivots[state]
            found[state] -= fsum(found[later] * factor for later, factor in self.rows[state].items())
        return found

    def expected_returns(self) -> dict[str, float]:
        """Return how often each state is visited by those who are there, this visit counted: 1 where nobody returns."""
        inverse: dict[tuple[str, str], float] = {}
        for state in reversed(self.order):
            rows, columns = self.rows[state], self.columns[state]
            for near in rows:
                inverse[state, near] = -fsum(factor * inverse[far, near] for far, factor in rows.items())
                inverse[near, state] = -fsum(inverse[near, far] * factor for far, factor in columns.items())
            rest = fsum(factor * inverse[far, state] for far, factor in rows.items())
            inverse[state, state] = 1 / self.pivots[state] - rest
        return {state: inverse[state, state] for state in self.order}


def factorize(steps: Steps) -> AbsorbingChain | None:
    """Return a chain; None where a state cannot be left for good, or where it would take too long."""
    rows = {state: {state: 1.0} for state in steps}
    columns: dict[str, dict[str, float]] = {state: {} for state in steps}
    for state, goals in steps.items():
        for goal, chance in goals.items():
            rows[state][goal] = rows[state].get(goal, 0.0) - chance
            columns[goal][state] = 0.0
            rows[goal].setdefault(state, 0.0)
            columns[state].setdefault(goal, 0.0)
    return _eliminated(rows, {state: set(near) - {state} for state, near in columns.items()})


def _eliminated(rows: dict[str, dict[str, float]], near: dict[str, set[str]]) -> AbsorbingChain | None:
    """Eliminate the state with the fewest neighbors, again and again; of equals, the first in the spec."""
    number = {state: index for index, state in enumerate(rows)}
    waiting = [(len(near[state]), index, state) for state, index in number.items()]
    heapify(waiting)
    order: dict[str, float] = {}
    upper: dict[str, Vector] = {}
    lower: dict[str, Vector] = {}
    work = 0
    while waiting:
        count, _, state = heappop(waiting)
        if state in order or count != len(near[state]):
            continue
        around = sorted(near[state], key=number.__getitem__)
        work += len(around) ** 2
        if work > MAX_OPERATIONS:
            return None
        row = rows.pop(state)
        order[state] = pivot = row.pop(state)
        if pivot < RETURN_TOLERANCE:
            return None
        upper[state] = {later: row[later] / pivot for later in around}
        lower[state] = {later: rows[later].pop(state) / pivot for later in around}
        for later in around:
            _subtract_row(rows[later], row, lower[state][later])
        for later in around:
            near[later] |= near[state]
            near[later] -= {state, later}
            heappush(waiting, (len(near[later]), number[later], later))
    return AbsorbingChain(tuple(order), order, upper, lower)


def _subtract_row(row: dict[str, float], taken: Mapping[str, float], factor: float) -> None:
    """Subtract a multiple of one row from another."""
    for column, value in taken.items():
        row[column] = row.get(column, 0.0) - factor * value


def reachable(starts: Iterable[str], steps: Steps) -> set[str]:
    """Return the states that can be reached, the starts with them."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for goal in steps.get(waiting.pop(), ()):
            if goal not in found:
                found.add(goal)
                waiting.append(goal)
    return found
