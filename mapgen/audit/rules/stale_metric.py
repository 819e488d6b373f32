"""A metric with an outdated value.

The newest date of `as_of` and `history` counts; a metric without a date is not checked. A metric with a long `period`
may be up to two periods old.

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
from datetime import date

from mapgen.audit.number_text import days_or_months
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.calendar import add_duration, age_in_days, last_day
from mapgen.model.journey import Duration


def check(case: Case) -> Iterator[Finding]:
    """Find metrics that were last measured too long ago."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - for mypy
    for metric, _ in walk.metrics(case.journey):
        days = [*([metric.as_of] if metric.as_of else []), *(reading.date for reading in metric.history)]
        if not days:
            continue
        newest = max(days, key=last_day)
        old = age_in_days(newest, case.day)
        if old > max(case.number("days"), 2 * _days_of(metric.period, newest)):
            message = f"metric {quoted(metric.name)} was last measured {days_or_months(old)} ago"
            yield Finding(metric.pointer, message, "measure it again, and set `as_of` to the date")


def _days_of(period: Duration | None, start: str) -> int:
    """Return how many days a period from a day on has."""
    if period is None:
        return 0
    return age_in_days(start, add_duration(last_day(start), period) or date.max)


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"days": Setting(365, "the age in days after which a value is outdated")},
    needs_day=True,
)
