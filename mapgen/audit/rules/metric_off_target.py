"""A metric misses its target, and no opportunity addresses it.

Reported if the metric is further from its target than `tolerance` and its touchpoint has no opportunity. For a metric
of a stage, an opportunity at any of its touchpoints counts. Not reported if the target is within the confidence
interval of the value: its `interval` or, for a percentage with a `sample`, the Wilson interval of 95 %.

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

from mapgen.analysis.chance import contains
from mapgen.audit.measures import unanswered, with_unit
from mapgen.audit.responses import ALSO_ANSWERED
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Metric


def check(case: Case) -> Iterator[Finding]:
    """Find metrics off target in places without an opportunity."""
    for metric in unanswered(case):
        if _is_off(case, metric):
            at, target = with_unit(metric, metric.value), with_unit(metric, metric.target)
            message = f"metric {quoted(metric.name)} is {at}, but its target is {target}"
            yield Finding(metric.pointer, message, "add an opportunity there that would bring it to its target")


def _is_off(case: Case, metric: Metric) -> bool:
    standing = case.analysis.metrics.standings[metric.pointer]
    if standing.on_target is not False or standing.gap is None or metric.target is None:
        return False
    if contains(standing.interval, metric.target):
        return False
    return abs(standing.gap) > abs(metric.target) * case.number("tolerance")


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "tolerance": Setting(0.1, "the tolerated distance from the target, as a fraction of the target", 0, 10),
        "also_answered": ALSO_ANSWERED,
    },
)
