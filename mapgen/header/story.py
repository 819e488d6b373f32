"""Journey, Analysis -> the map in a few sentences, for those who cannot see it."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.model import walk
from mapgen.model.journey import Emotion, grade


def story(view: LaneContext) -> str:
    """Report stages, best and worst moment, where no emotion is stated, and the worst pain point that is open."""
    return " ".join(sentences(view))


def sentences(view: LaneContext) -> Iterator[str]:
    """Yield the sentences of the story."""
    words, journey, emotion = view.words, view.journey, view.analysis.emotion
    yield words("story-stages", title=journey.title, stages=", ".join(stage.name for stage in journey.stages))
    names = walk.names(journey)
    for key, point in (("story-peak", emotion.peak), ("story-trough", emotion.trough)):
        if point and emotion.peak != emotion.trough:
            yield words(key, name=names[point[0]], score=written(words, journey.scale, point[1]))
    places = [(stage, part) for stage in journey.stages for part in walk.curve_places(stage)]
    missing = len([part for stage, part in places if part is not stage and not _is_stated(part.emotion)])
    count = len(view.numbers)
    if emotion.series and 0 < missing < count:
        yield words("story-gaps", n=missing, total=count)
    unsolved = (view.pains[pain] for pain in view.analysis.opportunities.open)
    worst = max(unsolved, key=lambda pain: grade(pain.severity), default=None)
    if worst:
        yield words("story-pain", text=worst.text)


def _is_stated(emotion: Emotion | None) -> bool:
    """Return whether there is a score, of all customers or of a persona."""
    return emotion is not None and (emotion.score is not None or bool(emotion.by))
