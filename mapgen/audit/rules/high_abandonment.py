"""Many customers leave, and no opportunity addresses it.

A journey loses most where customers give up. At a touchpoint, the shares of its `abandon` and `churn` exits are added
up; for a stage without exits, the loss is computed from its volume and that of the next stage. An opportunity at the
touchpoint, or one that addresses a pain point there, resolves the finding.

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

from mapgen.audit.number_text import percent
from mapgen.audit.responses import ALSO_ANSWERED, answered_places
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.journey import Exit, Stage
from mapgen.model.shares import ROUNDING_TOLERANCE, exits_by_place

_LOST = frozenset({"abandon", "churn"})
_HINT = "add an opportunity there that would keep them"


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints, and stages without exits, where more leave than the threshold allows."""
    answered = frozenset[str]() if case.settings["also_answered"] else answered_places(case.journey)
    names = walk.names(case.journey)
    for place, exits in _exits(case).items():
        lost = fsum(leaving.share or 0 for leaving in exits)
        if place not in answered and lost >= case.number("threshold") - ROUNDING_TOLERANCE:
            worst = max(exits, key=lambda leaving: leaving.share or 0)
            yield Finding(worst.pointer, f"{percent(lost)} of customers leave at {quoted(names[place])}", _HINT)
    for stage, following in pairwise(case.journey.stages):
        lost = case.analysis.funnel.stages[stage.id].drop_off or 0
        if _is_silent(stage, answered) and lost >= case.number("drop_off") - ROUNDING_TOLERANCE:
            message = f"{percent(lost)} of those who enter {quoted(stage.name)} do not reach {quoted(following.name)}"
            yield Finding(
                f"{stage.pointer}/volume",
                message,
                "add `exits` where they leave, and an opportunity that would keep them",
            )


def _exits(case: Case) -> dict[str, list[Exit]]:
    """Return the exits by which customers are lost, by the touchpoint that they count at."""
    exits_by_touchpoint: dict[str, list[Exit]] = {}
    for place, exits in exits_by_place(case.journey.stages):
        lost = [leaving for leaving in exits if leaving.kind in _LOST]
        if lost:
            exits_by_touchpoint.setdefault(place, []).extend(lost)
    return exits_by_touchpoint


def _is_silent(stage: Stage, answered: frozenset[str]) -> bool:
    """Whether a stage with a volume has neither exits nor opportunities."""
    exits = (*stage.exits, *(leaving for touchpoint in stage.touchpoints for leaving in touchpoint.exits))
    is_answered = any(part.id in answered for part in walk.parts(stage))
    return stage.volume is not None and not exits and not is_answered


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {
        "threshold": Setting(0.3, "the minimum share of customers leaving a touchpoint", 0, 1),
        "drop_off": Setting(0.7, "the minimum share of customers not reaching the next stage", 0, 1),
        "also_answered": ALSO_ANSWERED,
    },
)
