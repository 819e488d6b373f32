"""Evidence is older than a map should rest on.

Customers change, and so does what they meet. Evidence without a date, and evidence that no claim names, is left alone.

Bad, on 2026-11-01::

    title: Morning coffee
    evidence: [{id: counts, kind: observation, title: Queue counts, date: 2023-05-31}]
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: {score: -1, evidence: [counts]}}

Good, on 2026-11-01::

    title: Morning coffee
    evidence: [{id: counts, kind: observation, title: Queue counts, date: 2026-05-31}]
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: {score: -1, evidence: [counts]}}
"""

from collections.abc import Iterator

from mapgen.audit.days import age, ago
from mapgen.audit.mentions import named_evidence
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find evidence that is too old on the day of the audit."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - tells mypy
    named = named_evidence(case.journey)
    for one in case.journey.evidence:
        days = age(one.date, case.day) if one.date and one.id in named else 0
        if days > case.number("days"):
            message = f"the evidence {quoted(one.title)} is {ago(days)} old"
            yield Finding(one.pointer, message, "look again, or name newer evidence for what rests on it")


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"days": Setting(730, "the age from which evidence is stale, in days")},
    needs_day=True,
)
