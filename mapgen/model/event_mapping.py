"""How a journey shows in event data: which columns to read, and which events belong to which touchpoint.

Only names of columns, names of events and equality conditions: no SQL, no path and no address, because a spec may come
from a stranger.
"""

from typing import Literal, get_args

from mapgen.record import record

TimeUnit = Literal["seconds", "milliseconds", "microseconds", "nanoseconds"]

TIME_UNITS: tuple[TimeUnit, ...] = get_args(TimeUnit)

ConditionValue = str | int | bool


@record
class Condition:
    """Rows whose `column` has one of `values`; a dot reaches into nested columns, as the layout reads them."""

    column: str
    values: tuple[ConditionValue, ...]


@record
class MappedEvent:
    """An event of a touchpoint: rows with this name for which all conditions hold."""

    name: str
    where: tuple[Condition, ...]
    pointer: str


@record
class TimeColumn:
    """Where the time of an event is: `unit` for numbers since 1970, `zone` (IANA) for times without an offset."""

    column: str
    unit: TimeUnit | None
    zone: str | None


@record
class SegmentColumn:
    """The column that says the segment of a row, and the segments (ids) by its values; all other values are "other".

    The values are texts, since keys of a spec are: `1` and `true` are compared as they are written.
    """

    column: str
    values: tuple[tuple[str, str], ...]


@record
class EventMapping:
    """The `events` of a journey, with the defaults of its layout filled in.

    Of the columns `customer`, the first that is not empty counts; those of `order` are compared one after the other.
    `journey` is a column that already says which journey a row belongs to; without it, `ends_after` (microseconds) is
    the pause that ends a journey. `simultaneous` is in microseconds, 0 for none; `hide_below` is 5 or more.
    """

    layout: str
    customer: tuple[str, ...]
    journey: str | None
    name: str
    time: TimeColumn
    order: tuple[str, ...]
    simultaneous: int
    ends_after: int | None
    segment: SegmentColumn | None
    only: tuple[Condition, ...]
    without: tuple[Condition, ...]
    hide_below: int
    pointer: str
