"""Figures -> phrases that a message can be built from."""

from mapgen.model.journey import EmotionScale, Number, Touchpoint


def percent(share: Number) -> str:
    """Return a share of one as people say it.

    >>> percent(0.702), percent(1)
    ('70 %', '100 %')
    """
    return f"{100 * share:.0f} %"


def middle(scale: EmotionScale) -> float:
    """Return the score between good and bad."""
    return scale.low / 2 + scale.high / 2


def score(touchpoint: Touchpoint) -> Number | None:
    """Return how a touchpoint feels to all customers, on the journey's scale."""
    return touchpoint.emotion.score if touchpoint.emotion else None
