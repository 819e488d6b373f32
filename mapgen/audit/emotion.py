"""Scale, stage or touchpoint -> the emotion scores that rules compare."""

from mapgen.model.journey import EmotionScale, Number
from mapgen.model.walk import Part


def neutral_score(scale: EmotionScale) -> float:
    """Return the neutral score of a scale."""
    return scale.low / 2 + scale.high / 2


def score(part: Part) -> Number | None:
    """Return the emotion score of a touchpoint or stage for all customers, on the scale of the journey."""
    return part.emotion.score if part.emotion else None
