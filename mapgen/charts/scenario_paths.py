"""View -> which ways of the flow each scenario takes, by the numbers that the flow gives them, from 1."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from mapgen.charts.collapsed_flow import bundles
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import Scenario

MAX_NODES = 600
"""The most touchpoints that a flow shows one by one."""

MAX_EDGES = 1_500
"""The most ways."""


def is_folded(view: LaneContext) -> bool:
    """Return whether the flow of a journey shows its stages instead of its touchpoints."""
    return len(view.numbers) > MAX_NODES or len(view.analysis.flow.ways) > MAX_EDGES


def ends(view: LaneContext) -> tuple[tuple[str, str], ...]:
    """Return where each way begins and ends: the ids of touchpoints, or of stages where the flow is folded."""
    if is_folded(view):
        return tuple((one.start, one.end) for one in bundles(view))
    return tuple((way.start, way.end) for way in view.analysis.flow.ways)


def scenario_path(view: LaneContext, scenario: Scenario) -> tuple[str, ...]:
    """Return the nodes (ids) that a scenario goes through, in order."""
    if not is_folded(view):
        return scenario.path
    stages = {touchpoint.id: stage.id for touchpoint, stage in walk.touchpoints(view.journey)}
    return tuple(stage for stage, _ in groupby(map(stages.__getitem__, scenario.path)))


def taken(view: LaneContext) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each scenario (id) with the numbers of the ways that it takes."""
    numbers: dict[tuple[str, str], list[int]] = {}
    for number, way in enumerate(ends(view), start=1):
        numbers.setdefault(way, []).append(number)
    for scenario in view.journey.scenarios:
        steps = dict.fromkeys(pairwise(scenario_path(view, scenario)))
        yield scenario.id, tuple(number for step in steps for number in numbers.get(step, ()))
