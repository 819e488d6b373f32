"""Analysis -> the figures at the top of the map; one that cannot be computed is left out."""

from collections.abc import Iterator
from math import fsum

from mapgen.blocks import Tone
from mapgen.header.header import Figure
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import neutral, written
from mapgen.model.journey import Number


def figures(view: LaneContext) -> Iterator[Figure]:
    """Yield the figures that matter."""
    words, analysis = view.words, view.analysis
    backed = analysis.evidence.total.share if view.journey.evidence else None
    if backed is not None:
        yield Figure(value=words.percent(backed, decimals=0), label=words("evidence-backed"), tone="plain")
    if view.pains:
        count = len(analysis.opportunities.open)
        tone: Tone = "plain" if count else "good"
        yield Figure(value=words.number(count), label=words.count("open-pain-points-counted", count), tone=tone)
    yield from feelings(view)
    overall = analysis.funnel.overall
    if overall is not None and overall <= 1:  # more would be two kinds of customers
        yield arrived(view, overall)


def poster_figures(view: LaneContext) -> Iterator[Figure]:
    """Yield the three figures of a poster; one that cannot be computed gives way to the number of touchpoints."""
    words, analysis = view.words, view.analysis
    backed = analysis.evidence.total.share if view.journey.evidence else None
    if backed is not None:
        yield Figure(value=words.percent(backed, decimals=0), label=words("backed-by-evidence"), tone="plain")
    if view.pains:
        count = len(analysis.opportunities.open)
        yield Figure(value=words.number(count), label=words.count("open-pain-points-counted", count), tone="plain")
    reach = reached(view)
    if reach:
        yield reach
    elif len(view.numbers) > 1:
        yield Figure(value=words.number(len(view.numbers)), label=words("touchpoints-counted"), tone="plain")


def reached(view: LaneContext) -> Figure | None:
    """Return the part of all who begin that reaches the last stage; None if it is unknown, or others join."""
    stages = view.journey.stages
    last = view.analysis.funnel.stages[stages[-1].id].reach if len(stages) > 1 else None
    return arrived(view, last) if last is not None and last <= 1 else None


def arrived(view: LaneContext, last: float) -> Figure:
    """Return the part of all who begin that reaches the last stage, with those who convert before it."""
    words, stages = view.words, view.analysis.funnel.stages
    before = [stages[stage.id] for stage in view.journey.stages[:-1]]
    converted = fsum(part.share for stage in before for part in stage.departures if part.converted)
    parts = words.percents(converted, last)
    label = words("reach-or-convert", converted=parts[0], reached=parts[1]) if converted else words("reach-last-stage")
    return Figure(value=words.percent(min(1.0, last + converted)), label=label, tone="plain")


def feelings(view: LaneContext) -> Iterator[Figure]:
    """Yield the lowest moment, then peak and end."""
    words, emotion, scale = view.words, view.analysis.emotion, view.journey.scale
    several = sum(score is not None for _, score in emotion.scores) > 1
    if several and emotion.trough:
        lowest = emotion.trough[1]
        yield Figure(value=written(words, scale, lowest), label=words("lowest-moment"), tone=felt(view, lowest))
    if several and emotion.peak and emotion.end:
        pair = emotion.peak[1], emotion.end[1]
        tones = {felt(view, score) for score in pair}
        tone: Tone = tones.pop() if len(tones) == 1 else "plain"  # a good peak makes no bad end good
        yield Figure(
            value=" · ".join(written(words, scale, score) for score in pair), label=words("peak-end"), tone=tone
        )


def felt(view: LaneContext, score: Number) -> Tone:
    """Return whether a score is good or bad."""
    middle = neutral(view.journey.scale)
    return "good" if score > middle else "bad" if score < middle else "plain"
