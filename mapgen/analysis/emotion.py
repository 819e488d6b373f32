"""Journey -> how it feels from place to place: the curve, its peak, trough and end, the steepest drop.

A place is a touchpoint, or a stage that has an emotion and whose touchpoints have none.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from mapgen.model import walk
from mapgen.model.journey import Emotion, Journey, Number, grade
from mapgen.model.walk import Part
from mapgen.record import record

Point = tuple[str, Number]
"""A place (id of a touchpoint or stage) and its score."""

Curve = tuple[tuple[str, Number | None], ...]
"""Every place (id) of the journey with its score; None is a gap."""


@record
class Drop:
    """A fall from one place (id) to the one that follows it; `fall` is above 0, on the journey's scale."""

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

    def places(self, score: Number) -> tuple[str, ...]:
        """Return all places (ids) with a score, in order: peak and trough name one of them."""
        return tuple(place for place, value in self.scores if value == score)


def analyze_emotion(journey: Journey) -> EmotionAnalysis:
    """Return the emotions of a journey."""
    curve = _curve(journey, lambda emotion: emotion.score)
    points = [(place, score) for place, score in curve if score is not None]
    weights = {location.part.id: _weight(location.part) for location in walk.locations(journey)}
    peak = max(points, key=lambda point: (point[1], weights[point[0]][1]), default=None)
    end = points[-1] if points else None
    return EmotionAnalysis(
        scores=curve,
        peak=peak,
        trough=max(points, key=lambda point: (-point[1], weights[point[0]]), default=None),
        end=end,
        peak_end=peak[1] / 2 + end[1] / 2 if peak and end else None,
        steepest_drop=_steepest_drop(curve),
        series=(*(((None, curve),) if points else ()), *_personas(journey)),
    )


def _weight(part: Part) -> tuple[int, bool]:
    """Return how bad the worst pain of a place is, from 0, and whether it is a moment of truth."""
    worst = max((grade(pain.severity) for pain in walk.pains(part)), default=0)
    return worst, part.moment_of_truth is not None


def _steepest_drop(curve: Curve) -> Drop | None:
    drops = (
        Drop(start, end, before - after)
        for (start, before), (end, after) in pairwise(curve)
        if before is not None and after is not None and after < before
    )
    return max(drops, key=lambda drop: drop.fall, default=None)


def _personas(journey: Journey) -> Iterator[tuple[str, Curve]]:
    own = {persona for emotion, _ in walk.emotions(journey) for persona, _ in emotion.by}
    for persona in journey.personas:
        if persona.id in own:
            yield persona.id, _curve(journey, _by(persona.id))


def _by(persona: str) -> Callable[[Emotion], Number | None]:
    return lambda emotion: next((score for who, score in emotion.by if who == persona), None)


def _curve(journey: Journey, score: Callable[[Emotion], Number | None]) -> Curve:
    places = (part for stage in journey.stages for part in walk.curve_places(stage))
    return tuple((part.id, score(part.emotion) if part.emotion else None) for part in places)
