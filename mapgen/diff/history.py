"""A journey in its versions, oldest first -> how its figures moved, and what each version changed.

Stages are followed by their ids, metrics by theirs and that of their stage or touchpoint.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import TypeVar

from mapgen.analysis import Analysis
from mapgen.diff import Version, compare
from mapgen.diff.telling import Told, tell
from mapgen.model.journey import EmotionScale, Journey, Metric, Number, Stage
from mapgen.record import record

K = TypeVar("K")


@record
class Figures:
    """The figures of one version.

    `feelings` is the mean emotion by stage (id), `metrics` the metrics with a value by place and id; `trough`,
    `conversion` and `evidence` are as the analysis has them. Pain points are open or closed.
    """

    scale: EmotionScale
    trough: Number | None
    feelings: Mapping[str, float]
    open_pains: int
    closed_pains: int
    conversion: float | None
    evidence: float | None
    metrics: Mapping[tuple[str, str], Metric]


@record
class Step:
    """One version. `told` is what it changed; None for the first, and `figures` None for one with errors."""

    figures: Figures | None
    told: Told | None


@record
class History:
    """All versions; `stages` and `metrics` are the names of all that there ever were, those of the newest first."""

    steps: tuple[Step, ...]
    stages: Mapping[str, str]
    metrics: Mapping[tuple[str, str], str]
    title: str


def trace(versions: Sequence[Version | None]) -> History:
    """Return how a journey moved; None stands for a version with errors, over which the next one is compared."""
    steps: list[Step] = []
    before: Version | None = None
    for version in versions:
        if version is None:
            steps.append(Step(None, None))
            continue
        told = tell(compare(before, version)) if before else None
        steps.append(Step(figures(version.journey, version.analysis), told))
        before = version
    known = [version.journey for version in reversed(versions) if version]
    stages = _first((stage.id, stage.name) for journey in known for stage in journey.stages)
    metrics = _first((key, metric.name) for journey in known for key, metric in _metrics(journey).items())
    return History(tuple(steps), stages, metrics, known[0].title if known else "")


def figures(journey: Journey, analysis: Analysis) -> Figures:
    """Return the figures of one version."""
    means = ((stage.id, _mean(stage)) for stage in journey.stages)
    opportunities = analysis.opportunities
    return Figures(
        scale=journey.scale,
        trough=analysis.emotion.trough[1] if analysis.emotion.trough else None,
        feelings={stage: mean for stage, mean in means if mean is not None},
        open_pains=len(opportunities.open),
        closed_pains=len(opportunities.addressed) - len(opportunities.open),
        conversion=analysis.funnel.overall,
        evidence=analysis.evidence.total.share,
        metrics=_metrics(journey),
    )


def _mean(stage: Stage) -> float | None:
    scores = [one.emotion.score for one in stage.touchpoints if one.emotion and one.emotion.score is not None]
    return fsum(scores) / len(scores) if scores else None


def _metrics(journey: Journey) -> dict[tuple[str, str], Metric]:
    """Return the metrics that have a value; of several with one id in one place, the last."""
    places = [(stage.id, stage.metrics) for stage in journey.stages]
    places += [(touchpoint.id, touchpoint.metrics) for touchpoint in journey.touchpoints()]
    return {(place, metric.id): metric for place, metrics in places for metric in metrics if metric.value is not None}


def _first(pairs: Iterable[tuple[K, str]]) -> dict[K, str]:
    found: dict[K, str] = {}
    for key, name in pairs:
        found.setdefault(key, name)
    return found
