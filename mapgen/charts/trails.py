"""View -> which ways of the flow each scenario takes, by the numbers that the flow gives them, from 1."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from mapgen.charts.folded import bundles
from mapgen.lanes.lane import View
from mapgen.model.journey import Scenario

MOST = 600
"""The most touchpoints that a flow shows one by one."""

MOST_WAYS = 1_500
"""The most ways."""


def is_folded(view: View) -> bool:
    """Return whether the flow of a journey shows its stages instead of its touchpoints."""
    return len(view.numbers) > MOST or len(view.analysis.flow.ways) > MOST_WAYS


def ends(view: View) -> tuple[tuple[str, str], ...]:
    """Return where each way begins and ends: the ids of touchpoints, or of stages where the flow is folded."""
    if is_folded(view):
        return tuple((one.start, one.end) for one in bundles(view))
    return tuple((way.start, way.end) for way in view.analysis.flow.ways)


def trail(view: View, scenario: Scenario) -> tuple[str, ...]:
    """Return the nodes (ids) that a scenario goes through, in order."""
    if not is_folded(view):
        return scenario.path
    stages = {one.id: stage.id for stage in view.journey.stages for one in stage.touchpoints}
    return tuple(stage for stage, _ in groupby(map(stages.__getitem__, scenario.path)))


def taken(view: View) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each scenario (id) with the numbers of the ways that it takes."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for number, way in enumerate(ends(view), start=1):
        numbers.setdefault(way, []).append(number)
    for scenario in view.journey.scenarios:
        steps = dict.fromkeys(pairwise(trail(view, scenario)))
        yield scenario.id, tuple(number for step in steps for number in numbers.get(step, ()))
