"""A stage without a metric.

Whether a stage improves shows in a number: a metric of the stage or of one of its touchpoints, or its volume. Reported
only if at least half of the stages have one.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 6, unit: min, target: 4, better: lower}]
        touchpoints: [{name: Sees the queue, opportunities: [A second till]}]
      - {name: Order, touchpoints: [Orders]}

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 6, unit: min, target: 4, better: lower}]
        touchpoints: [{name: Sees the queue, opportunities: [A second till]}]
      - name: Order
        metrics: [{name: Wrong orders, value: 2, unit: "%", target: 3, better: lower}]
        touchpoints: [Orders]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Stage


def check(case: Case) -> Iterator[Finding]:
    """Find stages without a number, unlike most others."""
    for stage in case.missing(case.journey.stages, _is_measured):
        message = f"stage {quoted(stage.name)} has no metric"
        yield Finding(stage.pointer, message, "add a metric that shows whether customers reach the goal of the stage")


def _is_measured(stage: Stage) -> bool:
    metrics = (stage.metrics, *(touchpoint.metrics for touchpoint in stage.touchpoints))
    return stage.volume is not None or any(metrics)


RULE = Rule(__doc__, Severity.INFO, check)
