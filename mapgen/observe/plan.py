"""A journey -> what of it can be seen in events: the touchpoints that have some, and what is planned between them.

A touchpoint without events, such as a friend's recommendation, is taken out of the plan: what leads to it then leads to
all that it leads to.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise

from mapgen.model.event_mapping import Condition, EventMapping, MappedEvent
from mapgen.model.journey import Journey, Stage
from mapgen.record import record


@record
class ObservablePlace:
    """A touchpoint (id) with events; `stage` is the position of its stage in the stages of the plan.

    A stage without touchpoints that has events is one too, under the id of the stage.
    """

    id: str
    stage: int
    events: tuple[MappedEvent, ...]


@record
class ObservablePlan:
    """What can be observed of a journey, numbered from 0 in the order of the spec.

    `stages` are those (ids) that have a touchpoint with events, `segments` all of the journey (ids). Transitions,
    entries and exits are in numbers of touchpoints, sorted; they go through touchpoints that cannot be observed.
    """

    touchpoints: tuple[ObservablePlace, ...]
    stages: tuple[str, ...]
    transitions: tuple[tuple[int, int], ...]
    entries: tuple[int, ...]
    exits: tuple[int, ...]
    segments: tuple[str, ...] = ()

    @property
    def repeating(self) -> tuple[int, ...]:
        """The touchpoints with a planned transition to themselves: each of their events is a visit of its own."""
        return tuple(start for start, end in self.transitions if start == end)


@record
class PlannedFlow:
    """Where customers are meant to go, in ids: the transitions, and the touchpoints to begin and to end at."""

    transitions: tuple[tuple[str, str], ...]
    entries: tuple[str, ...]
    ends: tuple[str, ...]


def make_plan(journey: Journey, flow: PlannedFlow, events: Mapping[str, tuple[MappedEvent, ...]]) -> ObservablePlan:
    """Return what can be observed of a journey whose touchpoints, or stages without touchpoints, have these events.

    A stage without touchpoints comes between what is before and what is after it; `flow` does not know it.
    """
    places = [(place, stage.id) for stage in journey.stages for place in _places(stage) if events.get(place)]
    stages = tuple(dict.fromkeys(stage for _, stage in places))
    numbers = {place: number for number, (place, _) in enumerate(places)}
    flow = _with_stages(journey, flow, numbers)
    out: dict[str, list[str]] = {}
    for start, end in flow.transitions:
        out.setdefault(start, []).append(end)
    ends = set(flow.ends)
    met = {place: _beyond(out.get(place, ()), out, numbers) for place in numbers}
    found = sorted((numbers[place], numbers[goal]) for place, goals in met.items() for goal in goals & numbers.keys())
    return ObservablePlan(
        touchpoints=tuple(ObservablePlace(place, stages.index(stage), events[place]) for place, stage in places),
        stages=stages,
        transitions=tuple(found),
        entries=tuple(sorted(numbers[place] for place in _beyond(flow.entries, out, numbers) & numbers.keys())),
        exits=tuple(number for place, number in numbers.items() if ({place} | (met[place] - numbers.keys())) & ends),
        segments=tuple(segment.id for segment in journey.segments),
    )


def _places(stage: Stage) -> tuple[str, ...]:
    """Return what of a stage can have events: its touchpoints, or the stage itself where it has none."""
    return tuple(touchpoint.id for touchpoint in stage.touchpoints) or (stage.id,)


def _with_stages(journey: Journey, flow: PlannedFlow, observed: Collection[str]) -> PlannedFlow:
    """Return the flow with the stages without touchpoints that are observed."""
    bare = {stage.id for stage in journey.stages if not stage.touchpoints and stage.id in observed}
    order = [place for stage in journey.stages for place in _places(stage) if stage.touchpoints or place in bare]
    if not bare:
        return flow
    return PlannedFlow(
        (*flow.transitions, *((start, end) for start, end in pairwise(order) if bare & {start, end})),
        (*flow.entries, *(bare & {order[0]})),
        (*flow.ends, *(bare & {order[-1]})),
    )


def mapping_digest(plan: ObservablePlan, mapping: EventMapping) -> str:
    """Return a digest of all that counts depend on besides the events: the mapping and the plan."""
    parts = (
        ("layout", mapping.layout),
        ("columns", mapping.customer, mapping.journey, mapping.name, mapping.order),
        ("time", mapping.time.column, mapping.time.unit, mapping.time.zone),
        ("pauses", mapping.simultaneous, mapping.ends_after),
        ("segment", mapping.segment and (mapping.segment.column, mapping.segment.values), plan.segments),
        ("rows", _plain(mapping.only), _plain(mapping.without)),
        ("touchpoints", tuple((one.id, one.stage, _events(one.events)) for one in plan.touchpoints)),
        ("plan", plan.stages, plan.transitions, plan.entries, plan.exits),
    )
    return f"sha256:{sha256(repr(parts).encode()).hexdigest()}"


def _beyond(starts: Iterable[str], out: Mapping[str, Sequence[str]], observed: Collection[str]) -> set[str]:
    """Return what a path from `starts` meets up to the first touchpoint that is observed."""
    met: set[str] = set()
    waiting = list(starts)
    while waiting:
        one = waiting.pop()
        if one not in met:
            met.add(one)
            if one not in observed:
                waiting.extend(out.get(one, ()))
    return met


def _events(events: Iterable[MappedEvent]) -> tuple[object, ...]:
    return tuple((event.name, _plain(event.where)) for event in events)


def _plain(conditions: Iterable[Condition]) -> tuple[object, ...]:
    return tuple((condition.column, condition.values) for condition in conditions)
