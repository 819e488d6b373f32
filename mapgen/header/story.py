"""Journey, Analysis -> the map in a few sentences, for those who cannot see it."""

from collections.abc import Iterator

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.model import walk
from mapgen.model.journey import Emotion, Number, grade

_SEVERAL = {
    "headline-lowest": ("headline-lowest-two", "headline-lowest-many"),
    "headline-peak": ("headline-peak-two", "headline-peak-many"),
    "story-peak": ("story-peak-two", "story-peak-many"),
    "story-trough": ("story-trough-two", "story-trough-many"),
}
"""The keys of a sentence about one place -> about two, and about more."""


def story(view: LaneContext) -> str:
    """Report stages, best and worst moment, where no emotion is stated, and the worst pain point that is open."""
    return " ".join(sentences(view))


def extreme(view: LaneContext, key: str, value: Number, **values: str) -> str:
    """Return the sentence of a key about the places with the score `value`, the best or the worst one.

    It names one or two places, and gives the number of more.
    """
    names = walk.names(view.journey)
    places = view.analysis.emotion.places(value)
    first, *others = dict.fromkeys(names[place] for place in places)
    for_two, for_many = _SEVERAL[key]
    if not others:
        return view.words(key, name=first, **values)
    if len(others) == 1:
        return view.words(for_two, name=first, other=others[0], **values)
    return view.words.count(for_many, len(places), **values)


def sentences(view: LaneContext) -> Iterator[str]:
    """Yield the sentences of the story."""
    words, journey, emotion = view.words, view.journey, view.analysis.emotion
    yield words("story-stages", title=journey.title, stages=", ".join(stage.name for stage in journey.stages))
    for key, point in (("story-peak", emotion.peak), ("story-trough", emotion.trough)):
        if point and emotion.peak != emotion.trough:
            yield extreme(view, key, point[1], score=written(words, journey.scale, point[1]))
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
