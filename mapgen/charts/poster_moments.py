"""Touchpoints and stages -> the moments of a poster, and what customers say or think there."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain

from mapgen.analysis.emotion import Point
from mapgen.charts.poster_pains import PosterPain
from mapgen.lanes.kinds.emotion_curve import extremes, marked
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along, neutral
from mapgen.model import walk
from mapgen.model.journey import Channel, Emotion, backs
from mapgen.model.walk import Part
from mapgen.quotes import quote
from mapgen.record import record, replace


@record
class PosterMoment:
    """A touchpoint or, with the number 0, a whole stage.

    `share` and `target` are scores from 0 (worst) to 1 (best), None if the author gave none. `others` are the scores of
    personas who feel differently: (index of the persona, share). `mark` labels a peak or a lowest moment. `pain` is the
    severity of the worst open pain point, from 1 to 4, or 0 if there is none. `channels` are
    those of the touchpoint, the main one first, or those of its stage if no touchpoint there has one.
    """

    id: str
    number: int
    name: str
    stage: int
    share: float | None
    target: float | None
    feeling: str | None
    mark: str | None
    starred: bool
    hypothesis: bool
    channels: tuple[Channel, ...]
    others: tuple[tuple[int, float], ...]
    pain: int


@record
class PosterVoice:
    """A thought or quote at a touchpoint or of a stage; `mark` labels the first one as peak or lowest moment.

    The lowest moment is always shown; if its `text` is empty, it has a feeling.
    """

    moment: PosterMoment
    feeling: str | None
    mark: str | None
    text: str


Levels = Mapping[str, int]
"""The severity, from 1 to 4, of the worst open pain point of each touchpoint and stage that has one."""


def levels_of(pains: tuple[PosterPain, ...]) -> Levels:
    """Take the worst pain points first; one without a severity counts as low, and one that is dropped not at all."""
    return {pain.place: max(1, pain.level) for pain in reversed(pains) if not (pain.done or pain.dropped)}


def moments_of(view: LaneContext, levels: Levels) -> Iterator[PosterMoment]:
    """Yield the touchpoints."""
    marks = extremes(view)
    for index, stage in enumerate(view.journey.stages):
        stated = any(map(walk.channels, stage.touchpoints))
        for touchpoint in stage.touchpoints:
            moment = _moment(view, touchpoint, touchpoint.emotion, index, levels)
            channels = walk.channels(touchpoint) if stated else stage.channels
            yield replace(moment, mark=" · ".join(marks.get(touchpoint.id, ())) or None, channels=channels)


def own_moment(view: LaneContext, index: int, levels: Levels) -> PosterMoment | None:
    """Return what is stated of a stage as a whole; its emotion only if the curve goes through it."""
    stage = view.journey.stages[index]
    emotion = stage.emotion if stage in walk.curve_places(stage) else None
    if emotion or stage.moment_of_truth or _voice(stage):
        return _moment(view, stage, emotion, index, levels)
    return None


def _moment(view: LaneContext, part: Part, emotion: Emotion | None, stage: int, levels: Levels) -> PosterMoment:
    scale = view.journey.scale
    score = emotion.score if emotion else None
    differing = {persona: value for persona, value in emotion.by if value != score} if emotion else {}
    people = [persona.id for persona in view.journey.personas] if differing else []
    return PosterMoment(
        id=part.id,
        number=view.numbers.get(part.id, 0),
        name=part.name,
        stage=stage,
        share=None if score is None else along(scale, score),
        target=None if emotion is None or emotion.target is None else along(scale, emotion.target),
        feeling=emotion.feeling if emotion else None,
        mark=None,
        starred=part.moment_of_truth is not None,
        hypothesis=emotion is not None and view.is_guess(emotion.evidence),
        channels=(),
        others=tuple((people.index(persona), along(scale, value)) for persona, value in differing.items()),
        pain=levels.get(part.id, 0),
    )


def voices(view: LaneContext, moments: tuple[PosterMoment, ...]) -> Iterator[PosterVoice]:
    """Yield what customers say or think at touchpoints and in stages, the most important first."""
    marks = marked(view)
    texts = {location.part.id: _voice(location.part) for location in walk.locations(view.journey)}
    lowest = _said(
        view.analysis.emotion.trough, view, {key for key, text in texts.items() if text} | _feelings(moments)
    )
    told: set[str] = set()
    for moment in _by_importance(view, moments, lowest):
        text = texts[moment.id]
        if text or (moment.id == lowest and moment.feeling):
            new = [mark for mark in marks.get(moment.id, ()) if mark not in told]
            told |= {*new}
            mark = " · ".join(new) or None
            yield PosterVoice(moment, moment.feeling, mark, quote(text, view.words.quotes) if text else "")


def _feelings(moments: tuple[PosterMoment, ...]) -> set[str]:
    return {moment.id for moment in moments if moment.feeling}


def _said(point: Point | None, view: LaneContext, told: Collection[str]) -> str | None:
    """Return the place (id) of a peak or lowest moment, or one with the same score if only that one has words."""
    if point is None:
        return None
    return next((place for place in (point[0], *view.analysis.emotion.places(point[1])) if place in told), point[0])


def _voice(part: Part) -> str | None:
    """Return what stands for a touchpoint or stage: a quote with evidence, or else a thought, or else any quote."""
    quotes = tuple(walk.quotes(part))
    backed = (quote.text for quote in quotes if backs(quote.evidence))
    return next(chain(backed, walk.thoughts(part), (quote.text for quote in quotes)), None)


def _by_importance(view: LaneContext, moments: tuple[PosterMoment, ...], lowest: str | None) -> list[PosterMoment]:
    """Return the touchpoints that the author selected.

    By default: the lowest moment, the peak, moments of truth, then those with the worst pain points or with a feeling,
    then stages. Without scores, each touchpoint is a candidate, as there may be room in the column of its stage.
    """
    if view.journey.poster and view.journey.poster.voices:
        return [moments[view.numbers[touchpoint] - 1] for touchpoint in view.journey.poster.voices]
    emotion = view.analysis.emotion
    first = [lowest, *([emotion.peak[0]] if emotion.peak else ())]
    middle = along(view.journey.scale, neutral(view.journey.scale))

    def rank(moment: PosterMoment) -> tuple[int, float, int]:
        if moment.id in first:
            return first.index(moment.id), 0.0, 0
        distance = 0.0 if moment.share is None else abs(moment.share - middle)
        if moment.starred:
            return 2, -distance, -moment.pain
        return (3, 0.0, -moment.pain) if moment.number or moment.share is not None else (4, 0.0, 0)

    scored = any(moment.share is not None or moment.others for moment in moments)
    candidates = (
        moment
        for moment in moments
        if not scored or moment.id in first or moment.starred or moment.pain or moment.feeling or not moment.number
    )
    return sorted(candidates, key=rank)
