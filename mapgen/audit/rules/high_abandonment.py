"""Many leave at one place, and nobody works on it.

The places where customers give up are where a journey loses most. The shares of the exits `abandon` and `churn` at a
touchpoint are added up; where a stage has no exits, its volume and that of the next stage tell how many it loses. An
opportunity of the touchpoint, or one that addresses a pain point of it, answers the finding.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - name: Waits at the till
            exits: [{kind: abandon, share: 0.4, reason: The train leaves}]
          - Orders

Good::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - name: Waits at the till
            exits: [{kind: abandon, share: 0.4, reason: The train leaves}]
            opportunities: [Order ahead in the app]
          - Orders
"""

from collections.abc import Iterator
from itertools import pairwise
from math import fsum

from mapgen.audit.figures import percent
from mapgen.audit.remedies import ALSO_ANSWERED, answered_touchpoints
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Exit, Stage
from mapgen.model.shares import ROUNDING, exits_by_place

_LOST = frozenset({"abandon", "churn"})
_HINT = "write down as an opportunity there what would keep them"


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints, and stages without exits, where more leave than the threshold allows."""
    answered = frozenset[str]() if case.settings["also_answered"] else answered_touchpoints(case.journey)
    names = {one.id: one.name for one in case.journey.stages}
    names |= {one.id: one.name for one in case.journey.touchpoints()}
    for place, exits in _exits(case).items():
        lost = fsum(one.share or 0 for one in exits)
        if place not in answered and lost >= case.number("threshold") - ROUNDING:
            worst = max(exits, key=lambda one: one.share or 0)
            yield Finding(worst.pointer, f"{percent(lost)} leave at {quoted(names[place])}", _HINT)
    for stage, following in pairwise(case.journey.stages):
        lost = case.analysis.funnel.stages[stage.id].drop_off or 0
        if _is_silent(stage, answered) and lost >= case.number("drop_off") - ROUNDING:
            message = f"{percent(lost)} of those who enter {quoted(stage.name)} do not get to {quoted(following.name)}"
            yield Finding(
                f"{stage.pointer}/volume", message, "say with `exits` where they leave, and what would keep them"
            )


def _exits(case: Case) -> dict[str, list[Exit]]:
    """Return the exits by which customers are lost, by the touchpoint that they count at."""
    found: dict[str, list[Exit]] = {}
    for place, exits in exits_by_place(case.journey.stages):
        lost = [one for one in exits if one.kind in _LOST]
        if lost:
            found.setdefault(place, []).extend(lost)
    return found


def _is_silent(stage: Stage, answered: frozenset[str]) -> bool:
    """Whether a stage says nothing of those who leave it: neither an exit, nor what could be done."""
    exits = (*stage.exits, *(one for touchpoint in stage.touchpoints for one in touchpoint.exits))
    return stage.volume is not None and not exits and not any(one.id in answered for one in stage.touchpoints)


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "threshold": Setting(0.3, "the share of customers who leave a touchpoint from which it is told", 0, 1),
        "drop_off": Setting(
            0.7, "the share of customers who do not get from a stage to the next from which it is told", 0, 1
        ),
        "also_answered": ALSO_ANSWERED,
    },
)
