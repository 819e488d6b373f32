"""A customer journey, as the language means it: names are resolved, defaults filled in, nothing computed.

`None` and the empty tuple mean that the author did not say. What is declared once (owners, channels, personas,
segments, evidence) is referred to as the object; what stands inside the stages (stages, touchpoints, pain points,
opportunities, metrics) is referred to by its id, which is known to exist. `pointer` is the RFC 6901 pointer to where
a thing stands in the spec.
"""

from collections.abc import Iterator
from typing import Literal, get_args

from mapgen.record import record

Number = int | float

State = Literal["current", "future"]
Market = Literal["b2c", "b2b", "internal", "public"]
Mode = Literal["online", "offline"]
Level = Literal["low", "medium", "high"]
Severity = Literal["low", "medium", "high", "critical"]
Status = Literal["idea", "planned", "in-progress", "done", "dropped"]
BuyingRole = Literal["initiator", "user", "influencer", "decider", "buyer", "gatekeeper", "champion"]
ExitKind = Literal["abandon", "churn", "convert", "pause"]
EdgeKind = Literal["next", "skip", "back", "repeat", "parallel", "feedback"]
Turn = Literal["trust", "conversion", "churn", "delight"]


@record
class Duration:
    """A length of time as the author gave it: amounts with their units, largest first.

    Units are years, months, weeks, days, hours, minutes and seconds.
    """

    parts: tuple[tuple[Number, str], ...]


@record
class Link:
    """A way to more about something; `url` is https, http, mailto or relative."""

    url: str
    title: str


@record
class Image:
    """A raster picture below the spec's folder; `src` is the relative path as written."""

    src: str
    alt: str
    pointer: str


@record
class Extra:
    """What the author keeps under a key of their own; `key` begins with `x-`, `texts` are its values as text."""

    key: str
    texts: tuple[str, ...]


@record
class Owner:
    """A team or person who answers for something."""

    id: str
    name: str
    contact: str | None
    pointer: str


@record
class Channel:
    """A way to meet the customer, declared once for all stages."""

    id: str
    name: str
    mode: Mode | None
    pointer: str


@record
class Evidence:
    """Where a claim comes from. `date` is ISO 8601, `sample` counts people, cases or sessions, from 1."""

    id: str
    title: str
    kind: str | None
    date: str | None
    sample: int | None
    confidence: Level | None
    url: str | None
    pointer: str


def grade(severity: Severity | None) -> int:
    """Return how bad a pain is, from 1, low, to 4, critical; 0 where the author did not say."""
    return 0 if severity is None else get_args(Severity).index(severity) + 1


def backs(evidence: "tuple[Evidence, ...]") -> bool:
    """Tell whether a claim is more than a hypothesis: what is only assumed backs nothing."""
    return any(piece.kind != "assumption" for piece in evidence)


@record
class Segment:
    """A group of customers."""

    id: str
    name: str
    description: str | None
    traits: tuple[tuple[str, str], ...]
    pointer: str


@record
class Persona:
    """One person who stands for many; several make a buying group or several curves."""

    id: str
    name: str
    position: str | None
    department: str | None
    segment: Segment | None
    demographics: tuple[tuple[str, str], ...]
    quote: str | None
    goals: tuple[str, ...]
    behaviors: tuple[str, ...]
    motivators: tuple[str, ...]
    needs: tuple[str, ...]
    challenges: tuple[str, ...]
    objections: tuple[str, ...]
    buying_role: BuyingRole | None
    evidence: tuple[Evidence, ...]
    pointer: str


@record
class EmotionScale:
    """The scale on which emotions are scored, from `low` (worst) to `high` (best); `labels` name some scores."""

    low: Number
    high: Number
    labels: tuple[tuple[Number, str], ...]


@record
class Emotion:
    """How it feels. `score` and `target` lie on the journey's scale; `by` is (persona id, score)."""

    score: Number | None
    feeling: str | None
    target: Number | None
    by: tuple[tuple[str, Number], ...]
    evidence: tuple[Evidence, ...]
    pointer: str


@record
class MomentOfTruth:
    """A moment that decides; `turn` is what it decides: trust, conversion, churn or delight."""

    turn: Turn | None
    why: str | None
    pointer: str


@record
class PainPoint:
    """What hurts the customer; a hypothesis when `evidence` is empty."""

    id: str
    text: str
    kind: str | None
    severity: Severity | None
    evidence: tuple[Evidence, ...]
    owner: Owner | None
    pointer: str


