"""Journey -> how it feels from touchpoint to touchpoint: the curve, its peak, trough and end, the steepest drop."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from mapgen.model.journey import Journey, Number, Touchpoint, grade
from mapgen.record import record

Point = tuple[str, Number]
"""A touchpoint (id) and its score."""

Curve = tuple[tuple[str, Number | None], ...]
"""Every touchpoint (id) of the journey with its score; None is a gap."""


@record
class Drop:
    """A fall from one touchpoint (id) to the one that follows it; `fall` is above 0, on the journey's scale."""

    start: str
    end: str
    fall: Number


@record
class EmotionAnalysis:
    """The emotions of a journey, on its scale.

    `peak`, `trough` and `end` are the best, the worst and the last score; of equals that which decides most: the one
    with the worst pain (trough), then a moment of truth, then the first. `peak_end` is the mean of peak and end
    (Kahneman). `series` holds a curve for all customers (None) and one for each persona (id) that has
    scores of its own; one without any score is left out.
    """

    scores: Curve
    peak: Point | None
    trough: Point | None
    end: Point | None
    peak_end: float | None
    steepest_drop: Drop | None
    series: tuple[tuple[str | None, Curve], ...]


def analyse_emotion(journey: Journey) -> EmotionAnalysis:
    """Return the emotions of a journey."""
    touchpoints = tuple(journey.touchpoints())
    curve = tuple((one.id, one.emotion.score if one.emotion else None) for one in touchpoints)
    points = [(place, score) for place, score in curve if score is not None]
    weights = {one.id: _weight(one) for one in touchpoints}
    peak = max(points, key=lambda point: (point[1], weights[point[0]][1]), default=None)
    end = points[-1] if points else None
    return EmotionAnalysis(
        scores=curve,
        peak=peak,
        trough=max(points, key=lambda point: (-point[1], weights[point[0]]), default=None),
        end=end,
        peak_end=peak[1] / 2 + end[1] / 2 if peak and end else None,
        steepest_drop=_steepest_drop(curve),
        series=(*(((None, curve),) if points else ()), *_personas(journey, touchpoints)),
    )


def _weight(touchpoint: Touchpoint) -> tuple[int, bool]:
    """Return how bad the worst pain of a touchpoint is, from 0, and whether it is a moment of truth."""
    worst = max((grade(pain.severity) for pain in touchpoint.pain_points), default=0)
    return worst, touchpoint.moment_of_truth is not None


def _steepest_drop(curve: Curve) -> Drop | None:
    drops = (
        Drop(start, end, before - after)
        for (start, before), (end, after) in pairwise(curve)
        if before is not None and after is not None and after < before
    )
    return max(drops, key=lambda drop: drop.fall, default=None)


def _personas(journey: Journey, touchpoints: Sequence[Touchpoint]) -> Iterable[tuple[str, Curve]]:
    own: dict[str, dict[str, Number]] = {}
    for touchpoint in touchpoints:
        for persona, score in touchpoint.emotion.by if touchpoint.emotion else ():
            own.setdefault(persona, {})[touchpoint.id] = score
    return ((one.id, _curve(touchpoints, own[one.id])) for one in journey.personas if one.id in own)


def _curve(touchpoints: Iterable[Touchpoint], scores: Mapping[str, Number]) -> Curve:
    return tuple((one.id, scores.get(one.id)) for one in touchpoints)
