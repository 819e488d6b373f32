"""Journey -> the short facts at the top of the map."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.times import sums
from mapgen.model.journey import Journey, Segment


def facts(view: LaneContext) -> Iterator[Text]:
    """Yield what the author said of the journey as a whole, each with its name."""
    journey, words = view.journey, view.words
    if journey.state:
        yield Text(text=words(f"state-{journey.state}"), label=words("state"))
    if journey.market:
        yield Text(text=words(f"market-{journey.market}"), label=words("market"))
    if segments := _segments(journey):
        yield Text(text=" · ".join(segment.name for segment in segments), label=words("segment"))
    if journey.scenario:
        yield Text(text=journey.scenario, label=words("scenario"))
    for goal in journey.customer_goals:
        yield Text(text=goal, label=words("customer-goal"))
    for goal in journey.business_goals:
        yield Text(text=goal, label=words("business-goal"))
    if journey.duration:
        yield Text(text=words.duration(journey.duration), label=words("duration"))
    yield from sums(words, view.analysis.times.journey)
    if journey.period:
        yield Text(text=words.duration(journey.period), label=words("volume-period"))
    yield from _observed(view)
    for link in journey.links:
        yield Text(text=link.title, label=words("link"), url=link.url)


def _segments(journey: Journey) -> list[Segment]:
    """Return whom the journey is about; segments that only divide what is counted say nothing of that."""
    column = journey.events.segment if journey.events else None
    counted = {ident for _, ident in column.values} if column else set()
    counted -= {persona.segment.id for persona in journey.personas if persona.segment}
    return [segment for segment in journey.segments if segment.id not in counted or segment.description]


def _observed(view: LaneContext) -> Iterator[Text]:
    """Yield how many journeys went as planned, where there is a snapshot."""
    if view.analysis.observed:
        from mapgen.lanes.observed_text import conformance

        if told := conformance(view.words, view.analysis.observed):
            yield Text(text=told, label=view.words("observed"))
