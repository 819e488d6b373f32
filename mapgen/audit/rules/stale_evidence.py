"""Outdated evidence.

Customers change, and so does what they experience. Evidence without a date, and evidence that no claim references, is
not checked.

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

from mapgen.audit.number_text import days_or_months
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.audit.usages import named_evidence
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.calendar import age_in_days


def check(case: Case) -> Iterator[Finding]:
    """Find evidence that is too old on the day of the audit."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - for mypy
    named = named_evidence(case.journey)
    for evidence in case.journey.evidence:
        days = age_in_days(evidence.date, case.day) if evidence.date and evidence.id in named else 0
        if days > case.number("days"):
            message = f"evidence {quoted(evidence.title)} is {days_or_months(days)} old"
            yield Finding(evidence.pointer, message, "repeat the research, or reference newer evidence")


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"days": Setting(730, "the age in days after which evidence is outdated")},
    needs_day=True,
)
