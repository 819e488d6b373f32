"""Evidence that no claim references.

Unused evidence supports nothing; often a claim has lost its reference.

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

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.audit.usages import named_evidence
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.ids import reference


def check(case: Case) -> Iterator[Finding]:
    """Find evidence that is not referenced."""
    named = named_evidence(case.journey)
    for evidence in case.journey.evidence:
        if evidence.id not in named:
            message = f"evidence {quoted(evidence.title)} is not referenced by any claim"
            yield Finding(
                evidence.pointer,
                message,
                f"add evidence: [{reference(evidence.id)}] to the claims that it supports, or remove it",
            )


RULE = Rule(__doc__, Severity.INFO, check)
