"""Customers come to a touchpoint and cannot get on from there.

Either everybody who comes here leaves the journey for good, or every way from here leads back to here. Such a place is
seldom meant: a wrong share, a way that was forgotten, or a form that truly lets nobody through.

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
from mapgen.model.journey import Exit, Stage, Touchpoint
from mapgen.model.shares import ROUNDING

_GOOD = frozenset({"convert", "pause"})
_HINT = "say with `flow` where the journey goes on from here, or mend the shares"


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints that nobody gets on from."""
    alone = {loop[0] for loop in case.analysis.loops.traps if len(loop) == 1}
    going = {way.start for way in case.analysis.flow.ways}
    for stage in case.journey.stages:
        for touchpoint in stage.touchpoints:
            if touchpoint.id in alone:
                message = f"every way from {quoted(touchpoint.name)} leads back to it"
                yield Finding(touchpoint.pointer, message, _HINT)
            elif touchpoint.id not in going and _loses_all(_exits(stage, touchpoint)):
                message = f"everybody who comes to {quoted(touchpoint.name)} leaves the journey there"
                yield Finding(touchpoint.pointer, message, _HINT)


def _exits(stage: Stage, touchpoint: Touchpoint) -> tuple[Exit, ...]:
    return (*touchpoint.exits, *(stage.exits if touchpoint is stage.touchpoints[-1] else ()))


def _loses_all(exits: tuple[Exit, ...]) -> bool:
    """Whether the exits take everybody, and none of them is a good end."""
    return fsum(one.share or 0 for one in exits) >= 1 - ROUNDING and not any(one.kind in _GOOD for one in exits)


RULE = Rule(__doc__, Severity.ERROR, check)
