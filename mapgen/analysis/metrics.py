"""Journey -> how each metric stands against its target."""

from collections.abc import Mapping
from math import isfinite

from mapgen.model import walk
from mapgen.model.calendar import last_day
from mapgen.model.journey import Journey, Metric, Number
from mapgen.record import record


@record
class Trend:
    """How a metric moved from the reading before the last to the last: by `change`, in its unit, since a day.

    `better` is None where it did not move, or where nobody said which way is better.
    """

    since: str
    change: Number
    better: bool | None


@record
class Standing:
    """A metric (id) of a stage or touchpoint (id), found again by its pointer.

    `gap` is value minus target, in the metric's unit; None where one of them is missing. `on_target` is None where
    that cannot be known: without value or target, or where they differ and nobody said which way is better. `trend` is
    None where fewer than two values are known.
    """

    metric: str
    place: str
    pointer: str
    gap: Number | None
    on_target: bool | None
    trend: Trend | None


@record
class MetricAnalysis:
    """All metrics by their pointers, those of a stage before those of its touchpoints."""

    standings: Mapping[str, Standing]

    def met(self, metric: Metric) -> bool | None:
        """Return whether a metric of the journey is on target; None where that cannot be known."""
        return self.standings[metric.pointer].on_target

    def trend(self, metric: Metric) -> Trend | None:
        """Report how a metric of the journey moved last; None where fewer than two values are known."""
        return self.standings[metric.pointer].trend


def analyze_metrics(journey: Journey) -> MetricAnalysis:
    """Return how each metric stands against its target."""
    return MetricAnalysis({metric.pointer: _stand(place.part.id, metric) for metric, place in walk.metrics(journey)})


def on_target(metric: Metric) -> bool | None:
    """Return whether a metric is on target; None where that cannot be known."""
    gap = _minus(metric.value, metric.target)
    return True if gap == 0 else _is_better(metric, gap)


def _stand(place: str, metric: Metric) -> Standing:
    gap = _minus(metric.value, metric.target)
    return Standing(metric.id, place, metric.pointer, gap, on_target(metric), _trend(metric))


def readings(metric: Metric) -> tuple[tuple[str | None, Number], ...]:
    """Return the values that are known with their days, oldest first; that of today last, which may have no day."""
    earlier = [(one.date, one.value) for one in sorted(metric.history, key=lambda one: last_day(one.date))]
    if metric.value is None:
        return tuple(earlier)
    return (*(one for one in earlier if one[0] != metric.as_of), (metric.as_of, metric.value))


def _trend(metric: Metric) -> Trend | None:
    known = readings(metric) if metric.history else ()
    if len(known) < 2:  # noqa: PLR2004 - from one value to another
        return None
    (since, before), (_, now) = known[-2:]
    change = _minus(now, before)
    return None if change is None or since is None else Trend(since, change, _is_better(metric, change))


def _is_better(metric: Metric, change: Number | None) -> bool | None:
    if not change or metric.better is None:
        return None
    return change > 0 if metric.better == "higher" else change < 0


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
