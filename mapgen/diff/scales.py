"""Journey, emotion scale -> the same journey with its emotions on that scale, so that two versions can be compared."""

from fractions import Fraction

from mapgen.model.journey import Emotion, EmotionScale, Journey, Number, Touchpoint
from mapgen.record import replace


def exact(number: Number) -> Fraction:
    """Return a number exactly as its author wrote it.

    >>> exact(0.1) + exact(0.2) == exact(0.3)
    True
    """
    return Fraction(str(number))


def same_ends(old: EmotionScale, new: EmotionScale) -> bool:
    """Return whether two scales have the same ends."""
    return (old.low, old.high) == (new.low, new.high)


def rescaled(journey: Journey, scale: EmotionScale) -> Journey:
    """Return a journey with its emotion scores at the same position on another scale."""
    if same_ends(journey.scale, scale):
        return journey
    convert = _Conversion(journey.scale, scale)
    labels = tuple((convert(score), label) for score, label in journey.scale.labels)
    stages = tuple(
        replace(
            stage,
            emotion=stage.emotion and _emotion(stage.emotion, convert),
            touchpoints=tuple(_touchpoint(touchpoint, convert) for touchpoint in stage.touchpoints),
        )
        for stage in journey.stages
    )
    return replace(journey, scale=EmotionScale(scale.low, scale.high, labels), stages=stages)


class _Conversion:
    """Score on one scale -> score on another one: the number closest to the exact fraction."""

    def __init__(self, old: EmotionScale, new: EmotionScale) -> None:
        self._from, self._to = exact(old.low), exact(new.low)
        self._factor = (exact(new.high) - self._to) / (exact(old.high) - self._from)

    def __call__(self, score: Number) -> Number:
        place = self._to + (exact(score) - self._from) * self._factor
        return int(place) if place.denominator == 1 else float(place)


def _touchpoint(touchpoint: Touchpoint, convert: _Conversion) -> Touchpoint:
    emotion = touchpoint.emotion
    return touchpoint if emotion is None else replace(touchpoint, emotion=_emotion(emotion, convert))


def _emotion(emotion: Emotion, convert: _Conversion) -> Emotion:
    score, target = (None if place is None else convert(place) for place in (emotion.score, emotion.target))
    return replace(
        emotion, score=score, target=target, by=tuple((persona, convert(place)) for persona, place in emotion.by)
    )
