"""Days and durations -> other days, by the calendar: the one place where dates are calculated."""

from datetime import date, timedelta
from math import fsum

from mapgen.model.basics import Duration, Number

_SECONDS = {
    "years": 31_557_600,
    "months": 2_629_800,
    "weeks": 604_800,
    "days": 86_400,
    "hours": 3_600,
    "minutes": 60,
    "seconds": 1,
}
_MIN_MONTHS = 2  # an age below is given in days


def add_duration(day: date, duration: Duration) -> date | None:
    """Return the day on which a duration from a day has passed, None beyond the end of the calendar.

    A month ends on the same day of the month, or on its last day where it is shorter. A part of a day counts as a day.

    >>> add_duration(date(2026, 1, 31), Duration(((1, "months"), (1, "days"))))
    datetime.date(2026, 3, 1)
    """
    amounts = {unit: amount for amount, unit in duration.parts}
    months = amounts.pop("months", 0) + 12 * amounts.pop("years", 0)
    if months % 1:
        return None
    try:
        days = -(-timedelta(**amounts) // timedelta(days=1))
        return _add_months(day, int(months)) + timedelta(days=days)
    except (OverflowError, ValueError):
        return None


def _add_months(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def last_day(written: str) -> date:
    """Return the day of a date in ISO 8601, of a month its last day; ValueError if it does not exist.

    >>> last_day("2026-02"), last_day("2026-02-03")
    (datetime.date(2026, 2, 28), datetime.date(2026, 2, 3))
    """
    if written.count("-") > 1:
        return date.fromisoformat(written)
    return _add_months(date.fromisoformat(f"{written}-01"), 1) - timedelta(days=1)


def seconds(parts: tuple[tuple[Number, str], ...]) -> float:
    """Return about how many seconds a duration has: a month has 30.44 days, a year 365.25.

    >>> seconds(((1, "hours"), (30, "minutes")))
    5400.0
    """
    return fsum(amount * _SECONDS[unit] for amount, unit in parts)


def age_in_days(day: str, today: date) -> int:
    """Return how many days ago a day or the end of a month (ISO 8601) was; below 0 where it is still to come.

    >>> age_in_days("2026-09-30", date(2026, 10, 2))
    2
    """
    return (today - last_day(day)).days


def age_on(day: str, born: str) -> Duration:
    """Return how long before a day another one is, both in ISO 8601: in days, then in months, then in years and months.

    >>> age_on("2026-10-01", "2026-09-15").parts, age_on("2026-10-01", "2025-06-12").parts
    (((16, 'days'),), ((1, 'years'), (3, 'months')))
    """
    end, start = last_day(day), last_day(born)
    months = 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)
    if months < _MIN_MONTHS:
        return Duration((((end - start).days, "days"),))
    years, rest = divmod(months, 12)
    return Duration(tuple(part for part in ((years, "years"), (rest, "months")) if part[0]))
