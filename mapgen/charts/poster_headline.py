"""LaneContext -> the headline: the main finding in one or two sentences, with only figures and names from the spec."""

from collections.abc import Iterator

from mapgen.header.story import extreme
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import neutral

_MIN_LOSS = 0.05  # a smaller loss is not stated


def headline(view: LaneContext) -> str:
    """Return the author's headline, else where most customers are lost and where they feel worst, else the title."""
    chosen = view.journey.poster.headline if view.journey.poster else None
    return chosen or " ".join(_sentences(view)) or view.journey.title


def _sentences(view: LaneContext) -> Iterator[str]:
    emotion, middle = view.analysis.emotion, neutral(view.journey.scale)
    yield from _loss(view)
    if emotion.trough and emotion.trough[1] < middle:
        yield extreme(view, "headline-lowest", emotion.trough[1])
    elif emotion.peak and emotion.peak[1] > middle:
        yield extreme(view, "headline-peak", emotion.peak[1])


def _loss(view: LaneContext) -> Iterator[str]:
    """Yield the largest loss of the funnel, as a part of all who begin.

    If the loss of a stage is unknown, none is known to be the largest: the highest rate is stated, with its own base.
    """
    funnel, stages, percent = view.analysis.funnel, view.journey.stages, view.words.percent
    largest = next((stage for stage in stages if stage.id == funnel.largest_loss), None)
    if largest:
        lost = funnel.stages[largest.id].lost or 0.0
        if lost >= _MIN_LOSS:
            yield view.words("headline-largest-loss", share=percent(lost, decimals=0), stage=largest.name)
        return
    worst = max(stages, key=lambda stage: funnel.stages[stage.id].loss_rate or 0.0)
    rate = funnel.stages[worst.id].loss_rate or 0.0
    if rate >= _MIN_LOSS:
        yield view.words("headline-loss", share=percent(rate, decimals=0), stage=worst.name)
