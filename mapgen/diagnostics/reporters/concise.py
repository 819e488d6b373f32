"""Diagnostics -> text for people and for editors: one line each, which begins with the place."""

from collections.abc import Iterator

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.reporter import TOP, File, Report, Reporter, ordered
from mapgen.diagnostics.reporters.full import MAX_OUTPUT_SIZE, MAX_SHOWN
from mapgen.diagnostics.terminal import cut, path_shown


def report(findings: Report) -> str:
    """Write `path:line:column: severity[code] message`."""
    return "".join(line for file in findings.files for line in _lines(file))


def _lines(file: File) -> Iterator[str]:
    name = path_shown(cut(file.name))
    size = shown = 0
    for diagnostic in ordered(file.diagnostics)[:MAX_SHOWN]:
        span, severity = diagnostic.span or TOP, diagnostic.severity.name.lower()
        place = f"{name}:{span.line}:{span.column}"
        line = inert_text(f"{place}: {severity}[{diagnostic.code}] {cut(diagnostic.message)}\n")
        size += len(line.encode())
        if size > MAX_OUTPUT_SIZE:
            break
        shown += 1
        yield line
    more = len(file.diagnostics) - shown
    if more:
        yield inert_text(f"{name}: … and {more} more\n")


REPORTER = Reporter(report, document=False)
