"""Nobody answers for a touchpoint.

What nobody answers for, nobody mends. The owner of the stage answers for touchpoints where the stage names none at all.
It is asked for where at least half of the touchpoints have an owner.

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
    """Find touchpoints that nobody answers for, unlike most others."""
    pairs = [pair for stage in case.journey.stages for pair in _pairs(stage)]
    for touchpoint, _ in case.missing(pairs, lambda pair: pair[1]):
        message = f"nobody answers for {quoted(touchpoint.name)}"
        yield Finding(touchpoint.pointer, message, "name one of `owners` as its `owner`")


def _pairs(stage: Stage) -> Iterator[tuple[Touchpoint, Owner | None]]:
    common = None if any(one.owner for one in stage.touchpoints) else stage.owner
    return ((one, one.owner or common) for one in stage.touchpoints)


RULE = Rule(__doc__, Severity.INFO, check)
