"""A metric is worse than the time before, and nobody works on it.

It is told where the metric moved to the worse since the last of its `history` by more than the setting allows, and its
touchpoint, or any of its stage for a metric of the stage, has no opportunity.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics:
          - {name: Waiting time, value: 9, unit: min, better: lower, history: [{date: 2026-06-30, value: 6}]}
        touchpoints: [Sees the queue]

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics:
          - {name: Waiting time, value: 9, unit: min, better: lower, history: [{date: 2026-06-30, value: 6}]}
        touchpoints: [{name: Sees the queue, opportunities: [A second till]}]
"""

from collections.abc import Iterator

from mapgen.analysis.metrics import readings
from mapgen.audit.measures import said, unanswered
from mapgen.audit.remedies import ALSO_ANSWERED
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Metric


def check(case: Case) -> Iterator[Finding]:
    """Find metrics that got worse in places without an opportunity."""
    for metric in unanswered(case):
        if _is_worse(case, metric):
            (since, before), (_, now) = readings(metric)[-2:]
            message = (
                f"the metric {quoted(metric.name)} got worse: {said(metric, now)}, on {since} {said(metric, before)}"
            )
            yield Finding(metric.pointer, message, "write down as an opportunity there what would turn it round")


def _is_worse(case: Case, metric: Metric) -> bool:
    trend = case.analysis.metrics.trend(metric)
    if trend is None or trend.better is not False:
        return False
    (_, before), _ = readings(metric)[-2:]
    return abs(trend.change) > abs(before) * case.number("tolerance")


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "tolerance": Setting(0.05, "how far a metric may move to the worse, as a part of the value before", 0, 10),
        "also_answered": ALSO_ANSWERED,
    },
)
