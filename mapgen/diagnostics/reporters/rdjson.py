"""Diagnostics -> the JSON of reviewdog, which comments on a change in any code review that it knows."""

from mapgen.ci_commands import json_text
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.reporter import Report, ReportedDiagnostic, Reporter


def report(findings: Report) -> str:
    """Write all diagnostics as one result."""
    lines = [split_lines(file.text) for file in findings.files]
    told = [_diagnostic(finding, lines[finding.number]) for finding in findings.each()]
    return json_text({"source": {"name": "mapgen"}, "diagnostics": told}, ascii_only=True) + "\n"


def _diagnostic(finding: ReportedDiagnostic, lines: list[str]) -> dict[str, object]:
    span = finding.span
    start, end = _place(lines, span.line, span.column), _place(lines, span.end_line, span.end_column)
    return {
        "message": finding.advice,
        "location": {"path": finding.file.name, "range": {"start": start, "end": end}},
        "severity": finding.diagnostic.severity.name,
        "code": {"value": finding.diagnostic.code},
    }


def _place(lines: list[str], line: int, column: int) -> dict[str, int]:
    """Return a place whose column counts the bytes of UTF-8, as reviewdog does."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    beyond = column - 1 - len(before)
    return {"line": line, "column": len(before.encode(errors="replace")) + beyond + 1}


REPORTER = Reporter(report)
