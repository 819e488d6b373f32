"""Journey -> where customers are meant to go, and what of that can be observed in events."""

from mapgen.analysis.flow import analyze_flow
from mapgen.analysis.transitions import find_transitions
from mapgen.model.journey import Journey
from mapgen.observe.plan import ObservablePlan, PlannedFlow, make_plan


def plan_flow(journey: Journey) -> PlannedFlow:
    """Return the transitions of the map, and the touchpoints to begin and to end at."""
    flow = analyze_flow(journey)
    movement = find_transitions(journey, flow)
    return PlannedFlow(
        transitions=tuple(dict.fromkeys((way.start, way.end) for way in flow.ways)),
        entries=tuple(movement.entries),
        ends=tuple(place for place, out in movement.places.items() if any(move.way is None for move in out.moves)),
    )


def observable_plan(journey: Journey) -> ObservablePlan:
    """Return what of a journey can be observed; no touchpoint where the spec names no events."""
    events = {stage.id: stage.events for stage in journey.stages} | {
        touchpoint.id: touchpoint.events for touchpoint in journey.touchpoints()
    }
    return make_plan(journey, plan_flow(journey), {place: found for place, found in events.items() if found})
