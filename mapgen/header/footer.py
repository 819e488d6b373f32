"""Journey -> the foot of the map: who answers for it, when it was reviewed, and when it should be again."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.model.calendar import add_duration, last_day


def footer(view: LaneContext) -> Iterator[str]:
    """Yield the parts of the foot."""
    review, words = view.journey.review, view.words
    if not review:
        return
    if review.owner:
        yield words("owned-by", name=review.owner.name)
    if review.reviewed:
        yield words("reviewed-on", date=words.date(review.reviewed))
    if review.every:
        yield words("reviewed-every", period=words.duration(review.every))
    if review.reviewed and review.every and (due := add_duration(last_day(review.reviewed), review.every)):
        yield words("next-review", date=words.date(due.isoformat()))
