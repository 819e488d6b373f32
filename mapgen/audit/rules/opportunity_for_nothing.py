"""An opportunity addresses no pain point.

A solution without a problem is hard to rank, and harder to stop. It is asked for where at least half of the
opportunities say what they address; what is done or dropped is left alone.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            pain_points: [{id: blind, text: Nobody can tell how long it takes}]
            opportunities:
              - {text: Show the waiting time, addresses: [blind]}
              - {text: A robot that waves}

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            pain_points: [{id: blind, text: Nobody can tell how long it takes}]
            opportunities:
              - {text: Show the waiting time, addresses: [blind]}
              - {text: A robot that waves, status: dropped}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted

_OVER = frozenset({"done", "dropped"})


def check(case: Case) -> Iterator[Finding]:
    """Find opportunities that say of no pain point that they address it, unlike most others."""
    pairs = [(touchpoint, one) for touchpoint in case.journey.touchpoints() for one in touchpoint.opportunities]
    for touchpoint, one in case.missing(pairs, lambda pair: pair[1].addresses):
        if one.status not in _OVER:
            near = f": addresses: [{touchpoint.pain_points[0].id}]" if touchpoint.pain_points else ""
            message = f"the opportunity {quoted(one.text)} addresses no pain point"
            yield Finding(one.pointer, message, f"say which pain point it would ease{near}")


RULE = Rule(__doc__, Severity.INFO, check)
