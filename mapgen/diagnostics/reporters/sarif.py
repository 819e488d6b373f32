"""Diagnostics -> SARIF 2.1.0, which GitHub's code scanning, Azure and many editors show."""

from urllib.parse import quote

from mapgen.ci_commands import json_text
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.reporter import Report, ReportedDiagnostic, Reporter

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"


def report(findings: Report) -> str:
    """Write one run, with the explanation of each code that occurs. Paths are relative to where mapgen was started."""
    found = list(findings.each())
    codes = sorted({finding.diagnostic.code for finding in found})
    driver = {"name": "mapgen", "semanticVersion": findings.version, "rules": [_rule(code, findings) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which mapgen was started."}}},
        "results": [_result(finding, codes) for finding in found],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ascii_only=True) + "\n"


def _rule(code: str, findings: Report) -> dict[str, object]:
    page = findings.explain(code)
    if page is None:
        return {"id": code}
    examples = [(title, example) for title, example in (("Bad", page.bad), ("Good", page.good)) if example]
    plain = (page.why, *(f"{title}:\n\n{example.strip()}" for title, example in examples))
    fenced = (page.why, *(f"{title}:\n\n```yaml\n{example.strip()}\n```" for title, example in examples))
    return {
        "id": code,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.why},
        "help": {"text": "\n\n".join(plain), "markdown": "\n\n".join(fenced)},
    }


def _result(finding: ReportedDiagnostic, codes: list[str]) -> dict[str, object]:
    diagnostic, span = finding.diagnostic, finding.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    place = {"artifactLocation": _address(finding.file.name), "region": region}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": finding.advice},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"mapgen/v1": finding.fingerprint},
    }


def _address(name: str) -> dict[str, str]:
    """Return where a file lies: below the root, or anywhere on the disk."""
    path = quote(name, errors="replace")
    if name.startswith("/"):
        return {"uri": f"file://{path}"}
    return {"uri": path, "uriBaseId": _ROOT}


REPORTER = Reporter(report)
