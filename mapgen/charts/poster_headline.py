"""LaneContext -> the headline: the main finding in one or two sentences, with only figures and names from the spec."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import neutral
from mapgen.model import walk

_LARGE_LOSS = 0.5  # of the largest loss: enough for the headline to state the loss of the stage that feels worst
_MIN_LOSS = 0.05  # a smaller loss is not stated


def headline(view: LaneContext) -> str:
    """Return the author's headline, else where most customers are lost and where they feel worst, else the title.

    The loss is that of the stage with the lowest moment if it is at least half of the largest, else the largest.
    """
    chosen = view.journey.poster.headline if view.journey.poster else None
    return chosen or " ".join(_sentences(view)) or view.journey.title


def _sentences(view: LaneContext) -> Iterator[str]:
    words, emotion = view.words, view.analysis.emotion
    names = walk.names(view.journey)
    middle = neutral(view.journey.scale)
    is_bad = emotion.trough is not None and emotion.trough[1] < middle
    loss = _loss(view, emotion.trough[0] if emotion.trough and is_bad else None)
    if loss:
        stage, share = loss
        yield words("headline-loss", share=words.percent(share, decimals=0), stage=stage)
    if emotion.trough and is_bad:
        yield words("headline-lowest", name=names[emotion.trough[0]])
    elif emotion.peak and emotion.peak[1] > middle:
        yield words("headline-peak", name=names[emotion.peak[0]])


def _loss(view: LaneContext, worst: str | None) -> tuple[str, float] | None:
    """Return the name of a stage and the fraction of its customers that it loses without a conversion."""
    figures = view.analysis.funnel.stages
    losses = [(stage, figures[stage.id].loss_rate or 0.0) for stage in view.journey.stages]
    largest, most = max(losses, key=lambda loss: loss[1])
    of_worst = [
        (stage.name, share)
        for stage, share in losses
        if share >= _LARGE_LOSS * most and any(part.id == worst for part in walk.parts(stage))
    ]
    return None if most < _MIN_LOSS else of_worst[0] if of_worst else (largest.name, most)
