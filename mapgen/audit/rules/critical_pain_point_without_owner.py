"""A pain point is critical, and it is nobody's.

What is critical wants a name of its own: the owner of the touchpoint answers for all that happens there, and that has
not been enough.

Bad::

    title: Morning coffee
    owners: [Bar team]
    stages:
      - name: Order
        touchpoints:
          - name: Gets the cup
            owner: bar-team
            pain_points: [{id: burns, text: The lid comes off, severity: critical}]
            opportunities: [{text: Lids that click, addresses: [burns], owner: bar-team}]

Good::

    title: Morning coffee
    owners: [Bar team]
    stages:
      - name: Order
        touchpoints:
          - name: Gets the cup
            owner: bar-team
            pain_points: [{id: burns, text: The lid comes off, severity: critical, owner: bar-team}]
            opportunities: [{text: Lids that click, addresses: [burns], owner: bar-team}]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find critical pain points without an owner of their own."""
    for touchpoint in case.journey.touchpoints():
        for pain in touchpoint.pain_points:
            if pain.severity == "critical" and pain.owner is None:
                message = f"nobody answers for the critical pain point {quoted(pain.text)}"
                yield Finding(pain.pointer, message, "name one of `owners` as its `owner`")


RULE = Rule(__doc__, Severity.WARNING, check)
