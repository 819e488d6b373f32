"""Something that must be true is not, and nobody works on it.

It is told of requirements with `met: false` in stages without an opportunity.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        requirements: [{text: The board shows all prices, met: false}]
        touchpoints: [Reads the board]

Good::

    title: Morning coffee
    stages:
      - name: Order
        requirements: [{text: The board shows all prices, met: false}]
        touchpoints: [{name: Reads the board, opportunities: [A board with prices]}]
"""

from collections.abc import Iterator

from mapgen.audit.remedies import ALSO_ANSWERED, answered_touchpoints
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find requirements that are not met in stages without an opportunity."""
    answered = frozenset[str]() if case.settings["also_answered"] else answered_touchpoints(case.journey)
    for stage in case.journey.stages:
        if any(one.id in answered for one in stage.touchpoints):
            continue
        for requirement in stage.requirements:
            if requirement.met is False:
                message = f"the requirement {quoted(requirement.text)} is not met"
                yield Finding(
                    requirement.pointer, message, "write down as an opportunity of the stage what would meet it"
                )


RULE = Rule(__doc__, Severity.WARNING, check, {"also_answered": ALSO_ANSWERED})
