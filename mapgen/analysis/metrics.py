"""Journey -> how each metric stands against its target."""

from collections.abc import Iterator, Mapping
from math import isfinite

from mapgen.model.journey import Journey, Metric, Number
from mapgen.record import record


@record
class Standing:
    """A metric (id) of a stage or touchpoint (id), found again by its pointer.

    `gap` is value minus target, in the metric's unit; None where one of them is missing. `on_target` is None where
    that cannot be known: without value or target, or where they differ and nobody said which way is better.
    """

    metric: str
    place: str
    pointer: str
    gap: Number | None
    on_target: bool | None


@record
class MetricAnalysis:
    """All metrics by their pointers, those of a stage before those of its touchpoints."""

    standings: Mapping[str, Standing]

    def met(self, metric: Metric) -> bool | None:
        """Tell whether a metric of the journey is on target; None where that cannot be known."""
        return self.standings[metric.pointer].on_target


def analyse_metrics(journey: Journey) -> MetricAnalysis:
    """Return how each metric stands against its target."""
    return MetricAnalysis({metric.pointer: _stand(place, metric) for place, metric in _metrics(journey)})


def _metrics(journey: Journey) -> Iterator[tuple[str, Metric]]:
    for stage in journey.stages:
        yield from ((stage.id, metric) for metric in stage.metrics)
        for touchpoint in stage.touchpoints:
            yield from ((touchpoint.id, metric) for metric in touchpoint.metrics)


def _stand(place: str, metric: Metric) -> Standing:
    gap = _minus(metric.value, metric.target)
    return Standing(metric.id, place, metric.pointer, gap, _on_target(metric, gap))


def _on_target(metric: Metric, gap: Number | None) -> bool | None:
    if gap is None:
        return None
    if gap == 0:
        return True
    if metric.better is None:
        return None
    return gap > 0 if metric.better == "higher" else gap < 0


def _minus(value: Number | None, target: Number | None) -> Number | None:
    """Return the difference as people count it; None where it cannot be told.

    >>> _minus(70.2, 60), 70.2 - 60
    (10.2, 10.200000000000003)
    """
    if value is None or target is None:
        return None
    if isinstance(value, int) and isinstance(target, int):
        return value - target
    from decimal import Decimal

    gap = float(Decimal(str(value)) - Decimal(str(target)))
    return gap if isfinite(gap) else None
