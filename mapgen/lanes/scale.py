"""The emotion scale -> where a score lies on it, how it is written, and where its ticks are."""

from collections.abc import Sequence
from math import ceil, floor

from mapgen.model.journey import EmotionScale, Number
from mapgen.words import Words

LARGEST = 1e300
MOST_TICKS = 11
STEPS = (1, 2, 5)


def along(scale: EmotionScale, score: Number) -> float:
    """Return where a score lies, from 0, worst, to 1, best.

    >>> along(EmotionScale(-2, 2, ()), 1)
    0.75
    """
    low, high, height = within(scale.low), within(scale.high), within(score)
    return min(1.0, max(0.0, (height - low) / (high - low))) if high > low else 0.5


def within(score: Number) -> Number:
    """Return a score with which one can calculate."""
    return min(LARGEST, max(-LARGEST, score))


def neutral(scale: EmotionScale) -> Number:
    """Return the score that is neither good nor bad: zero where the scale crosses it, else the middle."""
    return 0 if scale.low < 0 < scale.high else within(scale.low) / 2 + within(scale.high) / 2


def written(words: Words, scale: EmotionScale, score: Number) -> str:
    """Write a score; with a plus where the scale crosses zero."""
    return words.score(score, crossing=scale.low < 0)


def has_gap(places: Sequence[object | None]) -> bool:
    """Return whether nothing is stated somewhere between two places where something is.

    >>> has_gap([None, 1.0, None, 0.5]), has_gap([None, 1.0, 0.5, None])
    (True, False)
    """
    stated = [index for index, place in enumerate(places) if place is not None]
    return bool(stated) and stated[-1] - stated[0] >= len(stated)


def ticks(words: Words, scale: EmotionScale) -> tuple[tuple[float, str], ...]:
    """Return the ticks of the axis: whole scores, at most eleven, and each score that the author named."""
    names: dict[Number, str] = dict.fromkeys(round_scores(scale), "")
    names.update(dict(scale.labels))
    return tuple(
        (along(scale, score), f"{written(words, scale, score)} {name}".strip()) for score, name in sorted(names.items())
    )


def round_scores(scale: EmotionScale) -> tuple[Number, ...]:
    """Return round scores on the scale; its ends where it holds fewer than two.

    >>> round_scores(EmotionScale(0, 100, ()))
    (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
    """
    low, high = within(scale.low), within(scale.high)
    step = step_of(high - low)
    first, last = ceil(low / step), floor(high / step)
    return tuple(number * step for number in range(first, last + 1)) if last > first else (scale.low, scale.high)


def step_of(length: Number) -> int:
    """Return the smallest round step that makes few enough ticks on a scale of some length."""
    power = 1
    while True:
        for step in STEPS:
            if length / (step * power) <= MOST_TICKS - 1:
                return step * power
        power *= 10
