"""A journey in its versions, oldest first -> how its figures moved, and what each version changed.

Stages are followed by their ids, metrics by theirs and that of their stage or touchpoint.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import TypeVar

from mapgen.analysis import Analysis
from mapgen.diff import Version, compare
from mapgen.diff.telling import Told, tell
from mapgen.model.journey import EmotionScale, Journey, Metric, Number, Touchpoint
from mapgen.record import record

K = TypeVar("K")


@record
class Moment:
    """When a version was made: the day, the short name of the commit, who made it and what for.

    `was` is the path that the spec had before, where that was another.
    """

    date: str
    commit: str
    author: str
    subject: str
    was: str | None = None


@record
class Figures:
    """The figures of one version.

    `curve` is each stage (id) with the scores of its touchpoints, `feelings` the mean emotion by stage that has one,
    `metrics` the metrics with a value by place and id; `trough`, `conversion` and `evidence` are as the analysis has
    them. Where only personas have a score, their mean counts. Pain points are open or closed.
    """

    scale: EmotionScale
    curve: tuple[tuple[str, tuple[Number | None, ...]], ...]
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
    """All versions; `stages` and `metrics` are the names of all that there ever were, those of the newest first.

    `newest` is the last journey that could be read.
    """

    steps: tuple[Step, ...]
    stages: Mapping[str, str]
    metrics: Mapping[tuple[str, str], str]
    newest: Journey | None

    @property
    def title(self) -> str:
        """What the journey is called now; "" where no version could be read."""
        return self.newest.title if self.newest else ""


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
    return History(tuple(steps), stages, metrics, known[0] if known else None)


def figures(journey: Journey, analysis: Analysis) -> Figures:
    """Return the figures of one version."""
    curve = tuple((stage.id, tuple(map(_felt, stage.touchpoints))) for stage in journey.stages)
    means = ((stage, _mean(scores)) for stage, scores in curve)
    opportunities = analysis.opportunities
    return Figures(
        scale=journey.scale,
        curve=curve,
        trough=analysis.emotion.trough[1] if analysis.emotion.trough else None,
        feelings={stage: mean for stage, mean in means if mean is not None},
        open_pains=len(opportunities.open),
        closed_pains=len(opportunities.addressed) - len(opportunities.open),
        conversion=analysis.funnel.overall,
        evidence=analysis.evidence.total.share,
        metrics=_metrics(journey),
    )


def _felt(touchpoint: Touchpoint) -> Number | None:
    """Return how a touchpoint feels: to everybody, else to the personas on average."""
    emotion = touchpoint.emotion
    if emotion is None or emotion.score is not None:
        return emotion.score if emotion else None
    return _mean([score for _, score in emotion.by])


def _mean(scores: Iterable[Number | None]) -> float | None:
    known = [score for score in scores if score is not None]
    return fsum(known) / len(known) if known else None


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
