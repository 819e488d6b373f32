"""Diagnostics -> JUnit's XML, which each CI service shows as tests: a suite a file, a case a diagnostic."""

from xml.sax.saxutils import escape, quoteattr

from mapgen.ci_commands import inert_markup
from mapgen.diagnostics.reporter import File, Report, ReportedDiagnostic, Reporter
from mapgen.diagnostics.terminal import cut, visible


def report(findings: Report) -> str:
    """Write all files; one that has nothing to say passes one test. What does not make the run fail passes too."""
    cases: list[list[ReportedDiagnostic]] = [[] for _ in findings.files]
    for finding in findings.each():
        cases[finding.number].append(finding)
    failures = [sum(_fails(one, findings) for one in found) for found in cases]
    totals = _attributes(name="mapgen", tests=sum(max(1, len(found)) for found in cases), failures=sum(failures))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {totals}>"]
    for file, found, failed in zip(findings.files, cases, failures, strict=True):
        name = visible(file.name)
        lines.append(f"  <testsuite {_attributes(name=name, tests=max(1, len(found)), failures=failed)}>")
        lines += [_case(one, failed=_fails(one, findings)) for one in found] or [_passed(file)]
        lines.append("  </testsuite>")
    return inert_markup("\n".join((*lines, "</testsuites>", "")))


def _fails(finding: ReportedDiagnostic, findings: Report) -> bool:
    return finding.diagnostic.severity >= findings.fails


def _attributes(**attributes: object) -> str:
    """Write attributes; the counts that JUnit also wants are zero here."""
    zeros = {"errors": 0, "skipped": 0} if "tests" in attributes else {}
    return " ".join(f"{name}={quoteattr(str(value))}" for name, value in {**attributes, **zeros, "time": 0}.items())


def _passed(file: File) -> str:
    return f"    <testcase {_attributes(classname=visible(file.name), name='no problems')}/>"


def _case(finding: ReportedDiagnostic, *, failed: bool) -> str:
    """Write a case; its name holds no line, so that it is the same test when something is written above it."""
    diagnostic, name = finding.diagnostic, visible(finding.file.name)
    place = f"{diagnostic.code} {cut(diagnostic.pointer)}".rstrip()
    attributes = _attributes(classname=name, name=place, file=name, line=finding.span.line)
    text = escape(f"{name}:{finding.span.line}:{finding.span.column}: {finding.advice}")
    kind = f"type={quoteattr(diagnostic.severity.name.lower())} message={quoteattr(finding.message)}"
    told = f"<failure {kind}>{text}</failure>" if failed else f"<system-out>{text}</system-out>"
    return f"    <testcase {attributes}>\n      {told}\n    </testcase>"


REPORTER = Reporter(report)
