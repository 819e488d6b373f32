"""A loop that customers cannot leave.

A loop is fine if it eventually leads on. In a loop without an exit and without an edge out of it, the journey as
written never ends, and no share can be computed for those who enter it.

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
    """Find loops of two or more touchpoints; a touchpoint that leads to itself is a dead end."""
    touchpoints = {touchpoint.id: touchpoint for touchpoint in case.journey.touchpoints()}
    for loop in case.analysis.loops.traps:
        if len(loop) > 1:
            named = [quoted(touchpoints[ident].name) for ident in loop[:_NAMED]]
            rest = [counted(len(loop) - _NAMED, "more touchpoint")] if len(loop) > _NAMED else []
            message = f"no edge or exit leads out of the loop of {listed([*named, *rest], joint='and')}"
            yield Finding(touchpoints[loop[0]].pointer, message, "add an edge out of it to `flow`, or an exit")


RULE = Rule(__doc__, Severity.ERROR, check)
