"""An opportunity has no owner.

Each one that is planned or in progress needs an owner, since somebody must work on it; an idea needs one only where at
least half of the opportunities have one. What is done or dropped needs none. An opportunity without an owner of its
own belongs to the owner of its touchpoint, else to that of its stage.

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

from mapgen.audit.owners import owner_of
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted

_OVER = frozenset({"done", "dropped"})
_UNDER_WAY = frozenset({"planned", "in-progress"})


def check(case: Case) -> Iterator[Finding]:
    """Find opportunities that somebody should own, and that have no owner of their own or of their place."""
    places = [(touchpoint, stage) for stage in case.journey.stages for touchpoint in stage.touchpoints]
    found = [(one, owner_of(*place)) for place in places for one in place[0].opportunities]
    missed = {one.pointer for one, _ in case.missing(found, lambda pair: pair[0].owner)}
    for one, inherited in found:
        if one.owner or inherited or one.status in _OVER:
            continue
        if one.status in _UNDER_WAY or one.pointer in missed:
            kind = f"{one.status} opportunity" if one.status in _UNDER_WAY else "opportunity"
            message = f"the {kind} {quoted(one.text)} has no owner"
            yield Finding(one.pointer, message, "name one of `owners` as its `owner`, or as its touchpoint's")


RULE = Rule(__doc__, Severity.INFO, check)
