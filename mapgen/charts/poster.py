"""LaneContext -> the content of the poster: what happens, the pain points and remedies, and how many customers remain.

The content is selected by fixed rules, so the same journey always has the same poster; the author's text is unchanged.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from mapgen.blocks import Text
from mapgen.charts.poster_headline import headline
from mapgen.charts.poster_pains import PosterPain, ranked, shown, worst_by_stage
from mapgen.charts.volumes import Ending, StageVolume, is_counted, known_endings, volumes
from mapgen.header.figures import poster_figures
from mapgen.header.header import Figure
from mapgen.header.profiles import initials
from mapgen.header.story import story
from mapgen.lanes.kinds.emotion_curve import marked
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along, neutral, ticks, written
from mapgen.model import walk
from mapgen.model.journey import Touchpoint, backs
from mapgen.model.walk import Part
from mapgen.quotes import quote
from mapgen.record import record

_MAX_QUOTED_PEOPLE = 3  # if there are more personas, each has its name and role only
_MAX_ENDINGS = 5  # the remaining ones are combined


@record
class PosterPerson:
    """A persona: `letter` marks it on the curve, and `index` is its position in the list of personas, from 0."""

    index: int
    letter: str
    name: str
    note: str | None
    hypothesis: bool


@record
class PosterStage:
    """A stage and its moments, from index `first` up to, but not including, `last`.

    `whole` is how customers feel in the whole stage, if none of its touchpoints states an emotion; its number is 0.
    """

    id: str
    name: str
    duration: str | None
    repeated: str | None
    first: int
    last: int
    whole: "PosterMoment | None"


@record
class PosterMoment:
    """A touchpoint on the curve.

    `share` and `target` are scores from 0 (worst) to 1 (best), None if the author gave none. `others` are the scores of
    personas who feel differently: (index of the persona, share). `pain` is the severity of the worst open pain point,
    from 1 to 4, or 0 if there is none.
    """

    id: str
    number: int
    name: str
    stage: int
    share: float | None
    target: float | None
    feeling: str | None
    starred: bool
    hypothesis: bool
    channel: str | None
    channel_name: str
    offline: bool
    others: tuple[tuple[int, float], ...]
    pain: int


@record
class PosterVoice:
    """A thought or quote at a touchpoint.

    `moment` is the index of the touchpoint, `mark` labels it as peak or lowest moment.
    """

    moment: int
    feeling: str | None
    mark: str | None
    text: str


@record
class PosterChart:
    """A whole poster; a part without content is empty or None.

    `opening` is the scenario, with its heading. `voices` are sorted by importance: the layout shows as many as fit.
    `ends` are the lowest, the neutral and the highest position on the scale, each with a label. `headline` states the
    main finding. With `joins_gaps`, the curve continues, thin and dashed, where no emotion is stated. `words` are the
    headings of the bands by key, and the arrow onward.
    """

    id: str
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    title: str
    summary: str | None
    figures: tuple[Figure, ...]
    people: tuple[PosterPerson, ...]
    stages: tuple[PosterStage, ...]
    moments: tuple[PosterMoment, ...]
    opening: Text | None
    voices: tuple[PosterVoice, ...]
    ends: tuple[tuple[float, str], ...]
    neutral: float
    pains: tuple[PosterPain, ...]
    worst: tuple[PosterPain, ...]
    headline: str
    joins_gaps: bool
    volumes: tuple[StageVolume, ...]
    endings: tuple[Ending, ...]
    footer: str
    words: dict[str, str]
    story: str

    @property
    def is_felt(self) -> bool:
        """Whether a touchpoint or stage has a score, of all customers or of a persona."""
        return any(point.share is not None or point.others for point in self.points)

    @property
    def points(self) -> tuple[PosterMoment, ...]:
        """What the curve goes through: touchpoints, or a whole stage."""
        groups = ((stage.whole,) if stage.whole else self.moments[stage.first : stage.last] for stage in self.stages)
        return tuple(chain.from_iterable(groups))

    @property
    def lines(self) -> tuple[int | None, ...]:
        """Whose lines are drawn: None is that of all customers; without one, those of the personas, by index."""
        everyone = any(point.share is not None for point in self.points)
        return (None,) if everyone else tuple(person.index for person in self.people)

    def shares(self, line: int | None) -> list[float | None]:
        """Return the score of a line at each point, from 0 (worst) to 1 (best)."""
        return [point.share if line is None else dict(point.others).get(line) for point in self.points]

    @property
    def has_gaps(self) -> bool:
        """Whether a line continues where no emotion is stated."""
        return self.joins_gaps and any(map(_has_gap, map(self.shares, self.lines)))


def _has_gap(shares: list[float | None]) -> bool:
    stated = [index for index, share in enumerate(shares) if share is not None]
    return bool(stated) and stated[-1] - stated[0] >= len(stated)


_WORDS = (
    "in-their-words",
    "feeling",
    "place",
    "worst-pain",
    "worst-pains",
    "what-is-done",
    "still-there",
    "of-a-hundred",
    "other-reasons",
    "touchpoints",
    "sign-moment-of-truth",
    "sign-hypothesis",
    "sign-target-emotion",
    "sign-emotion-gap",
    "sign-feels-otherwise",
    "offline",
    "nobody-works-on-it",
    "reach-last-stage",
    "reach-or-convert",
)


def poster(view: LaneContext) -> PosterChart:
    """Compose the poster of a journey."""
    journey, words = view.journey, view.words
    pains = ranked(view)
    moments = tuple(_moments(view, pains))
    return PosterChart(
        id=journey.id,
        language=journey.language,
        direction=words.direction,
        theme=journey.theme,
        title=journey.title,
        summary=journey.summary,
        figures=tuple(poster_figures(view)),
        people=tuple(_people(view)),
        stages=tuple(_stages(view)),
        moments=moments,
        opening=Text(journey.scenario, label=words("it-begins")) if journey.scenario else None,
        voices=tuple(_voices(view, moments)),
        ends=tuple(_ends(view)),
        neutral=along(journey.scale, neutral(journey.scale)),
        pains=tuple(worst_by_stage(view, pains)),
        worst=shown(view, pains),
        headline=headline(view),
        joins_gaps=journey.curve_gaps == "join",
        volumes=tuple(volumes(view)) if is_counted(view) else (),
        endings=known_endings(view, _MAX_ENDINGS),
        footer=" · ".join(_footer(view)),
        words={key: words(key) for key in _WORDS} | {"arrow": words.arrow},
        story=story(view),
    )


def _people(view: LaneContext) -> Iterator[PosterPerson]:
    """Yield the personas: with their quotes if they are few, with their buying roles if they are many."""
    personas = view.journey.personas
    letters = _letters([persona.name for persona in personas])
    for index, (persona, letter) in enumerate(zip(personas, letters, strict=True)):
        note = None
        if len(personas) <= _MAX_QUOTED_PEOPLE:
            note = quote(persona.quote, view.words.quotes) if persona.quote else persona.position
        elif persona.buying_role:
            note = view.words(f"role-{persona.buying_role}")
        yield PosterPerson(index, letter, persona.name, note, not backs(persona.evidence))


def _letters(names: Iterable[str]) -> list[str]:
    """Return a letter for each name, or two letters if one would be ambiguous.

    >>> _letters(["Lena Hartmann", "Tomasz Wilk"]), _letters(["Ana Ruiz", "Ann Lee"])
    (['L', 'T'], ['AR', 'AL'])
    >>> _letters(["Anna Weber", "Arne Weiss"])
    ['AW', 'Ar']
    """
    initials_by_name = [(name, initials(name)) for name in names]
    firsts = [both[:1] for _, both in initials_by_name]
    if len(set(firsts)) == len(firsts):
        return firsts
    letters: list[str] = []
    for name, both in initials_by_name:
        choices = (both, *(both[:1] + letter for letter in name[1:] if letter.isalnum()))
        letters.append(next((choice for choice in choices if choice not in letters), both))
    return letters


def _stages(view: LaneContext) -> Iterator[PosterStage]:
    first = 0
    people = {persona.id: index for index, persona in enumerate(view.journey.personas)}
    for index, stage in enumerate(view.journey.stages):
        last = first + len(stage.touchpoints)
        duration = view.words.duration(stage.duration) if stage.duration else None
        repeated = view.words("repeated") if stage.repeats else None
        whole = _moment(view, stage, index, people, 0) if stage in walk.curve_places(stage) else None
        yield PosterStage(stage.id, stage.name, duration, repeated, first, last, whole)
        first = last


def _moments(view: LaneContext, pains: tuple[PosterPain, ...]) -> Iterator[PosterMoment]:
    levels = {pain.place: pain.level for pain in reversed(pains) if not pain.done}
    people = {persona.id: index for index, persona in enumerate(view.journey.personas)}
    for index, stage in enumerate(view.journey.stages):
        for touchpoint in stage.touchpoints:
            yield _moment(view, touchpoint, index, people, levels.get(touchpoint.id, 0))


def _moment(view: LaneContext, part: Part, stage: int, people: dict[str, int], pain: int) -> PosterMoment:
    emotion, scale = part.emotion, view.journey.scale
    channel = part.channel if isinstance(part, Touchpoint) else None
    score = emotion.score if emotion else None
    others = [(people[persona], value) for persona, value in emotion.by if value != score] if emotion else []
    return PosterMoment(
        id=part.id,
        number=view.numbers.get(part.id, 0),
        name=part.name,
        stage=stage,
        share=None if score is None else along(scale, score),
        target=None if emotion is None or emotion.target is None else along(scale, emotion.target),
        feeling=emotion.feeling if emotion else None,
        starred=part.moment_of_truth is not None,
        hypothesis=emotion is not None and not backs(emotion.evidence),
        channel=channel.id if channel else None,
        channel_name=channel.name if channel else "",
        offline=channel is not None and channel.mode == "offline",
        others=tuple((person, along(scale, value)) for person, value in others),
        pain=pain,
    )


def _voices(view: LaneContext, moments: tuple[PosterMoment, ...]) -> Iterator[PosterVoice]:
    """Yield what customers say or think at touchpoints, the most important first."""
    marks = marked(view)
    voices = {touchpoint.id: _voice(touchpoint) for touchpoint in view.journey.touchpoints()}
    for index in _by_importance(view, moments):
        moment = moments[index]
        text = voices[moment.id]
        if text:
            mark = " · ".join(marks.get(moment.id, ())) or None
            yield PosterVoice(index, moment.feeling, mark, quote(text, view.words.quotes))


def _voice(touchpoint: Touchpoint) -> str | None:
    """Return what stands for a touchpoint: a quote with evidence, or else a thought, or else any quote."""
    quotes = tuple(walk.quotes(touchpoint))
    backed = (quote.text for quote in quotes if backs(quote.evidence))
    return next(chain(backed, walk.thoughts(touchpoint), (quote.text for quote in quotes)), None)


def _by_importance(view: LaneContext, moments: tuple[PosterMoment, ...]) -> list[int]:
    """Return the indexes of the touchpoints that the author selected.

    By default: the lowest moment, the peak, moments of truth, then those with the worst pain points or with a feeling.
    """
    if view.journey.poster and view.journey.poster.voices:
        return [view.numbers[touchpoint] - 1 for touchpoint in view.journey.poster.voices]
    emotion = view.analysis.emotion
    first = [point[0] for point in (emotion.trough, emotion.peak) if point]
    middle = along(view.journey.scale, neutral(view.journey.scale))

    def rank(index: int) -> tuple[int, float, int]:
        moment = moments[index]
        if moment.id in first:
            return first.index(moment.id), 0.0, index
        distance = 0.0 if moment.share is None else abs(moment.share - middle)
        return (2, -distance, index) if moment.starred else (3, -float(moment.pain), index)

    candidates = (
        index
        for index, moment in enumerate(moments)
        if moment.id in first or moment.starred or moment.pain or moment.feeling
    )
    return sorted(candidates, key=rank)


def _ends(view: LaneContext) -> Iterator[tuple[float, str]]:
    """Yield the lowest, the neutral and the highest score of the scale, with their labels."""
    scale = view.journey.scale
    labels = dict(ticks(view.words, scale))
    for score in (scale.low, neutral(scale), scale.high):
        share = along(scale, score)
        yield share, labels.get(share, written(view.words, scale, score))


def _footer(view: LaneContext) -> Iterator[str]:
    review = view.journey.review
    if review and review.owner:
        yield review.owner.name
    if review and review.reviewed:
        yield view.words("reviewed-on", date=view.words.date(review.reviewed))
