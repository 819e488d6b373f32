"""A critical pain point has no owner.

What is critical needs somebody who fixes it. A pain point without an owner of its own belongs to the owner of its
touchpoint, else to that of its stage; only where there is none at all is it reported.

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

from mapgen.audit.owners import owner_of
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find critical pain points without an owner, of their own or of their place."""
    for stage in case.journey.stages:
        for touchpoint in stage.touchpoints:
            if owner_of(touchpoint, stage):
                continue
            for pain in touchpoint.pain_points:
                if pain.severity == "critical" and pain.owner is None:
                    message = f"the critical pain point {quoted(pain.text)} has no owner"
                    yield Finding(pain.pointer, message, "name one of `owners` as its `owner`, or as its touchpoint's")


RULE = Rule(__doc__, Severity.WARNING, check)
