"""LaneContext -> the content of the poster: what happens, the pain points and remedies, and how many customers remain.

The content is selected by fixed rules, so the same journey always has the same poster; the author's text is unchanged.
"""

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Literal

from mapgen.blocks import Text
from mapgen.charts.poster_headline import Headline, headline
from mapgen.charts.poster_moments import Levels, PosterMoment, PosterVoice, levels_of, moments_of, own_moment, voices
from mapgen.charts.poster_pains import PosterPain, ranked, shown, worst_by_stage
from mapgen.charts.stage_endings import LossPicture, loss_picture
from mapgen.charts.volumes import Ending, StageVolume, is_counted, known_endings, volumes
from mapgen.header.figures import poster_figures, reached
from mapgen.header.header import Figure
from mapgen.header.profiles import initials
from mapgen.header.story import story
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.scale import along, has_gap, neutral, ticks, written
from mapgen.lanes.times import stage_time
from mapgen.model import walk
from mapgen.quotes import quote
from mapgen.record import record

_MAX_QUOTED_PEOPLE = 3  # if there are more personas, each has its name and role only
_MAX_LOWEST = 3  # moments that feel equally bad and are all marked
_MAX_ENDINGS = 5  # the remaining ones are combined


@record
class PosterPerson:
    """A persona: `letter` marks it on the curve, and `index` is its position in the list of personas, from 0.

    `note` is what they say, if `is_quote` is set, else who they are.
    """

    index: int
    letter: str
    name: str
    note: str | None
    hypothesis: bool
    photo: str | None = None
    is_quote: bool = False


@record
class PosterStage:
    """A stage and its moments, from index `first` up to, but not including, `last`.

    `duration` is when it takes place, and how long it takes. `own` is what is stated of the whole stage, if anything:
    an emotion, thoughts or a moment of truth. With `has_curve`, the curve goes through it, and not through its
    touchpoints, because none of them states an emotion.
    """

    id: str
    name: str
    duration: str | None
    repeated: str | None
    first: int
    last: int
    own: PosterMoment | None
    has_curve: bool


@record
class PosterChart:
    """A whole poster; a part without content is empty or None.

    `opening` is the scenario, with its heading. `voices` are sorted by importance: the layout shows as many as fit;
    `selects_voices` is whether the author selected them.
    `ends` are the lowest, the neutral and the highest position on the scale, each with a label. `headline` states the
    main finding, and `reach` is who comes to the last stage. With `joins_gaps`, the curve continues, thin and dashed,
    where no emotion is stated. `losses` are what a slide shows in place of volumes and endings. `words` are the
    headings of the bands and the legend by key, and the arrow onward.
    """

    id: str
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    title: str
    summary: str | None
    figures: tuple[Figure, ...]
    reach: Figure | None
    people: tuple[PosterPerson, ...]
    stages: tuple[PosterStage, ...]
    moments: tuple[PosterMoment, ...]
    opening: Text | None
    voices: tuple[PosterVoice, ...]
    ends: tuple[tuple[float, str], ...]
    neutral: float
    pains: tuple[PosterPain, ...]
    worst: tuple[PosterPain, ...]
    headline: Headline
    joins_gaps: bool
    volumes: tuple[StageVolume, ...]
    selects_voices: bool
    endings: tuple[Ending, ...]
    losses: LossPicture
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
        return tuple(chain.from_iterable(map(self.points_of, self.stages)))

    def points_of(self, stage: PosterStage) -> tuple[PosterMoment, ...]:
        """Return what the curve goes through in a stage."""
        return (stage.own,) if stage.own and stage.has_curve else self.moments[stage.first : stage.last]

    @property
    def signs(self) -> tuple[PosterMoment, ...]:
        """What has a sign on the curve: its points, and stages with a moment of truth beside it."""
        beside = (stage.own for stage in self.stages if stage.own and stage.own.starred and not stage.has_curve)
        return (*self.points, *beside)

    @property
    def lowest(self) -> Collection[str]:
        """The moments (ids) with the lowest score, if that is below neutral; of many, the first one.

        If they are many, but moments of truth are among them, these are enough.
        """
        scored = [(moment.share, moment) for moment in self.signs if moment.share is not None]
        worst = min((share for share, _ in scored), default=self.neutral)
        found = [moment for share, moment in scored if share == worst < self.neutral]
        if len(found) > _MAX_LOWEST:
            said = [voice.moment.id for voice in self.voices]
            found = [moment for moment in found if moment.starred] or sorted(
                found, key=lambda moment: said.index(moment.id) if moment.id in said else len(said)
            )[:1]
        return {moment.id for moment in found}

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
        return self.joins_gaps and any(map(has_gap, map(self.shares, self.lines)))


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
    "other-stages",
    "touchpoints",
    "sign-moment-of-truth",
    "sign-hypothesis",
    "sign-target-emotion",
    "sign-emotion-gap",
    "sign-feels-otherwise",
    "sign-converts",
    "offline",
    "nobody-works-on-it",
    "no-open-pain-point",
)


