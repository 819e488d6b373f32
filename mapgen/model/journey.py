"""A customer journey: references are resolved and defaults filled in; nothing is computed.

`None` and the empty tuple mean that the spec has no value. What is declared once (owners, channels, personas, segments,
evidence) is referenced as an object; stages and their content (touchpoints, pain points, opportunities, metrics) are
referenced by id, and the id exists. `pointer` is the RFC 6901 pointer to an item in the spec.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from mapgen.model.basics import Duration, Extra, Image, Link, Number
from mapgen.model.declared_items import (
    BuyingRole,
    Channel,
    Evidence,
    Level,
    Mode,
    Owner,
    Persona,
    Quotation,
    Segment,
    backs,
)
from mapgen.model.event_mapping import Condition, EventMapping, MappedEvent, SegmentColumn, TimeColumn
from mapgen.model.facts import (
    BlueprintItem,
    Delight,
    Emotion,
    EmotionScale,
    Exit,
    ExitKind,
    Interval,
    Metric,
    MomentOfTruth,
    Opportunity,
    PainPoint,
    Question,
    Reading,
    Requirement,
    Severity,
    Status,
    Turn,
    grade,
)
from mapgen.model.quote_search import QuoteSearch
from mapgen.record import record

if TYPE_CHECKING:
    from mapgen.model.snapshot import Snapshot

__all__ = [
    "BlueprintItem",
    "BuyingRole",
    "Channel",
    "Condition",
    "CurveGaps",
    "Delight",
    "Duration",
    "Edge",
    "EdgeKind",
    "Emotion",
    "EmotionScale",
    "EventMapping",
    "Evidence",
    "Exit",
    "ExitKind",
    "Experiment",
    "Extra",
    "Handoff",
    "Image",
    "Interval",
    "Journey",
    "Level",
    "Link",
    "MappedEvent",
    "Market",
    "Metric",
    "Mode",
    "MomentOfTruth",
    "Number",
    "Opportunity",
    "Owner",
    "PainPoint",
    "Persona",
    "PosterChoice",
    "Question",
    "Quotation",
    "Reading",
    "Requirement",
    "Review",
    "Scenario",
    "Segment",
    "SegmentColumn",
    "Severity",
    "Stage",
    "State",
    "Status",
    "TimeColumn",
    "Touchpoint",
    "Turn",
    "backs",
    "grade",
]

State = Literal["current", "future"]
CurveGaps = Literal["join", "break"]
Market = Literal["b2c", "b2b", "internal", "public"]
EdgeKind = Literal["next", "skip", "back", "repeat", "parallel", "feedback"]


@record
class Touchpoint:
    """An interaction of customer and organization. `importance_*` are from 1, minor, to 5, vital.

    `entry_share` is the fraction of all customers who begin here, from 0 to 1. `personas` are the participants that the
    spec names. `channel`, `thought` and `need` are the main ones, the lists beside them have more. `duration` is
    how long it takes, `wait` how long customers wait there, which is no part of the duration. `events` show that
    a customer is here.
    """

    id: str
    name: str
    channel: Channel | None
    channels: tuple[Channel, ...]
    personas: tuple[Persona, ...]
    action: str | None
    thought: str | None
    thoughts: tuple[str, ...]
    quotes: tuple[Quotation, ...]
    need: str | None
    needs: tuple[str, ...]
    duration: Duration | None
    wait: Duration | None
    emotion: Emotion | None
    moment_of_truth: MomentOfTruth | None
    pain_points: tuple[PainPoint, ...]
    delights: tuple[Delight, ...]
    opportunities: tuple[Opportunity, ...]
    metrics: tuple[Metric, ...]
    events: tuple[MappedEvent, ...]
    owner: Owner | None
    contributors: tuple[Owner, ...]
    tools: tuple[str, ...]
    frontstage: tuple[BlueprintItem, ...]
    backstage: tuple[BlueprintItem, ...]
    support: tuple[BlueprintItem, ...]
    importance_customer: Number | None
    importance_business: Number | None
    asks_feedback: bool
    entry: bool
    entry_share: Number | None
    exits: tuple[Exit, ...]
    images: tuple[Image, ...]
    links: tuple[Link, ...]
    extras: tuple[Extra, ...]
    pointer: str


@record
class Stage:
    """A part of the journey. `volume` counts the customers who enter it in `period`.

    `when` is when it takes place, in words. What a stage states (emotion, thoughts, pain points and so on) is about the
    whole of it.
    """

    id: str
    name: str
    definition: str | None
    goal: str | None
    business_goal: str | None
    channels: tuple[Channel, ...]
    questions: tuple[Question, ...]
    thoughts: tuple[str, ...]
    quotes: tuple[Quotation, ...]
    needs: tuple[str, ...]
    emotion: Emotion | None
    moment_of_truth: MomentOfTruth | None
    pain_points: tuple[PainPoint, ...]
    delights: tuple[Delight, ...]
    opportunities: tuple[Opportunity, ...]
    tools: tuple[str, ...]
    owner: Owner | None
    contributors: tuple[Owner, ...]
    duration: Duration | None
    when: str | None
    repeats: bool
    concurrent_with: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    volume: Number | None
    period: Duration | None
    metrics: tuple[Metric, ...]
    events: tuple[MappedEvent, ...]
    exits: tuple[Exit, ...]
    touchpoints: tuple[Touchpoint, ...]
    extras: tuple[Extra, ...]
    pointer: str


@record
class Handoff:
    """Who hands the customer over to whom, and with what information."""

    giver: Owner | None
    taker: Owner | None
    carries: tuple[str, ...]


@record
class Edge:
    """An edge from one touchpoint to another (ids); `share` is the fraction of customers at `start`, from 0 to 1."""

    start: str
    end: str
    kind: EdgeKind
    share: Number | None
    trigger: str | None
    handoff: Handoff | None
    pointer: str


@record
class Scenario:
    """A named path through the touchpoints (ids); `playbook` is what the organization does in this case."""

    id: str
    name: str
    description: str | None
    path: tuple[str, ...]
    share: Number | None
    playbook: str | None
    pointer: str


@record
class Experiment:
    """A change that was tried. `opportunity` and `metric` are ids; the dates are ISO 8601."""

    name: str
    opportunity: str | None
    metric: str | None
    hypothesis: str | None
    start: str | None
    end: str | None
    result: str | None
    links: tuple[Link, ...]
    pointer: str


@record
class Review:
    """Who keeps the journey up to date, when it was last reviewed, and how often it should be."""

    owner: Owner | None
    reviewed: str | None
    every: Duration | None


@record
class PosterChoice:
    """What the author wants on the poster; `voices` are ids of touchpoints, `pains` of pain points, best first."""

    headline: str | None
    voices: tuple[str, ...]
    pains: tuple[str, ...]


@record
class Journey:
    """A whole customer journey; `curve_gaps` is what the emotion curve does where no emotion is stated."""

    id: str
    title: str
    language: str
    summary: str | None
    state: State | None
    market: Market | None
    scenario: str | None
    customer_goals: tuple[str, ...]
    business_goals: tuple[str, ...]
    scale: EmotionScale
    curve_gaps: CurveGaps
    duration: Duration | None
    period: Duration | None
    review: Review | None
    poster: PosterChoice | None
    links: tuple[Link, ...]
    segments: tuple[Segment, ...]
    personas: tuple[Persona, ...]
    owners: tuple[Owner, ...]
    channels: tuple[Channel, ...]
    evidence: tuple[Evidence, ...]
    events: EventMapping | None
    stages: tuple[Stage, ...]
    flow: tuple[Edge, ...]
    scenarios: tuple[Scenario, ...]
    experiments: tuple[Experiment, ...]
    lanes: tuple[str, ...]
    lane_titles: tuple[tuple[str, str], ...]
    theme: str
    extras: tuple[Extra, ...]
    search: QuoteSearch | None = None
    """Where the quotes stand in text files; None where none was read, as in old commits."""
    observed: "Snapshot | None" = None
    """What was observed of it; None without a snapshot beside the spec."""

    def touchpoints(self) -> Iterator[Touchpoint]:
        """Yield every touchpoint in the order of the spec."""
        for stage in self.stages:
            yield from stage.touchpoints

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> Mapping[str, str]:
        """Return what a notebook shows."""
        return _shows[0](self, include, exclude)


Show = Callable[[Journey, Collection[str] | None, Collection[str] | None], Mapping[str, str]]
"""A journey, and the media types that are wanted and those that are not -> what to show, by media type."""

_shows: list[Show] = [lambda journey, *_: {"text/plain": repr(journey)}]


def show_with(show: Show) -> None:
    """Say how a notebook shows journeys: those who draw are in layers above."""
    _shows[:] = [show]
