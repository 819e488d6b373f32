"""How customers feel from touchpoint to touchpoint, as a curve; several where personas feel differently."""

from collections.abc import Iterator

from mapgen.blocks import Point, Score
from mapgen.lanes.grid import Axis, Cell
from mapgen.lanes.lane import Lane, View
from mapgen.lanes.scale import along, neutral, ticks, written
from mapgen.model.journey import Emotion, Number, backs
from mapgen.record import replace


def cells(view: View) -> Iterator[Cell]:
    """Make a score of each touchpoint that has an emotion."""
    series = {persona: index for index, (persona, _) in enumerate(view.analysis.emotion.series)}
    marks = marked(view)
    for touchpoint, column in view.touchpoints():
        emotion = touchpoint.emotion
        if emotion and says(emotion):
            block = score(view, emotion, series, marks.get(touchpoint.id, ()))
            block = replace(block, anchor=f"emotion-{touchpoint.id}")
            yield Cell(first=column, last=column + 1, blocks=(block,))


def says(emotion: Emotion) -> bool:
    """Tell whether there is anything to show."""
    return bool(emotion.by or emotion.feeling) or emotion.score is not None or emotion.target is not None


def score(view: View, emotion: Emotion, series: dict[str | None, int], marks: tuple[str, ...]) -> Score:
    """Make the score of one emotion: the point of everyone, then those of personas."""
    given: list[tuple[str | None, Number]] = [] if emotion.score is None else [(None, emotion.score)]
    given += emotion.by
    return Score(
        points=tuple(point(view, series[persona], value) for persona, value in given),
        feeling=emotion.feeling,
        target=None if emotion.target is None else point(view, 0, emotion.target),
        marks=marks,
        hypothesis=not backs(emotion.evidence),
    )


def point(view: View, series: int, value: Number) -> Point:
    """Make a point of a curve."""
    scale = view.journey.scale
    return Point(series=series, share=along(scale, value), label=written(view.words, scale, value))


def marked(view: View) -> dict[str, tuple[str, ...]]:
    """Return the words for peak, trough and end by touchpoint (id); none where all feel the same."""
    emotion = view.analysis.emotion
    if not emotion.peak or not emotion.trough or not emotion.end or emotion.peak[1] == emotion.trough[1]:
        return {}
    marks: dict[str, tuple[str, ...]] = {}
    for key, (touchpoint, _) in (("peak", emotion.peak), ("trough", emotion.trough), ("end", emotion.end)):
        marks[touchpoint] = (*marks.get(touchpoint, ()), view.words(key))
    return marks


def axis(view: View) -> Axis:
    """Make the axis, with the names of the curves where there are several."""
    names = {persona.id: persona.name for persona in view.journey.personas}
    curves = [persona for persona, _ in view.analysis.emotion.series]
    aimed = any(item.emotion and item.emotion.target is not None for item in view.journey.touchpoints())
    series = tuple(names[curve] if curve else view.words("everyone") for curve in curves)
    return Axis(
        ticks=ticks(view.words, view.journey.scale),
        neutral=along(view.journey.scale, neutral(view.journey.scale)),
        series=("",) if curves in ([], [None]) else series,
        target_name=view.words("target-emotion") if aimed else None,
    )


LANE = Lane(title="emotion-curve", rank=60, cells=cells, axis=axis)
