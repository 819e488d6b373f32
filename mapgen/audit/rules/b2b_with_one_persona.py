"""A B2B journey with a single persona.

Businesses buy in groups: users, payers and those who can veto want different things. A map with one persona misses the
others.

Bad::

    title: Coffee for the office
    market: b2b
    personas: [{name: Ada, buying_role: user}]
    stages: [{name: Compare, touchpoints: [Reads the offer]}]

Good::

    title: Coffee for the office
    market: b2b
    personas: [{name: Ada, buying_role: user}, {name: Ben, buying_role: buyer}]
    stages: [{name: Compare, touchpoints: [Reads the offer]}]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find a lonely persona in a B2B journey; a spec without any has not begun to name them."""
    if case.journey.market == "b2b" and len(case.journey.personas) == 1:
        (persona,) = case.journey.personas
        message = f"{quoted(persona.name)} is the only persona in a B2B journey"
        yield Finding(persona.pointer, message, "add the people who decide, pay or can veto, each with a `buying_role`")


RULE = Rule(__doc__, Severity.WARNING, check)
