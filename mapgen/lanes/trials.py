"""Experiments -> what each of them tests, and where on the map that stands."""

from collections.abc import Iterator

from mapgen.model.journey import Experiment, Journey, Metric, Opportunity, Stage, Touchpoint
from mapgen.record import record


@record
class Place:
    """Where something stands: in a stage, perhaps at one of its touchpoints."""

    stage: Stage
    touchpoint: Touchpoint | None


@record
class Trial:
    """An experiment with what it names; `place` is None where it names nothing that stands on the map."""

    experiment: Experiment
    opportunity: Opportunity | None
    metric: Metric | None
    place: Place | None


def trials(journey: Journey) -> tuple[Trial, ...]:
    """Find what each experiment tests; it stands where its opportunity does, else where its metric does."""
    if not journey.experiments:
        return ()
    opportunities = {item.id: (item, place) for item, place in opportunities_of(journey)}
    metrics: dict[str, tuple[Metric, Place]] = {}
    for metric, place in metrics_of(journey):
        metrics.setdefault(metric.id, (metric, place))
        metrics.setdefault(f"{place.stage.id}.{metric.id}", (metric, place))
    return tuple(trial(experiment, opportunities, metrics) for experiment in journey.experiments)


def trial(
    experiment: Experiment,
    opportunities: dict[str, tuple[Opportunity, Place]],
    metrics: dict[str, tuple[Metric, Place]],
) -> Trial:
    """Resolve what one experiment names."""
    opportunity = opportunities.get(experiment.opportunity) if experiment.opportunity else None
    metric = metrics.get(experiment.metric) if experiment.metric else None
    return Trial(
        experiment=experiment,
        opportunity=opportunity[0] if opportunity else None,
        metric=metric[0] if metric else None,
        place=opportunity[1] if opportunity else metric[1] if metric else None,
    )


def opportunities_of(journey: Journey) -> Iterator[tuple[Opportunity, Place]]:
    """Yield each opportunity with its place."""
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            for opportunity in touchpoint.opportunities:
                yield opportunity, Place(stage, touchpoint)


def metrics_of(journey: Journey) -> Iterator[tuple[Metric, Place]]:
    """Yield each metric with its place."""
    for stage in journey.stages:
        for metric in stage.metrics:
            yield metric, Place(stage, None)
        for touchpoint in stage.touchpoints:
            for metric in touchpoint.metrics:
                yield metric, Place(stage, touchpoint)
