"""A stage does not say what the customer wants there.

A stage is a part of the journey in which the customer wants one thing; without the goal nobody can tell whether it was
reached. It is asked for where at least half of the stages have one.

Bad::

    title: Morning coffee
    stages:
      - {name: Arrive, goal: A coffee before the train leaves, touchpoints: [Sees the queue]}
      - {name: Order, touchpoints: [Orders]}

Good::

    title: Morning coffee
    stages:
      - {name: Arrive, goal: A coffee before the train leaves, touchpoints: [Sees the queue]}
      - {name: Order, goal: The usual without a word, touchpoints: [Orders]}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find stages that have no goal, unlike most others."""
    for stage in case.missing(case.journey.stages, lambda one: one.goal):
        yield Finding(
            stage.pointer, f"the stage {quoted(stage.name)} has no goal", "write what the customer wants there"
        )


RULE = Rule(__doc__, Severity.INFO, check)