@record
class Delight:
    """What pleases the customer."""

    text: str
    evidence: tuple[Evidence, ...]
    pointer: str


@record
class Opportunity:
    """What could be better. `addresses` are ids of pain points; `impact` and `effort` go from 1, small, to 5, large."""

    id: str
    text: str
    addresses: tuple[str, ...]
    impact: Number | None
    effort: Number | None
    status: Status | None
    owner: Owner | None
    links: tuple[Link, ...]
    pointer: str


@record
class Reading:
    """What a metric measured on a day (ISO 8601)."""

    date: str
    value: Number


@record
class Metric:
    """Something measured here. `value` and `target` are in `unit`; `better` says which way is good."""

    id: str
    name: str
    value: Number | None
    unit: str | None
    target: Number | None
    better: Literal["higher", "lower"] | None
    as_of: str | None
    period: Duration | None
    history: tuple[Reading, ...]
    evidence: tuple[Evidence, ...]
    pointer: str


@record
class Question:
    """What the customer asks; `asked_by` are those who do, `answered_by` ids of touchpoints."""

    text: str
    asked_by: tuple[Persona, ...]
    answered_by: tuple[str, ...]
    pointer: str


@record
class Requirement:
    """What must be true here; `met` is None where nobody said whether it is."""

    text: str
    met: bool | None
    pointer: str


@record
class Exit:
    """A way out of the journey; `share` is the part of those who are here, from 0 to 1."""

    kind: ExitKind
    share: Number | None
    reason: str | None
    evidence: tuple[Evidence, ...]
    pointer: str


@record
class Touchpoint:
    """A point where customer and organisation meet. `importance_*` go from 1, minor, to 5, vital.

    `entry_share` is the part of all customers that begins here, from 0 to 1. `personas` are those of whom the author
    said that they take part.
    """

    id: str
    name: str
    channel: Channel | None
    personas: tuple[Persona, ...]
    action: str | None
    thought: str | None
    need: str | None
    emotion: Emotion | None
    moment_of_truth: MomentOfTruth | None
    pain_points: tuple[PainPoint, ...]
    delights: tuple[Delight, ...]
    opportunities: tuple[Opportunity, ...]
    metrics: tuple[Metric, ...]
    owner: Owner | None
    contributors: tuple[Owner, ...]
    tools: tuple[str, ...]
    frontstage: tuple[str, ...]
    backstage: tuple[str, ...]
    support: tuple[str, ...]
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
    """A part of the journey. `volume` counts the customers who enter it in `period`."""

    id: str
    name: str
    definition: str | None
    goal: str | None
    business_goal: str | None
    questions: tuple[Question, ...]
    owner: Owner | None
    contributors: tuple[Owner, ...]
    duration: Duration | None
    repeats: bool
    concurrent_with: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    volume: Number | None
    period: Duration | None
    metrics: tuple[Metric, ...]
    exits: tuple[Exit, ...]
    touchpoints: tuple[Touchpoint, ...]
    extras: tuple[Extra, ...]
    pointer: str


@record
class Handoff:
    """Who passes the customer to whom, and what goes along."""

    giver: Owner | None
    taker: Owner | None
    carries: tuple[str, ...]


@record
class Edge:
    """A way from one touchpoint to another (ids); `share` is the part of those who leave `start`, from 0 to 1."""

    start: str
    end: str
    kind: EdgeKind
    share: Number | None
    trigger: str | None
    handoff: Handoff | None
    pointer: str


@record
class Scenario:
    """A named way through the touchpoints (ids); `playbook` is what the organisation does then."""

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
    """Who keeps the journey true, when it was last looked at, and how often it should be."""

    owner: Owner | None
    reviewed: str | None
    every: Duration | None


@record
class Journey:
    """A whole customer journey."""

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
    duration: Duration | None
    period: Duration | None
    review: Review | None
    links: tuple[Link, ...]
    segments: tuple[Segment, ...]
    personas: tuple[Persona, ...]
    owners: tuple[Owner, ...]
    channels: tuple[Channel, ...]
    evidence: tuple[Evidence, ...]
    stages: tuple[Stage, ...]
    flow: tuple[Edge, ...]
    scenarios: tuple[Scenario, ...]
    experiments: tuple[Experiment, ...]
    lanes: tuple[str, ...]
    theme: str
    extras: tuple[Extra, ...]

    def touchpoints(self) -> Iterator[Touchpoint]:
        """Yield every touchpoint in the order of the spec."""
        for stage in self.stages:
            yield from stage.touchpoints
