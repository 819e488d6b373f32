"""Ways lead round in a circle that nobody gets out of.

A way back is good where it also leads on at last. In a circle without an exit and without a way on, the journey as it
is written has no end, and no share of those who reach it can be computed.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Looks for the card, Looks for cash]
    flow:
      - {from: looks-for-cash, to: looks-for-the-card, kind: back, share: 1}

Good::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Looks for the card, Looks for cash]
    flow:
      - {from: looks-for-cash, to: looks-for-the-card, kind: back, share: 0.5}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import counted, listed, quoted

_NAMED = 3


def check(case: Case) -> Iterator[Finding]:
    """Find circles of two and more touchpoints; a touchpoint that leads to itself is a dead end."""
    touchpoints = {one.id: one for one in case.journey.touchpoints()}
    for loop in case.analysis.loops.traps:
        if len(loop) > 1:
            named = [quoted(touchpoints[one].name) for one in loop[:_NAMED]]
            rest = [counted(len(loop) - _NAMED, "more touchpoint")] if len(loop) > _NAMED else []
            message = f"no way leads out of the circle of {listed([*named, *rest], joint='and')}"
            yield Finding(touchpoints[loop[0]].pointer, message, "add the way on in `flow`, or an exit")


RULE = Rule(__doc__, Severity.ERROR, check)
