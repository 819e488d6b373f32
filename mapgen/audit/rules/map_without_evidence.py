"""A map that names no evidence.

Everything on it may be an assumption. As soon as a spec declares evidence, the map shows which claims it backs, and
marks the others as hypotheses. Reported once, for a map with at least `claims` emotions, pain points, metrics and
personas: a sketch needs no evidence.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: -1, pain_points: [Nobody can tell how long it takes]}
          - {name: Waits, emotion: -2, pain_points: [It is cold outside]}
          - {name: Is greeted by name, emotion: 2}

Good::

    title: Morning coffee
    evidence: [{id: counts, kind: observation, title: Queue counts in May}]
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: {score: -1, evidence: [counts]}, pain_points: [Nobody can tell how long]}
          - {name: Waits, emotion: -2, pain_points: [It is cold outside]}
          - {name: Is greeted by name, emotion: 2}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity


def check(case: Case) -> Iterator[Finding]:
    """Find a map with claims and without evidence."""
    claims = case.analysis.evidence.total.claims
    if claims >= case.number("claims") and not case.journey.evidence:
        hint = "declare what you know under `evidence`, and name it at the claims that it supports"
        yield Finding("/title", "the map names no evidence for what it claims", hint)


RULE = Rule(__doc__, Severity.INFO, check, {"claims": Setting(5, "the minimum number of claims", 1)})
