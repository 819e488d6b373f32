"""A metric misses its target, and nobody works on it.

It is told where the metric is further from its target than the setting allows, and its touchpoint, or any of its stage
for a metric of the stage, has no opportunity.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 9, unit: min, target: 4, better: lower}]
        touchpoints: [Sees the queue]

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 9, unit: min, target: 4, better: lower}]
        touchpoints: [{name: Sees the queue, opportunities: [A second till]}]
"""

from collections.abc import Iterator

from mapgen.audit.measures import said, unanswered
from mapgen.audit.remedies import ALSO_ANSWERED
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Metric


def check(case: Case) -> Iterator[Finding]:
    """Find metrics off target in places without an opportunity."""
    for metric in unanswered(case):
        if _is_off(case, metric):
            at, target = said(metric, metric.value), said(metric, metric.target)
            message = f"the metric {quoted(metric.name)} is at {at}, its target at {target}"
            yield Finding(metric.pointer, message, "write down as an opportunity there what would bring it on target")


def _is_off(case: Case, metric: Metric) -> bool:
    standing = case.analysis.metrics.standings[metric.pointer]
    if standing.on_target is not False or standing.gap is None or metric.target is None:
        return False
    return abs(standing.gap) > abs(metric.target) * case.number("tolerance")


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "tolerance": Setting(0.1, "how far from its target a metric may be, as a part of the target", 0, 10),
        "also_answered": ALSO_ANSWERED,
    },
)
