"""Experiments -> what each of them tests, and where on the map that stands."""

from mapgen.model import walk
from mapgen.model.journey import Experiment, Journey, Metric, Opportunity
from mapgen.model.walk import Location
from mapgen.record import record


@record
class PlacedExperiment:
    """An experiment with what it names; `place` is None where it names nothing that stands on the map."""

    experiment: Experiment
    opportunity: Opportunity | None
    metric: Metric | None
    place: Location | None


def trials(journey: Journey) -> tuple[PlacedExperiment, ...]:
    """Find what each experiment tests; it stands where its opportunity does, else where its metric does."""
    if not journey.experiments:
        return ()
    opportunities = {item.id: (item, place) for item, place in walk.opportunities(journey)}
    metrics: dict[str, tuple[Metric, Location]] = {}
    for metric, place in walk.metrics(journey):
        metrics.setdefault(metric.id, (metric, place))
        metrics.setdefault(f"{place.stage.id}.{metric.id}", (metric, place))
        metrics.setdefault(f"{place.part.id}.{metric.id}", (metric, place))
    return tuple(trial(experiment, opportunities, metrics) for experiment in journey.experiments)


def trial(
    experiment: Experiment,
    opportunities: dict[str, tuple[Opportunity, Location]],
    metrics: dict[str, tuple[Metric, Location]],
) -> PlacedExperiment:
    """Resolve what one experiment names."""
    opportunity = opportunities.get(experiment.opportunity) if experiment.opportunity else None
    metric = metrics.get(experiment.metric) if experiment.metric else None
    return PlacedExperiment(
        experiment=experiment,
        opportunity=opportunity[0] if opportunity else None,
        metric=metric[0] if metric else None,
        place=opportunity[1] if opportunity else metric[1] if metric else None,
    )
