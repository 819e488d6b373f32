"""How customers feel from touchpoint to touchpoint, as a curve; several where personas feel differently.

A stage that has an emotion, and whose touchpoints have none, is one point over its whole width.
"""

from collections.abc import Iterator

from mapgen.blocks import Point, Score
from mapgen.lanes.grid import Axis, Cell
from mapgen.lanes.lane import Lane, LaneContext
from mapgen.lanes.scale import along, neutral, ticks, written
from mapgen.model import walk
from mapgen.model.journey import Emotion, Number
from mapgen.model.walk import Part
from mapgen.record import replace

_MAX_MARKED = 3  # places with the same score


def cells(view: LaneContext) -> Iterator[Cell]:
    """Make a score of each touchpoint that has an emotion, or of a stage in which none has."""
    series = {persona: index for index, (persona, _) in enumerate(view.analysis.emotion.series)}
    marks = marked(view)
    for part, first, last in places(view):
        if part.emotion and says(part.emotion):
            block = score(view, part.emotion, series, marks.get(part.id, ()))
            yield Cell(first=first, last=last, blocks=(replace(block, anchor=f"emotion-{part.id}"),))


def places(view: LaneContext) -> Iterator[tuple[Part, int, int]]:
    """Yield what the curve goes through with its columns: touchpoints, or a stage in which none has an emotion."""
    for stage, first, last in view.stages():
        for column, part in enumerate(walk.curve_places(stage), start=first):
            yield part, column, last if part is stage else column + 1


def says(emotion: Emotion) -> bool:
    """Return whether there is anything to show."""
    return bool(emotion.by or emotion.feeling) or emotion.score is not None or emotion.target is not None


def score(view: LaneContext, emotion: Emotion, series: dict[str | None, int], marks: tuple[str, ...]) -> Score:
    """Make the score of one emotion: the point of everyone, then those of personas."""
    given: list[tuple[str | None, Number]] = [] if emotion.score is None else [(None, emotion.score)]
    given += emotion.by
    return Score(
        points=tuple(point(view, series[persona], value) for persona, value in given),
        feeling=emotion.feeling,
        target=None if emotion.target is None else point(view, 0, emotion.target),
        marks=marks,
        hypothesis=view.is_guess(emotion.evidence),
    )


def point(view: LaneContext, series: int, value: Number) -> Point:
    """Make a point of a curve."""
    scale = view.journey.scale
    return Point(series=series, share=along(scale, value), label=written(view.words, scale, value))


def marked(view: LaneContext) -> dict[str, tuple[str, ...]]:
    """Return the words for peak, trough and end by place (id); none where all feel the same."""
    emotion = view.analysis.emotion
    if not emotion.peak or not emotion.trough or not emotion.end or emotion.peak[1] == emotion.trough[1]:
        return {}
    marks = extremes(view)
    return marks | {emotion.end[0]: (*marks.get(emotion.end[0], ()), view.words("end"))}


def extremes(view: LaneContext) -> dict[str, tuple[str, ...]]:
    """Return the words for peak and trough by place (id); none where all feel the same.

    All places with the best or the worst score are marked or, if they are many, none of them.
    """
    emotion = view.analysis.emotion
    if not emotion.peak or not emotion.trough or emotion.peak[1] == emotion.trough[1]:
        return {}
    marks: dict[str, tuple[str, ...]] = {}
    for key, (_, score) in (("peak", emotion.peak), ("trough", emotion.trough)):
        equal = emotion.places(score)
        for place in equal if len(equal) <= _MAX_MARKED else ():
            marks[place] = (view.words(key),)
    return marks


def axis(view: LaneContext) -> Axis:
    """Make the axis, with the names of the curves where there are several."""
    names = {persona.id: persona.name for persona in view.journey.personas}
    places = {persona: place for place, persona in enumerate(names)}
    curves = [persona for persona, _ in view.analysis.emotion.series]
    aimed = any(emotion.target is not None for emotion, _ in walk.emotions(view.journey))
    series = tuple(names[curve] if curve else view.words("everyone") for curve in curves)
    return Axis(
        ticks=ticks(view.words, view.journey.scale),
        neutral=along(view.journey.scale, neutral(view.journey.scale)),
        series=("",) if curves in ([], [None]) else series,
        people=tuple(places[curve] if curve else None for curve in curves) or (None,),
        target_name=view.words("target-emotion") if aimed else None,
        joins_gaps=view.journey.curve_gaps == "join",
    )


LANE = Lane(title="emotion-curve", rank=6, cells=cells, axis=axis)
