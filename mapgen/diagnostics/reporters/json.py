"""Diagnostics -> JSON for programs; docs/ci.md tells the shape."""

from mapgen.ci_commands import json_text
from mapgen.diagnostics.reporter import File, Report, ReportedDiagnostic, Reporter, counts
from mapgen.diagnostics.terminal import cut

VERSION = 1


def report(findings: Report) -> str:
    """Write the files in the order in which they were read, each with what there is to say about it."""
    by_file: dict[int, list[ReportedDiagnostic]] = {}
    for finding in findings.each():
        by_file.setdefault(finding.number, []).append(finding)
    data = {
        "format": "mapgen-findings",
        "version": VERSION,
        "totals": counts(finding.diagnostic for found in by_file.values() for finding in found),
        "files": [_file(file, by_file.get(number, [])) for number, file in enumerate(findings.files)],
    }
    return json_text(data, ascii_only=True) + "\n"


def _file(file: File, found: list[ReportedDiagnostic]) -> dict[str, object]:
    return {"path": file.name, "findings": [_finding(one) for one in found]}


def _finding(finding: ReportedDiagnostic) -> dict[str, object]:
    diagnostic, span = finding.diagnostic, finding.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.name.lower(),
        "message": finding.message,
        "hint": cut(diagnostic.hint) if diagnostic.hint else None,
        "pointer": diagnostic.pointer,
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
        "fingerprint": finding.fingerprint,
    }


REPORTER = Reporter(report)