def poster(view: LaneContext) -> PosterChart:
    """Compose the poster of a journey."""
    journey, words = view.journey, view.words
    pains, found, outcomes = ranked(view), headline(view), known_endings(view, _MAX_ENDINGS)
    levels = levels_of(pains)
    moments, stages = tuple(moments_of(view, levels)), tuple(_stages(view, levels))
    return PosterChart(
        id=journey.id,
        language=journey.language,
        direction=words.direction,
        theme=journey.theme,
        title=journey.title,
        summary=journey.summary,
        figures=tuple(poster_figures(view)),
        reach=reached(view),
        people=tuple(_people(view)),
        stages=stages,
        moments=moments,
        opening=Text(journey.scenario, label=words("it-begins")) if journey.scenario else None,
        voices=tuple(voices(view, (*moments, *(stage.own for stage in stages if stage.own)))),
        ends=tuple(_ends(view)),
        neutral=along(journey.scale, neutral(journey.scale)),
        pains=tuple(worst_by_stage(view, pains)),
        worst=shown(view, pains),
        headline=found,
        joins_gaps=journey.curve_gaps == "join",
        volumes=tuple(volumes(view)) if is_counted(view) else (),
        selects_voices=bool(journey.poster and journey.poster.voices),
        endings=outcomes,
        losses=loss_picture(view, found.loss, outcomes),
        footer=" · ".join(_footer(view)),
        words={key: words(key) for key in _WORDS}
        | {"arrow": words.arrow, "open-pain-point": words.count("open-pain-points-counted", 1)}
        | {"rows-of": words("rows-of", n="{n}", total=words.number(len(moments)))},
        story=story(view),
    )


def _people(view: LaneContext) -> Iterator[PosterPerson]:
    """Yield the personas: with what they say or who they are if they are few, with their roles if they are many."""
    personas = view.journey.personas
    letters = initials([persona.name for persona in personas])
    for index, (persona, letter) in enumerate(zip(personas, letters, strict=True)):
        note = quoted = None
        if len(personas) <= _MAX_QUOTED_PEOPLE:
            quoted = quote(persona.quote, view.words.quotes) if persona.quote else None
            note = quoted or persona.description or persona.role or persona.position
        elif persona.role or persona.buying_role:
            note = persona.role or view.words(f"role-{persona.buying_role}")
        hypothesis = view.is_guess(persona.evidence)
        yield PosterPerson(index, letter, persona.name, note, hypothesis, persona.photo, is_quote=quoted is not None)


def _stages(view: LaneContext, levels: Levels) -> Iterator[PosterStage]:
    first = 0
    for index, stage in enumerate(view.journey.stages):
        last = first + len(stage.touchpoints)
        repeated = view.words("repeated") if stage.repeats else None
        own, has_curve = own_moment(view, index, levels), stage in walk.curve_places(stage)
        time = stage_time(view, stage)
        yield PosterStage(stage.id, stage.name, time, repeated, first, last, own, has_curve)
        first = last


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
