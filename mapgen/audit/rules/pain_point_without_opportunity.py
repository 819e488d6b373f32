"""A severe pain point without an opportunity.

A map that lists problems but no solutions changes nothing. Pain points are checked from severity `from` upward. An
opportunity covers the pain points that it addresses; one without `addresses` covers those of its touchpoint.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            pain_points: [{text: Nobody can tell how long it takes, severity: high}]

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            pain_points: [{text: Nobody can tell how long it takes, severity: high}]
            opportunities: [Show the waiting time in the app]
"""

from collections.abc import Iterator
from typing import get_args

from mapgen.audit import responses
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import journey as model
from mapgen.model import walk
from mapgen.model.ids import reference

_GRADES: tuple[str, ...] = get_args(model.Severity)


def check(case: Case) -> Iterator[Finding]:
    """Find severe pain points that no opportunity covers."""
    answered = responses.answered_pains(case.journey)
    least = _GRADES.index(str(case.settings["from"])) + 1
    for pain, _ in walk.pain_points(case.journey):
        if model.grade(pain.severity) >= least and pain.id not in answered:
            message = f"no opportunity addresses the {pain.severity} pain point {quoted(pain.text)}"
            yield Finding(pain.pointer, message, f"add an opportunity with addresses: [{reference(pain.id)}]")


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"from": Setting("high", "the lowest severity that is reported", words=_GRADES)},
)
