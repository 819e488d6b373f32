"""An opportunity without an owner.

An opportunity that is planned or in progress needs an owner, because someone has to work on it; an idea needs one only
if at least half of the opportunities have one. Opportunities that are done or dropped need none. An opportunity without
its own `owner` inherits the owner of its touchpoint, then of its stage.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            opportunities: [{text: Show the waiting time, status: planned}]

Good::

    title: Morning coffee
    owners: [App team]
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            opportunities: [{text: Show the waiting time, status: planned, owner: app-team}]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk

_OVER = frozenset({"done", "dropped"})
_UNDER_WAY = frozenset({"planned", "in-progress"})


def check(case: Case) -> Iterator[Finding]:
    """Find opportunities that should have an owner, and have neither their own nor an inherited one."""
    opportunities = list(walk.opportunities(case.journey))
    missed = {opportunity.pointer for opportunity, _ in case.missing(opportunities, lambda pair: pair[0].owner)}
    for opportunity, location in opportunities:
        if opportunity.owner or location.owner or opportunity.status in _OVER:
            continue
        if opportunity.status in _UNDER_WAY or opportunity.pointer in missed:
            kind = f"{opportunity.status} opportunity" if opportunity.status in _UNDER_WAY else "opportunity"
            message = f"{kind} {quoted(opportunity.text)} has no owner"
            yield Finding(
                opportunity.pointer, message, f"set `owner` on it or on its {location.kind} to one of `owners`"
            )


RULE = Rule(__doc__, Severity.INFO, check)
