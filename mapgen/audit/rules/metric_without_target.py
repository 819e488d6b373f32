"""A metric without a target.

Without a target, there is no telling whether 46 % is good. Reported only if at least half of the metrics have one.

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

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk


def check(case: Case) -> Iterator[Finding]:
    """Find metrics without a target, unlike most others."""
    metrics = [metric for metric, _ in walk.metrics(case.journey)]
    for metric in case.missing(metrics, lambda metric: metric.target is not None):
        message = f"metric {quoted(metric.name)} has no target"
        yield Finding(metric.pointer, message, "set `target`, and set `better` to `higher` or `lower`")


RULE = Rule(__doc__, Severity.INFO, check)
