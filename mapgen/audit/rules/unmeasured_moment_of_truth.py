"""Something is decided at a touchpoint, and nothing is measured there.

Whether a moment of truth goes well is what one wants to know first. A metric of the touchpoint or of its stage tells;
it is asked for where the spec measures anything.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 4, unit: min, target: 4, better: lower}]
        touchpoints: [Sees the queue]
      - name: Order
        volume: 310
        touchpoints: [{name: Is greeted by name, moment_of_truth: delight}]

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics: [{name: Waiting time, value: 4, unit: min, target: 4, better: lower}]
        touchpoints: [Sees the queue]
      - name: Order
        volume: 310
        metrics: [{name: Guests who come back, value: 71, unit: "%", target: 70, better: higher}]
        touchpoints: [{name: Is greeted by name, moment_of_truth: delight}]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find moments of truth without a metric near them."""
    if not case.analysis.metrics.standings and not case.strict:
        return
    for stage in case.journey.stages:
        for touchpoint in stage.touchpoints:
            if touchpoint.moment_of_truth and not touchpoint.metrics and not stage.metrics:
                message = f"{quoted(touchpoint.name)} is a moment of truth, and nothing is measured there"
                yield Finding(touchpoint.pointer, message, "add a metric of the touchpoint or of its stage")


RULE = Rule(__doc__, Severity.INFO, check)
