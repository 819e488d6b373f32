"""Diagnostics -> workflow commands, which GitHub Actions shows as annotations of a pull request.

GitHub shows ten annotations of each severity for a step and drops the rest, so the first one says how many there are.
"""

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.reporter import Report, ReportedDiagnostic, Reporter, counted
from mapgen.diagnostics.terminal import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MESSAGE = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
_PROPERTY = {**_MESSAGE, ord(":"): "%3A", ord(","): "%2C"}


def report(findings: Report) -> str:
    """Write a command for each diagnostic, "" where there is none."""
    found = list(findings.each())
    if not found:
        return ""
    files = len({finding.number for finding in found})
    said = f"{counted(finding.diagnostic for finding in found)} in {files} file{'' if files == 1 else 's'}"
    return "\n".join((f"::notice title=mapgen::{said}", *map(_command, found), ""))


def _command(finding: ReportedDiagnostic) -> str:
    span = finding.span
    properties = {"file": visible(finding.file.name), "line": span.line, "col": span.column, "endLine": span.end_line}
    if span.end_line == span.line:  # columns mean something only within one line
        properties["endColumn"] = span.end_column
    properties["title"] = f"mapgen {finding.diagnostic.code}"
    said = ",".join(f"{name}={inert_text(str(value)).translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.diagnostic.severity]} {said}::{inert_text(finding.advice).translate(_MESSAGE)}"


REPORTER = Reporter(report)
