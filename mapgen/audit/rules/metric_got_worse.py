"""A metric got worse, and no opportunity addresses it.

Reported if the metric got worse since its last `history` entry by more than `tolerance` and its touchpoint has no
opportunity. For a metric of a stage, an opportunity at any of its touchpoints counts. Not reported if the change is
within chance, according to the `interval` or the `sample` of both values.

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
from mapgen.audit.measures import unanswered, with_unit
from mapgen.audit.responses import ALSO_ANSWERED
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Metric


def check(case: Case) -> Iterator[Finding]:
    """Find metrics that got worse in places without an opportunity."""
    for metric in unanswered(case):
        if _is_worse(case, metric):
            (since, before), (_, now) = readings(metric)[-2:]
            values = f"{with_unit(metric, now)}, was {with_unit(metric, before)} on {since}"
            message = f"metric {quoted(metric.name)} got worse: {values}"
            yield Finding(metric.pointer, message, "add an opportunity there that would reverse the trend")


def _is_worse(case: Case, metric: Metric) -> bool:
    trend = case.analysis.metrics.trend(metric)
    if trend is None or trend.better is not False or trend.by_chance:
        return False
    (_, before), _ = readings(metric)[-2:]
    return abs(trend.change) > abs(before) * case.number("tolerance")


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "tolerance": Setting(0.05, "the tolerated change for the worse, as a fraction of the previous value", 0, 10),
        "also_answered": ALSO_ANSWERED,
    },
)
