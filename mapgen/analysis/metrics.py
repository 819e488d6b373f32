"""Journey -> how each metric stands against its target."""

from collections.abc import Mapping
from math import isfinite

from mapgen.analysis.chance import Estimate, known_interval, within_chance
from mapgen.model import walk
from mapgen.model.calendar import last_day
from mapgen.model.journey import Interval, Journey, Metric, Number
from mapgen.record import record


@record
class Trend:
    """How a metric moved from the reading before the last to the last: by `change`, in its unit, since a day.

    `better` is None where it did not move, or where nobody said which way is better. `by_chance` if the two values may
    differ by chance alone; False where nothing is known of their precision.
    """

    since: str
    change: Number
    better: bool | None
    by_chance: bool = False


@record
class Standing:
    """A metric (id) of a stage or touchpoint (id), found again by its pointer.

    `gap` is value minus target, in the metric's unit; None where one of them is missing. `on_target` is None where
    that cannot be known: without value or target, or where they differ and nobody said which way is better. `trend` is
    None where fewer than two values are known. `interval` is the confidence interval of the value, given or computed
    from the sample of a percentage; None where neither is possible.
    """

    metric: str
    place: str
    pointer: str
    gap: Number | None
    on_target: bool | None
    trend: Trend | None
    interval: Interval | None = None


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

    def interval(self, metric: Metric) -> Interval | None:
        """Return the confidence interval of a metric of the journey, given or computed; None where it is unknown."""
        return self.standings[metric.pointer].interval


def analyze_metrics(journey: Journey) -> MetricAnalysis:
    """Return how each metric stands against its target."""
    return MetricAnalysis({metric.pointer: _stand(place.part.id, metric) for metric, place in walk.metrics(journey)})


def on_target(metric: Metric) -> bool | None:
    """Return whether a metric is on target; None where that cannot be known."""
    gap = _minus(metric.value, metric.target)
    return True if gap == 0 else _is_better(metric, gap)


def _stand(place: str, metric: Metric) -> Standing:
    gap = _minus(metric.value, metric.target)
    now = estimate(metric)
    interval = known_interval(now) if now else None
    return Standing(metric.id, place, metric.pointer, gap, on_target(metric), _trend(metric), interval)


def estimate(metric: Metric) -> Estimate | None:
    """Return the value of a metric with its precision; None without a value."""
    return None if metric.value is None else Estimate(metric.value, metric.unit, metric.sample, metric.interval)


def readings(metric: Metric) -> tuple[tuple[str | None, Number], ...]:
    """Return the values that are known with their days, oldest first; that of today last, which may have no day."""
    return tuple((day, one.value) for day, one in _estimates(metric))


def _estimates(metric: Metric) -> tuple[tuple[str | None, Estimate], ...]:
    history = sorted(metric.history, key=lambda one: last_day(one.date))
    earlier = [(one.date, Estimate(one.value, metric.unit, one.sample)) for one in history]
    now = estimate(metric)
    return (*(one for one in earlier if one[0] != metric.as_of), (metric.as_of, now)) if now else tuple(earlier)


def _trend(metric: Metric) -> Trend | None:
    known = _estimates(metric) if metric.history else ()
    if len(known) < 2:  # noqa: PLR2004 - from one value to another
        return None
    (since, before), (_, now) = known[-2:]
    change = _minus(now.value, before.value)
    if change is None or since is None:
        return None
    return Trend(since, change, _is_better(metric, change), within_chance(before, now))


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
