"""Evidence is declared, and no claim rests on it.

What was found out and is not used backs nothing; often a claim has lost its reference.

Bad::

    title: Morning coffee
    evidence: [{id: counts, title: Queue counts in May}]
    stages:
      - {name: Arrive, touchpoints: [{name: Sees the queue, emotion: -1}]}

Good::

    title: Morning coffee
    evidence: [{id: counts, title: Queue counts in May}]
    stages:
      - {name: Arrive, touchpoints: [{name: Sees the queue, emotion: {score: -1, evidence: [counts]}}]}
"""

from collections.abc import Iterator

from mapgen.audit.mentions import named_evidence
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find evidence that nothing names."""
    named = named_evidence(case.journey)
    for one in case.journey.evidence:
        if one.id not in named:
            message = f"nothing rests on the evidence {quoted(one.title)}"
            yield Finding(
                one.pointer, message, f"write evidence: [{one.id}] at the claims that it backs, or take it out"
            )


RULE = Rule(__doc__, Severity.INFO, check)
