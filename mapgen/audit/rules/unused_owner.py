"""An owner is declared, and answers for nothing.

Bad::

    title: Morning coffee
    owners: [Bar team, App team]
    stages:
      - {name: Order, owner: bar-team, touchpoints: [Orders]}

Good::

    title: Morning coffee
    owners: [Bar team]
    stages:
      - {name: Order, owner: bar-team, touchpoints: [Orders]}
"""

from collections.abc import Iterator

from mapgen.audit.mentions import named_owners
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find owners that nothing names."""
    named = named_owners(case.journey)
    for owner in case.journey.owners:
        if owner.id not in named:
            message = f"the owner {quoted(owner.name)} answers for nothing"
            yield Finding(owner.pointer, message, "name it where it answers or helps, or take it out")


RULE = Rule(__doc__, Severity.INFO, check)
