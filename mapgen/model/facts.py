"""What a spec states about a stage or a touchpoint: emotions, pain points, opportunities, metrics, exits."""

from typing import Literal, get_args

from mapgen.model.basics import Duration, Link, Number
from mapgen.model.declared_items import Evidence, Owner, Persona, Quotation
from mapgen.record import record

Severity = Literal["low", "medium", "high", "critical"]
Status = Literal["idea", "planned", "in-progress", "done", "dropped"]
ExitKind = Literal["abandon", "churn", "convert", "pause"]
Turn = Literal["trust", "conversion", "churn", "delight"]


@record
class EmotionScale:
    """The scale on which emotions are scored, from `low` (worst) to `high` (best); `labels` name some scores."""

    low: Number
    high: Number
    labels: tuple[tuple[Number, str], ...]


@record
class Emotion:
    """How customers feel. `score` and `target` are on the scale of the journey; `by` has persona ids with scores."""

    score: Number | None
    feeling: str | None
    target: Number | None
    by: tuple[tuple[str, Number], ...]
    evidence: tuple[Evidence, ...]
    pointer: str


@record
class MomentOfTruth:
    """A decisive moment; `turn` is what it decides: trust, conversion, churn or delight."""

    turn: Turn | None
    why: str | None
    pointer: str


def grade(severity: Severity | None) -> int:
    """Return how severe a pain point is, from 1, low, to 4, critical; 0 without a severity."""
    return 0 if severity is None else get_args(Severity).index(severity) + 1


@record
class PainPoint:
    """A problem of the customer; a hypothesis if `evidence` is empty."""

    id: str
    text: str
    kind: str | None
    severity: Severity | None
    quotes: tuple[Quotation, ...]
    evidence: tuple[Evidence, ...]
    owner: Owner | None
    pointer: str


@record
class BlueprintItem:
    """What the organization does at a touchpoint. `by` is who does it; `pain_points` are those of the customer."""

    text: str
    by: Owner | None
    duration: Duration | None
    pain_points: tuple[PainPoint, ...]
    pointer: str


@record
class Delight:
    """What pleases the customer."""

    text: str
    evidence: tuple[Evidence, ...]
    pointer: str


@record
class Opportunity:
    """A possible improvement. `addresses` has ids of pain points; `impact` and `effort` are from 1, low, to 5, high."""

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
    """What a metric measured on a day (ISO 8601); `sample` as in a metric."""

    date: str
    value: Number
    sample: int | None = None


@record
class Interval:
    """The confidence interval of a value, in its unit; `low` is at most `high`, and the value is not outside."""

    low: Number
    high: Number


@record
class Metric:
    """A measured quantity. `value`, `interval` and `target` are in `unit`; `better` is the direction of improvement.

    `sample` counts the people, visits or answers that the value is measured on, from 1.
    """

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
    sample: int | None = None
    interval: Interval | None = None


@record
class Question:
    """A question of the customer; `asked_by` has the personas who ask it, `answered_by` ids of touchpoints."""

    text: str
    asked_by: tuple[Persona, ...]
    answered_by: tuple[str, ...]
    pointer: str


@record
class Requirement:
    """A condition that must hold in a stage; `met` is None if that is not known."""

    text: str
    met: bool | None
    pointer: str


@record
class Exit:
    """An exit from the journey; `share` is the fraction of the customers who are here, from 0 to 1."""

    kind: ExitKind
    share: Number | None
    reason: str | None
    evidence: tuple[Evidence, ...]
    pointer: str
