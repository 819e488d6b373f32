"""The market is B2B, and one persona stands for all who decide.

Businesses buy in groups: who uses it, who pays for it and who can stop it want different things. A map of one of them
misses the others.

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
        message = f"{quoted(persona.name)} is the only persona of a B2B journey"
        yield Finding(persona.pointer, message, "add those who decide, pay or can say no, each with a `buying_role`")


RULE = Rule(__doc__, Severity.WARNING, check)
