"""Days of a journey -> how old something is: on the newest day that the journey names, for a build has no clock."""

from collections.abc import Iterator
from datetime import date

from mapgen.model.journey import Duration, Journey, Metric

MONTHS_TOLD = 2  # from so many months on, days are not told any more


def newest_day(journey: Journey) -> str | None:
    """Return the newest day that the journey names as past: a review, a piece of evidence, a measurement."""
    return max(_days(journey), default=None)


def _days(journey: Journey) -> Iterator[str]:
    if journey.review and journey.review.reviewed:
        yield journey.review.reviewed
    yield from (piece.date for piece in journey.evidence if piece.date)
    for stage in journey.stages:
        yield from _measured(stage.metrics)
    for touchpoint in journey.touchpoints():
        yield from _measured(touchpoint.metrics)


def _measured(metrics: tuple[Metric, ...]) -> Iterator[str]:
    for metric in metrics:
        yield from (metric.as_of,) if metric.as_of else ()
        yield from (reading.date for reading in metric.history)


def age_on(day: str, born: str) -> Duration:
    """Return how long before a day another one is, both in ISO 8601: in days, then in months, then in years and months.

    >>> age_on("2026-10-01", "2026-09-15").parts, age_on("2026-10-01", "2025-06-12").parts
    (((16, 'days'),), ((1, 'years'), (3, 'months')))
    """
    end, start = date.fromisoformat(day), date.fromisoformat(born)
    months = 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)
    if months < MONTHS_TOLD:
        return Duration((((end - start).days, "days"),))
    years, rest = divmod(months, 12)
    return Duration(tuple(part for part in ((years, "years"), (rest, "months")) if part[0]))
