"""Days and lengths of time -> how long ago something was, and when it is due."""

from datetime import date, timedelta
from math import ceil, fsum

from mapgen.model.journey import Duration, Number

_DAYS = {"years": 365.25, "months": 30.4375, "weeks": 7.0, "days": 1.0, "hours": 1 / 24, "minutes": 1 / 1440}
_FAR = 1_000_000  # days; nobody waits that long, and no calendar goes that far


def age(day: str, today: date) -> int:
    """Return how many days ago a day (ISO 8601) was; below 0 where it is still to come.

    >>> age("2026-09-30", date(2026, 10, 2))
    2
    """
    return (today - date.fromisoformat(day)).days


def due(day: str, every: Duration) -> date:
    """Return the day after a length of time; months and years are those of the calendar on average.

    >>> due("2026-10-01", Duration(((90, "days"),)))
    datetime.date(2026, 12, 30)
    """
    start = date.fromisoformat(day)
    days = min(_FAR, ceil(fsum(amount * _DAYS.get(unit, 0) for amount, unit in every.parts)))
    return start + min(timedelta(days), date.max - start)


def ago(days: Number) -> str:
    """Return a number of days as people say it.

    >>> ago(40), ago(800)
    ('40 days', '26 months')
    """
    return f"{days} days" if days < 2 * 30 else f"{days / 30.4375:.0f} months"
