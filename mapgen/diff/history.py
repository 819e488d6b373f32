"""The versions of a journey, oldest first -> how its figures developed, and what each version changed.

Stages are identified by their ids, metrics by theirs and that of their stage or touchpoint.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import TYPE_CHECKING, TypeVar

from mapgen.analysis import Analysis
from mapgen.analysis.times import Times
from mapgen.diff import Version, compare
from mapgen.diff.wording import DescribedComparison, describe
from mapgen.model import walk
from mapgen.model.journey import CurveGaps, EmotionScale, Journey, Metric, Number
from mapgen.model.walk import Part
from mapgen.record import record

if TYPE_CHECKING:
    from mapgen.diff.period_figures import ObservedPeriods

K = TypeVar("K")


@record
class CommitInfo:
    """The commit of a version: date, abbreviated hash, author and subject.

    `was` is the former path of the spec if the commit renamed it.
    """

    date: str
    commit: str
    author: str
    subject: str
    was: str | None = None


@record
class Figures:
    """The figures of a version.

    `curve_gaps` is what the curve does where no emotion is stated. `curve` is each stage (id) with the scores of its
    touchpoints, or its own if they have none. `feelings` is the mean emotion by stage that has one, `metrics` the
    metrics with a value by place and id. `trough`, `conversion` and `evidence` are as the analysis has them. If only
    personas have a score, their mean counts. Pain points are open or closed. `times` are those of all touchpoints.
    """

    scale: EmotionScale
    curve_gaps: CurveGaps
    curve: tuple[tuple[str, tuple[Number | None, ...]], ...]
    trough: Number | None
    feelings: Mapping[str, float]
    open_pains: int
    closed_pains: int
    conversion: float | None
    evidence: float | None
    metrics: Mapping[tuple[str, str], Metric]
    times: Times
    as_planned: float | None = None
    """The part of the observed journeys that went as planned; None without a snapshot."""


@record
class HistoryStep:
    """A version. `told` describes its changes, None for the first; `figures` is None if it has errors."""

    figures: Figures | None
    told: DescribedComparison | None


@record
class History:
    """All versions; `stages` and `metrics` have the names of all that ever existed, those of the newest first.

    `newest` is the latest journey that could be read.
    """

    steps: tuple[HistoryStep, ...]
    stages: Mapping[str, str]
    metrics: Mapping[tuple[str, str], str]
    newest: Journey | None
    observed: "ObservedPeriods | None" = None
    """The periods of the newest snapshot; None without any."""

    @property
    def title(self) -> str:
        """The current title of the journey; "" if no version could be read."""
        return self.newest.title if self.newest else ""


def trace(versions: Sequence[Version | None]) -> History:
    """Return the history of a journey; None is a version with errors, which comparisons skip.

    All emotions are on the scale of the newest version.
    """
    readable = [version for version in versions if version]
    steps: list[HistoryStep] = []
    before: Version | None = None
    for written in versions:
        version = written.on(readable[-1].journey.scale) if written else None
        if version is None:
            steps.append(HistoryStep(None, None))
            continue
        told = describe(compare(before, version)) if before else None
        steps.append(HistoryStep(figures(version.journey, version.analysis), told))
        before = version
    known = [version.journey for version in reversed(readable)]
    stages = _first((stage.id, stage.name) for journey in known for stage in journey.stages)
    metrics = _first((key, metric.name) for journey in known for key, metric in _metrics(journey).items())
    return History(tuple(steps), stages, metrics, known[0] if known else None, _periods(readable))


def _periods(readable: Sequence[Version]) -> "ObservedPeriods | None":
    """Return the figures of the newest version by period, where it has a snapshot with periods."""
    seen = readable[-1].analysis.observed if readable else None
    if seen is None or not seen.periods:
        return None
    from mapgen.diff.period_figures import period_figures

    return period_figures(readable[-1].journey, seen)


def figures(journey: Journey, analysis: Analysis) -> Figures:
    """Return the figures of a version."""
    curve = tuple((stage.id, tuple(map(_felt, walk.curve_places(stage)))) for stage in journey.stages)
    means = ((stage, _mean(scores)) for stage, scores in curve)
    opportunities = analysis.opportunities
    return Figures(
        scale=journey.scale,
        curve_gaps=journey.curve_gaps,
        curve=curve,
        trough=analysis.emotion.trough[1] if analysis.emotion.trough else None,
        feelings={stage: mean for stage, mean in means if mean is not None},
        open_pains=len(opportunities.open),
        closed_pains=len(opportunities.addressed) - len(opportunities.open),
        conversion=analysis.funnel.overall,
        evidence=analysis.evidence.total.share if journey.evidence else None,
        metrics=_metrics(journey),
        times=analysis.times.journey,
        as_planned=analysis.observed.whole.as_planned if analysis.observed else None,
    )


def _felt(part: Part) -> Number | None:
    """Return the score of a touchpoint or stage: that of all customers, or the mean of the personas."""
    emotion = part.emotion
    if emotion is None or emotion.score is not None:
        return emotion.score if emotion else None
    return _mean([score for _, score in emotion.by])


def _mean(scores: Iterable[Number | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return fsum(known) / len(known) if known else None


def _metrics(journey: Journey) -> dict[tuple[str, str], Metric]:
    """Return the metrics that have a value; of several with the same id in the same place, the last."""
    places = [(stage.id, stage.metrics) for stage in journey.stages]
    places += [(touchpoint.id, touchpoint.metrics) for touchpoint in journey.touchpoints()]
    return {(place, metric.id): metric for place, metrics in places for metric in metrics if metric.value is not None}


def _first(pairs: Iterable[tuple[K, str]]) -> dict[K, str]:
    found: dict[K, str] = {}
    for key, name in pairs:
        found.setdefault(key, name)
    return found
