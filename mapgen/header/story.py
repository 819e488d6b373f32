"""Journey, Analysis -> the map in a few sentences, for those who cannot see it."""

from collections.abc import Iterable, Iterator

from mapgen.analysis.emotion import Point
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import written
from mapgen.lanes.worst_pains import worst_pains
from mapgen.model import walk
from mapgen.model.journey import Emotion


def story(view: LaneContext) -> str:
    """Report stages, best and worst moment, where no emotion is stated, and the worst pain point that is open."""
    return joined(sentences(view))


def joined(parts: Iterable[str]) -> str:
    """Join sentences; behind an ideographic full stop, which is as wide as a space, there is none.

    >>> joined(["So.", "", "Ja."]), joined(["はい。", "いいえ。"])
    ('So. Ja.', 'はい。いいえ。')
    """
    return " ".join(filter(None, parts)).replace("\u3002 ", "\u3002")


def extreme(view: LaneContext, key: str, point: Point, **values: str | int) -> str:
    """Return the sentence of a key about the best or the worst place; of equals, the one that decides most."""
    return view.words(key, name=walk.names(view.journey)[point[0]], **values)


_MANY = {"equally-bad": "equally-bad-many", "equally-good": "equally-good-many"}


def as_extreme(view: LaneContext, key: str, point: Point) -> str:
    """Return a sentence on the other places with the score of the best or the worst one: a name, or their number."""
    names = walk.names(view.journey)
    others = [place for place in view.analysis.emotion.places(point[1]) if names[place] != names[point[0]]]
    if not others:
        return ""
    first, *more = dict.fromkeys(names[place] for place in others)
    return view.words.count(_MANY[key], len(others)) if more else view.words(key, name=first)


def sentences(view: LaneContext) -> Iterator[str]:
    """Yield the sentences of the story."""
    words, journey, emotion = view.words, view.journey, view.analysis.emotion
    yield words("story-stages", title=journey.title, stages=", ".join(stage.name for stage in journey.stages))
    extremes = (("story-peak", "equally-good", emotion.peak), ("story-trough", "equally-bad", emotion.trough))
    for key, equal, point in extremes:
        if point and emotion.peak != emotion.trough:
            yield extreme(view, key, point, score=written(words, journey.scale, point[1]))
            yield as_extreme(view, equal, point)
    places = [(stage, part) for stage in journey.stages for part in walk.curve_places(stage)]
    missing = len([part for stage, part in places if part is not stage and not _is_stated(part.emotion)])
    count = len(view.numbers)
    if emotion.series and 0 < missing < count:
        yield words("story-gaps", n=missing, total=count)
    worst = next((pain for pain, _ in worst_pains(view) if pain.id in view.analysis.opportunities.open), None)
    if worst:
        yield words("story-pain", text=worst.text)


def _is_stated(emotion: Emotion | None) -> bool:
    """Return whether there is a score, of all customers or of a persona."""
    return emotion is not None and (emotion.score is not None or bool(emotion.by))
