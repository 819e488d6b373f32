"""A reduced plan against two others: the one that events are counted for, and one that is found step by step."""

from collections.abc import Callable
from math import fsum

import pytest

from mapgen.analysis.flow import analyze_flow
from mapgen.analysis.planned_flow import plan_flow
from mapgen.analysis.reduced_plan import reduce_plan
from mapgen.analysis.transitions import TransitionModel, find_transitions
from mapgen.model.event_mapping import MappedEvent
from mapgen.model.journey import Journey
from mapgen.observe.plan import make_plan
from tests.random_flows import dice, tangle

Read = Callable[[str], Journey]

STEPS = 400


def some(journey: Journey, seed: int) -> list[str]:
    """Return about half of the touchpoints."""
    throw = dice(seed)
    return [one.id for one in journey.touchpoints() if next(throw) % 2]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_on_the_map_is_what_journeys_are_counted_by(seed: int, journey_of: Read) -> None:
    journey = journey_of(tangle(12, 10, seed))
    observed = some(journey, seed)
    flow = analyze_flow(journey)

    found = reduce_plan(journey, flow, find_transitions(journey, flow), observed)
    plan = make_plan(journey, plan_flow(journey), {one: (MappedEvent(one, (), ""),) for one in observed})
    names = [one.id for one in plan.touchpoints]

    steps = {(start, end) for start, goals in found.moves.items() for end in goals if end is not None}
    assert steps == {(names[start], names[end]) for start, end in plan.transitions}
    assert {place for place, goals in found.moves.items() if None in goals} == {names[at] for at in plan.exits}
    assert found.entries.keys() == {names[at] for at in plan.entries}


@pytest.mark.parametrize("seed", range(20))
def test_shares_are_those_of_walking_on_until_something_is_observed(seed: int, journey_of: Read) -> None:
    journey = journey_of(tangle(8, 12, seed))
    observed = some(journey, seed)
    flow = analyze_flow(journey)
    movement = find_transitions(journey, flow)

    found = reduce_plan(journey, flow, movement, observed)

    for place, goals in found.moves.items():
        walked = walk(movement, place, observed)
        for goal, share in goals.items():
            if share is not None:
                assert share == pytest.approx(walked.get(goal, 0.0), abs=1e-9)


def walk(movement: TransitionModel, start: str, observed: list[str]) -> dict[str | None, float]:
    """Return where one is observed next, by walking step after step."""
    here, arrived = {start: 1.0}, dict[str | None, list[float]]()
    for _ in range(STEPS):
        there: dict[str, float] = {}
        for place, part in here.items():
            for move in movement.places[place].moves:
                goal, share = move.way.end if move.way else None, part * (move.share or 0.0)
                if goal is None or goal in observed:
                    arrived.setdefault(goal, []).append(share)
                else:
                    there[goal] = there.get(goal, 0.0) + share
        here = there
    return {goal: fsum(parts) for goal, parts in arrived.items()}
