"""A touchpoint from which customers cannot continue.

Either everyone who reaches it leaves the journey for good, or every edge from it leads back to it. This is rarely
intended: usually a share is wrong, an edge is missing, or a form really blocks everyone.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - name: Orders at the machine
            exits: [{kind: abandon, share: 1, reason: It takes no cash}]
            opportunities: [Take cash]
          - {name: Gets the cup, entry: true}

Good::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - name: Orders at the machine
            exits: [{kind: abandon, share: 0.1, reason: It takes no cash}]
          - Gets the cup
"""

from collections.abc import Iterator
from math import fsum

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.journey import Exit, Stage, Touchpoint
from mapgen.model.shares import ROUNDING_TOLERANCE

_GOOD = frozenset({"convert", "pause"})
_HINT = "add an edge to `flow` that leads on from here, or fix the shares"


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints that no customer continues from."""
    alone = {loop[0] for loop in case.analysis.loops.traps if len(loop) == 1}
    going = {edge.start for edge in case.analysis.flow.ways}
    for touchpoint, stage in walk.touchpoints(case.journey):
        if touchpoint.id in alone:
            message = f"every edge from {quoted(touchpoint.name)} leads back to it"
            yield Finding(touchpoint.pointer, message, _HINT)
        elif touchpoint.id not in going and _loses_all(_exits(stage, touchpoint)):
            message = f"everyone who reaches {quoted(touchpoint.name)} leaves the journey there"
            yield Finding(touchpoint.pointer, message, _HINT)


def _exits(stage: Stage, touchpoint: Touchpoint) -> tuple[Exit, ...]:
    return (*touchpoint.exits, *(stage.exits if touchpoint is stage.touchpoints[-1] else ()))


def _loses_all(exits: tuple[Exit, ...]) -> bool:
    """Whether the exits take all customers, and none of them is a success."""
    return fsum(leaving.share or 0 for leaving in exits) >= 1 - ROUNDING_TOLERANCE and not any(
        leaving.kind in _GOOD for leaving in exits
    )


RULE = Rule(__doc__, Severity.ERROR, check)
