"""An unmet requirement that no opportunity addresses.

Reported for requirements with `met: false` in stages without an opportunity.

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

from mapgen.audit.responses import ALSO_ANSWERED, answered_places
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk


def check(case: Case) -> Iterator[Finding]:
    """Find requirements that are not met in stages without an opportunity."""
    answered = frozenset[str]() if case.settings["also_answered"] else answered_places(case.journey)
    for stage in case.journey.stages:
        if any(part.id in answered for part in walk.parts(stage)):
            continue
        for requirement in stage.requirements:
            if requirement.met is False:
                message = f"requirement {quoted(requirement.text)} is not met"
                yield Finding(requirement.pointer, message, "add an opportunity to the stage that would meet it")


RULE = Rule(__doc__, Severity.WARNING, check, {"also_answered": ALSO_ANSWERED})
