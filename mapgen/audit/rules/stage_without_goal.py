"""A stage without a goal.

A stage is the part of a journey in which the customer wants one thing; without the goal, no one can tell whether it was
reached. Reported only if at least half of the stages have one.

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
    for stage in case.missing(case.journey.stages, lambda stage: stage.goal):
        yield Finding(
            stage.pointer, f"stage {quoted(stage.name)} has no goal", "add what the customer wants there as `goal`"
        )


RULE = Rule(__doc__, Severity.INFO, check)
