"""A metric has a value and nothing to compare it with.

Nobody can say whether 46 % is good. It is asked for where at least half of the metrics have a target.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics:
          - {name: Waiting time, value: 6, unit: min, target: 8, better: lower}
          - {name: Guests an hour, value: 41}
        touchpoints: [Sees the queue]

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        metrics:
          - {name: Waiting time, value: 6, unit: min, target: 8, better: lower}
          - {name: Guests an hour, value: 41, target: 40, better: higher}
        touchpoints: [Sees the queue]
"""

from collections.abc import Iterator

from mapgen.audit.measures import measures
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find metrics without a target, unlike most others."""
    metrics = [metric for metric, _, _ in measures(case.journey)]
    for metric in case.missing(metrics, lambda one: one.target is not None):
        message = f"the metric {quoted(metric.name)} has no target"
        yield Finding(
            metric.pointer, message, "write the value that is aimed at as `target`, and which way is `better`"
        )


RULE = Rule(__doc__, Severity.INFO, check)
