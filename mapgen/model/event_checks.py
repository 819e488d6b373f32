"""Events of the places of a journey -> problems: what belongs to two places, or to none."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mapgen.diagnostics.phrases import quoted
from mapgen.model.event_mapping import ConditionValue, EventMapping, MappedEvent
from mapgen.model.journey import Stage, Touchpoint
from mapgen.model.problems import Problems
from mapgen.record import record

MAX_EVENTS = 1_000
"""The most events of all stages and touchpoints together: each is compared with those of the same name."""


@record
class _PlacedEvent:
    """An event, where it is, and the values that its columns may have, as texts, by column."""

    event: MappedEvent
    place: Stage | Touchpoint
    values: dict[str, frozenset[str]]


def check_events(stages: Sequence[Stage], mapping: EventMapping | None, problems: Problems) -> None:
    """Report events of two places, of a stage whose touchpoints should have them, and those without a mapping."""
    placed = [_placed(event, place) for stage in stages for place in _places(stage) for event in place.events]
    if mapping is None and placed:
        hint = "add `events` to the journey: the columns of the data, or its `layout`"
        at = placed[0].event.pointer
        problems.add("events-without-mapping", "the journey does not say how events are read", at, hint=hint)
    if mapping is not None and not placed:
        message = "no touchpoint has `events`, so nothing can be counted"
        hint = "add `events` to touchpoints: the names of the events that show that a customer is there"
        problems.warn_at_key("mapping-without-events", message, mapping.pointer, hint=hint)
    if len(placed) > MAX_EVENTS:
        message = f"the journey has {len(placed):,} events; the maximum is {MAX_EVENTS:,}"
        problems.add("file-too-large", message, placed[MAX_EVENTS].event.pointer, hint="split it into several journeys")
        return
    for stage in stages:
        if stage.events and stage.touchpoints:
            message = f"the stage {quoted(stage.name)} has touchpoints, and events belong to those"
            hint = "move `events` to one of its touchpoints"
            problems.add_at_key("events-of-stage", message, f"{stage.pointer}/events", hint=hint)
    for event, earlier in _shared(placed):
        _report_shared(event, earlier, problems)


def _places(stage: Stage) -> Iterator[Stage | Touchpoint]:
    yield stage
    yield from stage.touchpoints


def _placed(event: MappedEvent, place: Stage | Touchpoint) -> _PlacedEvent:
    columns: dict[str, frozenset[str]] = {}
    for condition in event.where:
        columns[condition.column] = frozenset(map(_as_text, condition.values))
    return _PlacedEvent(event, place, columns)


def _as_text(value: ConditionValue) -> str:
    """Return a value as it is compared: a column may hold texts where the spec has a number."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _shared(placed: Sequence[_PlacedEvent]) -> Iterator[tuple[_PlacedEvent, _PlacedEvent]]:
    """Yield each event of which a row can be one of an earlier event too, at another place, with the first such one."""
    by_name: dict[str, list[_PlacedEvent]] = defaultdict(list)
    for one in placed:
        earlier = by_name[one.event.name]
        found = next((other for other in earlier if other.place is not one.place and _overlap(one, other)), None)
        if found:
            yield one, found
        earlier.append(one)


def _overlap(one: _PlacedEvent, other: _PlacedEvent) -> bool:
    """Return whether a row can fulfil the conditions of both: no column must have different values for them."""
    return not any(
        column in other.values and values.isdisjoint(other.values[column]) for column, values in one.values.items()
    )


def _report_shared(one: _PlacedEvent, earlier: _PlacedEvent, problems: Problems) -> None:
    name, place = quoted(one.event.name), quoted(earlier.place.name)
    where = problems.place(earlier.event.pointer)
    if one.event.where and one.event.where == earlier.event.where:
        message = f"the event {name} belongs to {place} too, under the same conditions, {where}"
    elif one.event.where or earlier.event.where:
        message = f"the event {name} can belong to {place} too, {where}: a row can match both"
    else:
        message = f"the event {name} belongs to {place} too, {where}"
    hint = "give both a `where` with different values of the same column, or remove one of them"
    problems.add("event-of-two-touchpoints", message, one.event.pointer, hint=hint)
