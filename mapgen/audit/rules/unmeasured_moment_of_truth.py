"""A moment of truth without a metric.

Whether a moment of truth goes well is the first thing to know. A metric of the touchpoint or of its stage shows it.
Reported only if the spec has any metrics.

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
from mapgen.model import walk


def check(case: Case) -> Iterator[Finding]:
    """Find moments of truth without a metric of their own or of their stage."""
    if not case.analysis.metrics.standings and not case.strict:
        return
    for location in walk.locations(case.journey):
        part = location.part
        if part.moment_of_truth and not part.metrics and not location.stage.metrics:
            where = "the touchpoint or to its stage" if location.touchpoint else "the stage"
            yield Finding(
                part.pointer, f"moment of truth {quoted(part.name)} has no metric", f"add a metric to {where}"
            )


RULE = Rule(__doc__, Severity.INFO, check)
