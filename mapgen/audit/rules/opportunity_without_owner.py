"""An opportunity is nobody's.

It is asked for from each that is planned or in progress, since somebody must be at it; from an idea only where at least
half of the opportunities have an owner. What is done or dropped needs none.

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

_OVER = frozenset({"done", "dropped"})
_UNDER_WAY = frozenset({"planned", "in-progress"})


def check(case: Case) -> Iterator[Finding]:
    """Find opportunities that somebody should own."""
    found = [one for touchpoint in case.journey.touchpoints() for one in touchpoint.opportunities]
    missed = {one.pointer for one in case.missing(found, lambda one: one.owner)}
    for one in found:
        if one.owner is None and one.status not in _OVER and (one.status in _UNDER_WAY or one.pointer in missed):
            state = f", which is {one.status}" if one.status in _UNDER_WAY else ""
            message = f"nobody answers for the opportunity {quoted(one.text)}{state}"
            yield Finding(
                one.pointer, message.replace("in-progress", "in progress"), "name one of `owners` as its `owner`"
            )


RULE = Rule(__doc__, Severity.INFO, check)
