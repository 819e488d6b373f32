"""The definitions that counts depend on, in integers: the window of the data, its periods, and buckets of times.

Times are microseconds since 1970 in UTC, so that no engine needs to know a calendar or a time zone.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from mapgen.record import record

QUERY_VERSION = 1
"""Of the statement and of these definitions: it changes when the same events give other counts."""

MICROSECONDS = 1_000_000
"""In a second."""

DAY = 86_400 * MICROSECONDS

PeriodKind = Literal["month", "week", "quarter", "none"]

_DECADE = (1_000_000, 1_258_925, 1_584_893, 1_995_262, 2_511_886, 3_162_278, 3_981_072, 5_011_872, 6_309_573, 7_943_282)
"""Powers of the tenth root of ten, in microseconds."""

BUCKET_BOUNDS = tuple(step * 10**decade for decade in range(7) for step in _DECADE)
"""Where buckets 1, 2, 3 … begin: ten steps a decade from 1 second to 92 days. Bucket 0 is what is shorter."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS = 12
_QUARTER = 3


@record
class Window:
    """The time that the data cover, from `since` until right before `until`, in microseconds since 1970."""

    since: int
    until: int


@record
class PeriodSpan:
    """A period with its name, such as 2026-08, 2026-W34 or 2026-Q3, from `since` until right before `until`."""

    name: str
    since: int
    until: int


def find_periods(window: Window, kind: PeriodKind, zone: str) -> tuple[PeriodSpan, ...]:
    """Return the periods that cover a window, by the calendar of a zone (IANA); the first and last may be cut.

    Raises ValueError where there is no such zone.

    >>> [span.name for span in find_periods(Window(0, 40 * DAY), "month", "UTC")]
    ['1970-01', '1970-02']
    """
    if kind == "none" or window.since >= window.until:
        return ()
    place = find_zone(zone)
    first = from_microseconds(window.since).astimezone(place).date()
    return tuple(_clipped(window, _starts(first, kind), kind, place))


def find_zone(name: str) -> tzinfo:
    """Return a time zone (IANA); ValueError where there is none of that name."""
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        message = f"there is no time zone called {name!r}"
        raise ValueError(message) from error


def microseconds(moment: datetime) -> int:
    """Return a time with a zone as microseconds since 1970.

    >>> microseconds(datetime(1970, 1, 2, tzinfo=UTC)) == DAY
    True
    """
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_microseconds(number: int) -> datetime:
    """Return a time as a date and time in UTC; OverflowError beyond the calendar."""
    return _EPOCH + timedelta(microseconds=number)


def bucket(wait: int) -> int:
    """Return the bucket of a time between two visits, in microseconds.

    >>> bucket(0), bucket(1_000_000), bucket(60_000_000), bucket(100 * DAY)
    (0, 1, 18, 70)
    """
    from bisect import bisect_right

    return bisect_right(BUCKET_BOUNDS, wait)


def bucket_range(number: int) -> tuple[int, int | None]:
    """Return where a bucket begins and ends, in microseconds; the last one has no end.

    >>> bucket_range(0), bucket_range(11), bucket_range(70)
    ((0, 1000000), (10000000, 12589250), (7943282000000, None))
    """
    start = BUCKET_BOUNDS[number - 1] if number else 0
    return start, BUCKET_BOUNDS[number] if number < len(BUCKET_BOUNDS) else None


def _clipped(window: Window, starts: Iterator[date], kind: PeriodKind, zone: tzinfo) -> Iterator[PeriodSpan]:
    for start, end in pairwise(starts):
        low, high = (microseconds(datetime.combine(day, time(), zone)) for day in (start, end))
        yield PeriodSpan(_name(start, kind), max(low, window.since), min(high, window.until))
        if high >= window.until:
            return


def _starts(day: date, kind: PeriodKind) -> Iterator[date]:
    """Yield the first day of the period that has a day, and of all that follow."""
    if kind == "week":
        start = day - timedelta(days=day.weekday())
        while True:
            yield start
            start += timedelta(days=7)
    months = 1 if kind == "month" else _QUARTER
    number = (day.year * _MONTHS + day.month - 1) // months * months
    while True:
        year, month = divmod(number, _MONTHS)
        yield date(year, month + 1, 1)
        number += months


def _name(start: date, kind: PeriodKind) -> str:
    if kind == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}"
    if kind == "quarter":
        return f"{start.year}-Q{(start.month - 1) // _QUARTER + 1}"
    return f"{start.year}-{start.month:02}"
