"""A pain point is bad, and nobody has an idea against it.

A map that names what hurts and stops there changes nothing. Pain points count from the severity that the setting names.
An opportunity answers those that it addresses; one that addresses none answers those of its touchpoint.

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

from mapgen.audit import remedies
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import journey as model

_GRADES: tuple[str, ...] = get_args(model.Severity)


def check(case: Case) -> Iterator[Finding]:
    """Find bad pain points that no opportunity answers."""
    answered = remedies.answered_pains(case.journey)
    least = _GRADES.index(str(case.settings["from"])) + 1
    for touchpoint in case.journey.touchpoints():
        for pain in touchpoint.pain_points:
            if model.grade(pain.severity) >= least and pain.id not in answered:
                message = f"no opportunity answers the {pain.severity} pain point {quoted(pain.text)}"
                yield Finding(pain.pointer, message, f"add an opportunity with addresses: [{pain.id}]")


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"from": Setting("high", "the severity from which it is told", words=_GRADES)},
)
