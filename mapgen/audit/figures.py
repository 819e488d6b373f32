"""Figures -> phrases that a message can be built from."""

from mapgen.model.journey import EmotionScale, Number, Touchpoint


def percent(share: Number) -> str:
    """Return a share of one as people say it.

    >>> percent(0.702), percent(1)
    ('70 %', '100 %')
    """
    return f"{100 * share:.0f} %"


def counted(number: int, noun: str) -> str:
    """Return a number of things.

    >>> counted(1, "touchpoint"), counted(3, "touchpoint")
    ('1 touchpoint', '3 touchpoints')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def middle(scale: EmotionScale) -> float:
    """Return the score between good and bad."""
    return scale.low / 2 + scale.high / 2


def score(touchpoint: Touchpoint) -> Number | None:
    """Return how a touchpoint feels to all customers, on the journey's scale."""
    return touchpoint.emotion.score if touchpoint.emotion else None
