"""Analysis -> the figures at the top of the map; one that cannot be computed is left out."""

from collections.abc import Iterator

from mapgen.blocks import Tone
from mapgen.lanes.lane import View
from mapgen.lanes.scale import neutral, written
from mapgen.lens.lens import Figure
from mapgen.model.journey import Number


def figures(view: View) -> Iterator[Figure]:
    """Yield the figures that matter."""
    words, analysis = view.words, view.analysis
    backed = analysis.evidence.total.share
    if backed is not None:
        yield Figure(value=words.percent(backed, decimals=0), label=words("evidence-backed"), tone="plain")
    if view.pains:
        count = len(analysis.opportunities.open)
        tone: Tone = "plain" if count else "good"
        yield Figure(value=words.number(count), label=words("open-pain-points"), tone=tone)
    yield from feelings(view)
    if analysis.funnel.overall is not None and analysis.funnel.overall <= 1:  # more would be two kinds of customers
        yield Figure(value=words.percent(analysis.funnel.overall), label=words("overall-conversion"), tone="plain")


def feelings(view: View) -> Iterator[Figure]:
    """Yield the lowest moment, then peak and end."""
    words, emotion, scale = view.words, view.analysis.emotion, view.journey.scale
    several = sum(score is not None for _, score in emotion.scores) > 1
    if several and emotion.trough:
        lowest = emotion.trough[1]
        yield Figure(value=written(words, scale, lowest), label=words("lowest-moment"), tone=felt(view, lowest))
    if several and emotion.peak and emotion.end and emotion.peak_end is not None:
        ends = " · ".join(written(words, scale, score) for _, score in (emotion.peak, emotion.end))
        yield Figure(value=ends, label=words("peak-end"), tone=felt(view, emotion.peak_end))


def felt(view: View, score: Number) -> Tone:
    """Tell whether a score is good or bad."""
    middle = neutral(view.journey.scale)
    return "good" if score > middle else "bad" if score < middle else "plain"
