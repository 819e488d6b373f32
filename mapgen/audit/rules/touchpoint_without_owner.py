"""A touchpoint without an owner.

What no one owns, no one fixes. The owner of the stage counts for its touchpoints if none of them names an owner.
Reported only if at least half of the touchpoints have one.

Bad::

    title: Morning coffee
    owners: [Bar team]
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, owner: bar-team}
          - {name: Gets the cup}

Good::

    title: Morning coffee
    owners: [Bar team]
    stages:
      - name: Order
        owner: bar-team
        touchpoints: [Orders, Gets the cup]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Owner, Stage, Touchpoint


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints without an owner, unlike most others."""
    pairs = [pair for stage in case.journey.stages for pair in _pairs(stage)]
    for touchpoint, _ in case.missing(pairs, lambda pair: pair[1]):
        message = f"touchpoint {quoted(touchpoint.name)} has no owner"
        yield Finding(touchpoint.pointer, message, "set `owner` to one of `owners`")


def _pairs(stage: Stage) -> Iterator[tuple[Touchpoint, Owner | None]]:
    common = None if any(touchpoint.owner for touchpoint in stage.touchpoints) else stage.owner
    return ((touchpoint, touchpoint.owner or common) for touchpoint in stage.touchpoints)


RULE = Rule(__doc__, Severity.INFO, check)
