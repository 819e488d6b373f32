"""An opportunity addresses no pain point.

A solution without a problem is hard to rank, and harder to stop. A touchpoint without a pain point may have other
reasons for one: customers leave there, or it feels bad. It is asked for where at least half of the opportunities say
what they address; what is done or dropped is left alone.

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

from collections.abc import Collection, Iterator

from mapgen.audit.figures import middle, score
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Touchpoint
from mapgen.model.shares import exits_by_place

_LOST = frozenset({"abandon", "churn"})
_OVER = frozenset({"done", "dropped"})


def check(case: Case) -> Iterator[Finding]:
    """Find opportunities that say of no pain point that they address it, unlike most others."""
    pairs = [(touchpoint, one) for touchpoint in case.journey.touchpoints() for one in touchpoint.opportunities]
    left = {place for place, exits in exits_by_place(case.journey.stages) if any(one.kind in _LOST for one in exits)}
    for touchpoint, one in case.missing(pairs, lambda pair: pair[1].addresses):
        if one.status not in _OVER and not _has_reasons(touchpoint, case, left):
            near = f": addresses: [{touchpoint.pain_points[0].id}]" if touchpoint.pain_points else ""
            message = f"the opportunity {quoted(one.text)} addresses no pain point"
            yield Finding(one.pointer, message, f"say which pain point it would ease{near}")


def _has_reasons(touchpoint: Touchpoint, case: Case, left: Collection[str]) -> bool:
    """Whether a touchpoint without a pain point needs something all the same."""
    felt = score(touchpoint)
    bad = felt is not None and felt < middle(case.journey.scale)
    return not touchpoint.pain_points and (bad or touchpoint.id in left)


RULE = Rule(__doc__, Severity.INFO, check)
