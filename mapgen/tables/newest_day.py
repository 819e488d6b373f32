"""Journey -> the newest day that it names: ages are those of that day, for a build has no clock."""

from collections.abc import Iterator

from mapgen.model import walk
from mapgen.model.calendar import last_day
from mapgen.model.journey import Journey


def newest_day(journey: Journey) -> str | None:
    """Return the newest day that the journey names as past: a review, a piece of evidence, a measurement."""
    return max(_days(journey), key=last_day, default=None)


def _days(journey: Journey) -> Iterator[str]:
    if journey.review and journey.review.reviewed:
        yield journey.review.reviewed
    yield from (piece.date for piece in journey.evidence if piece.date)
    for metric, _ in walk.metrics(journey):
        yield from (metric.as_of,) if metric.as_of else ()
        yield from (reading.date for reading in metric.history)
