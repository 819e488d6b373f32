"""Diagnostics -> a Code Quality report, which GitLab shows in a merge request."""

import json

from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.reporter import Finding, Findings, Reporter

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def report(findings: Findings) -> str:
    """Write a list of issues; GitLab compares their fingerprints with those of the target branch."""
    return json.dumps([_issue(finding) for finding in findings.each()], indent=2) + "\n"


def _issue(finding: Finding) -> dict[str, object]:
    diagnostic, span = finding.diagnostic, finding.span
    return {
        "type": "issue",
        "check_name": diagnostic.code,
        "description": finding.advice.replace("\n", "; "),  # it is shown on one line
        "severity": _SEVERITIES[diagnostic.severity],
        "fingerprint": finding.fingerprint,
        "location": {"path": finding.file.name, "lines": {"begin": span.line, "end": span.end_line}},
    }


REPORTER = Reporter(report)
