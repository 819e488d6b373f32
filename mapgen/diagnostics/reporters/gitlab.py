"""Diagnostics -> a Code Quality report, which GitLab shows in a merge request."""

from mapgen.ci_commands import json_text
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.reporter import Report, ReportedDiagnostic, Reporter

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def report(findings: Report) -> str:
    """Write a list of issues; GitLab compares their fingerprints with those of the target branch."""
    return json_text([_issue(finding) for finding in findings.each()], ascii_only=True) + "\n"


def _issue(finding: ReportedDiagnostic) -> dict[str, object]:
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
