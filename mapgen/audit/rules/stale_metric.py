"""The value of a metric is old.

The newest of `as_of` and the days of `history` counts; a metric without a day is left alone. One that is counted over a
long `period` may be as old as two of them.

Bad, on 2026-11-01::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 6, unit: min, target: 8, better: lower, as_of: 2025-01-31}]
        touchpoints: [Sees the queue]

Good, on 2026-11-01::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 6, unit: min, target: 8, better: lower, as_of: 2026-09-30}]
        touchpoints: [Sees the queue]
"""

from collections.abc import Iterator

from mapgen.audit.days import age, ago, due
from mapgen.audit.measures import measures
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find metrics that were last measured too long ago."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - tells mypy
    for metric, _, _ in measures(case.journey):
        days = [*([metric.as_of] if metric.as_of else []), *(reading.date for reading in metric.history)]
        if not days:
            continue
        period = age(max(days), due(max(days), metric.period)) if metric.period else 0
        old = age(max(days), case.day)
        if old > max(case.number("days"), 2 * period):
            message = f"the metric {quoted(metric.name)} was last measured {ago(old)} ago"
            yield Finding(metric.pointer, message, "measure it again, and write the day as `as_of`")


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"days": Setting(365, "the age from which a value is stale, in days")},
    needs_day=True,
)
