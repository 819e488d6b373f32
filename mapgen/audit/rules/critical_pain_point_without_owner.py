"""A critical pain point without an owner.

A critical pain point needs someone to fix it. A pain point without its own `owner` inherits the owner of its
touchpoint, then of its stage; it is reported only if there is none.

Bad::

    title: Morning coffee
    owners: [Bar team]
    stages:
      - name: Order
        touchpoints:
          - name: Gets the cup
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
            pain_points: [{id: burns, text: The lid comes off, severity: critical}]
            opportunities: [{text: Lids that click, addresses: [burns], owner: bar-team}]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk


def check(case: Case) -> Iterator[Finding]:
    """Find critical pain points without an owner, of their own or of their place."""
    for pain, location in walk.pain_points(case.journey):
        if pain.severity == "critical" and not (pain.owner or location.owner):
            message = f"critical pain point {quoted(pain.text)} has no owner"
            yield Finding(pain.pointer, message, f"set `owner` on it or on its {location.kind} to one of `owners`")


RULE = Rule(__doc__, Severity.WARNING, check)
