"""An owner that is not referenced.

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

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.audit.usages import named_owners
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find owners that are not referenced."""
    named = named_owners(case.journey)
    for owner in case.journey.owners:
        if owner.id not in named:
            message = f"owner {quoted(owner.name)} is not referenced"
            yield Finding(owner.pointer, message, "set it as `owner` or as one of `contributors`, or remove it")


RULE = Rule(__doc__, Severity.INFO, check)
