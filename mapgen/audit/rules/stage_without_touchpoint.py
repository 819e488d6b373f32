"""A stage has no touchpoint.

Nothing happens there, so nothing can feel good or bad, and no way can lead there. It is asked for where at least half
of the stages have one.

Bad::

    title: Morning coffee
    stages:
      - {name: Arrive, touchpoints: [Sees the queue]}
      - {name: Order}

Good::

    title: Morning coffee
    stages:
      - {name: Arrive, touchpoints: [Sees the queue]}
      - {name: Order, touchpoints: [Orders]}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find empty stages among filled ones."""
    for stage in case.missing(case.journey.stages, lambda one: one.touchpoints):
        message = f"the stage {quoted(stage.name)} has no touchpoint"
        yield Finding(stage.pointer, message, "write what customers do or meet there, or take the stage out")


RULE = Rule(__doc__, Severity.WARNING, check)
