"""A stage without touchpoints.

Nothing happens in it, and no edge can lead to it. Reported only if at least half of the stages have touchpoints. A
stage that states by itself how customers feel, think or suffer in it needs none.

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
from mapgen.model import walk


def check(case: Case) -> Iterator[Finding]:
    """Find empty stages among filled ones."""
    for stage in case.missing(case.journey.stages, lambda stage: stage.touchpoints or walk.has_facts(stage)):
        message = f"stage {quoted(stage.name)} has no touchpoints"
        yield Finding(stage.pointer, message, "add what customers do or experience there, or remove the stage")


RULE = Rule(__doc__, Severity.WARNING, check)
