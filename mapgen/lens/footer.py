"""Journey -> the foot of the map: who answers for it, when it was reviewed, and when it should be again."""

from collections.abc import Iterator
from datetime import date, timedelta

from mapgen.lanes.lane import View
from mapgen.model.journey import Duration


def footer(view: View) -> Iterator[str]:
    """Yield the parts of the foot."""
    review, words = view.journey.review, view.words
    if not review:
        return
    if review.owner:
        yield words("owned-by", name=review.owner.name)
    if review.reviewed:
        yield words("reviewed-on", date=review.reviewed)
    if review.every:
        yield words("reviewed-every", period=words.duration(review.every))
    due = after(review.reviewed, review.every) if review.reviewed and review.every else None
    if due:
        yield words("next-review", date=due)


def after(day: str, duration: Duration) -> str | None:
    """Return the day that is so much later, both in ISO 8601; None where the calendar does not go so far.

    >>> after("2026-01-31", Duration(parts=((1, "months"), (1, "days"))))
    '2026-03-01'
    """
    amounts = {unit: amount for amount, unit in duration.parts}
    months = amounts.pop("months", 0) + 12 * amounts.pop("years", 0)
    if months != int(months):
        return None
    try:
        return (shifted(date.fromisoformat(day), int(months)) + timedelta(**amounts)).isoformat()
    except (OverflowError, ValueError):
        return None


def shifted(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year >= date.max.year:
        raise OverflowError
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))
