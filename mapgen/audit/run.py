"""Source, Journey, Policy -> the findings of an audit, with their locations.

Journey ──analyze──> Analysis ──audit──> findings by pointer
Source ──locate, address──> findings in the text ──waive──> those without a waiver
"""

from mapgen.analysis import analyze
from mapgen.audit import RULES, audit
from mapgen.audit.policy import Policy
from mapgen.audit.stable_paths import Addresses
from mapgen.audit.waivers import Waived, waive
from mapgen.model.journey import Journey
from mapgen.record import replace
from mapgen.source.tree import Source


def run_audit(source: Source, journey: Journey, policy: Policy) -> Waived:
    """Return the findings for the journey of a spec, with the problems of its waivers."""
    findings = audit(journey, analyze(journey), policy)
    addresses = Addresses(source)
    placed = [
        replace(finding, span=source.locate(finding.pointer), address=addresses.of(finding.pointer))
        for finding in findings
    ]
    placed.sort(key=lambda finding: finding.span or ())
    return waive(source, placed, RULES, tuple(policy.chosen(RULES)))
