"""How a journey shows in event data -> data in the words of the language."""

from collections.abc import Iterable, Sequence

from mapgen.model.events import as_duration
from mapgen.model.journey import Condition, EventMapping, MappedEvent, SegmentColumn, TimeColumn
from mapgen.render.data.values import Data, duration, pairs, record


def event_mapping(mapping: EventMapping | None) -> Data:
    """Report which columns to read; those of the layout too."""
    if mapping is None:
        return None
    return record(
        layout=mapping.layout,
        customer=_one_or_several(mapping.customer),
        journey=mapping.journey,
        name=mapping.name,
        time=_time(mapping.time),
        order=_one_or_several(mapping.order),
        simultaneous=duration(as_duration(mapping.simultaneous)) if mapping.simultaneous else None,
        ends_after=None if mapping.ends_after is None else duration(as_duration(mapping.ends_after)),
        segment=_segment(mapping.segment),
        only=_conditions(mapping.only),
        without=_conditions(mapping.without),
        hide_below=mapping.hide_below,
    )


def mapped_events(events: Iterable[MappedEvent]) -> list[Data]:
    """Report events; as the name if that is all."""
    return [record(name=one.name, where=_conditions(one.where)) if one.where else one.name for one in events]


def _time(time: TimeColumn) -> Data:
    whole = record(column=time.column, unit=time.unit, zone=time.zone)
    return whole if len(whole) > 1 else time.column


def _segment(segment: SegmentColumn | None) -> Data:
    return record(column=segment.column, values=pairs(segment.values)) if segment else None


def _conditions(conditions: Iterable[Condition]) -> Data:
    return pairs((one.column, _one_or_several(one.values)) for one in conditions)


def _one_or_several(values: Sequence[str | int | bool]) -> Data:
    return values[0] if len(values) == 1 else list(values)
