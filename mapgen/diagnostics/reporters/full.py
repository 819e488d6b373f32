"""Diagnostics -> text for people, with an excerpt of the file and a hint for each."""

from collections.abc import Iterator, Sequence

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.reporter import TOP, Report, Reporter, counted, ordered
from mapgen.diagnostics.span import Span
from mapgen.diagnostics.terminal import cut, in_cells
from mapgen.record import record

MAX_SHOWN = 20  # diagnostics a file
MAX_OUTPUT_SIZE = 7_600  # bytes for all of them; with the summary and the names of other files a run stays below 8 kB
_EXCERPT = 100  # characters of a line of the file
_BEFORE = 40  # of these, at least so many before the guilty place when a long line is cut
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def report(name: str, text: str, diagnostics: Sequence[Diagnostic], *, color: bool) -> str:
    """Return what there is to say about the file, by place, ending in a line end; "" if there is nothing.

    No line begins with text of the author, so that none can be taken for a command to a CI service.
    """
    page = _OutputBuffer(cut(name), split_lines(text), _Paint(enabled=color))
    blocks: list[str] = []
    size = 0
    for diagnostic in ordered(sorted(diagnostics, key=lambda one: -one.severity)[:MAX_SHOWN]):
        block = inert_text("\n".join(_block(page, diagnostic))) + "\n"
        size += len(block.encode())
        if size > MAX_OUTPUT_SIZE:
            break
        blocks.append(block)
    more = len(diagnostics) - len(blocks)
    if more:
        blocks.append(f"… and {more} more\n")
    return "\n".join(blocks)


def summary(name: str, diagnostics: Sequence[Diagnostic]) -> str:
    """Return one line that counts, without a line end.

    >>> summary("a.journey.yaml", [Diagnostic("tab-indent", "a tab")])
    '1 error in a.journey.yaml'
    """
    return f"{counted(diagnostics) or 'nothing to say'} in {cut(name)}"


@record
class _Paint:
    enabled: bool

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.enabled else text


@record
class _OutputBuffer:
    name: str
    lines: list[str]
    paint: _Paint


def _block(page: _OutputBuffer, diagnostic: Diagnostic) -> Iterator[str]:
    paint, severity, span = page.paint, diagnostic.severity, diagnostic.span or TOP
    color, number = _COLORS[severity], str(span.line)
    gutter = max(2, len(number))
    bar = " " * gutter + paint(" |", "34")
    head = paint(f"{severity.name.lower()}[{diagnostic.code}]", f"1;{color}")
    yield head + paint(f": {cut(diagnostic.message)}", "1")
    place = (
        f":{span.line}:{span.column}" if diagnostic.span or any(page.lines) else ""
    )  # what cannot be read has no lines
    yield " " * (gutter - 1) + paint("--> ", "34") + page.name + place
    excerpt = _excerpt(page.lines, span) if diagnostic.span else None
    if excerpt:
        line, before, length = excerpt
        yield bar
        yield paint(f"{number:>{gutter}} |", "34") + f" {line}".rstrip()
        yield f"{bar} {' ' * before}{paint('^' * length, f'1;{color}')}"
    if diagnostic.hint:
        yield " " * gutter + paint(" = ", "34") + f"hint: {cut(diagnostic.hint)}"


def _excerpt(lines: list[str], span: Span) -> tuple[str, int, int] | None:
    """Return the line to show, the cells before its guilty part, and the cells of that part; None if it is blank."""
    line = lines[span.line - 1].rstrip() if span.line <= len(lines) else ""
    if not line:
        return None
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    low = 0 if len(line) <= _EXCERPT else max(0, min(start - _BEFORE, len(line) - _EXCERPT))
    high = min(len(line), low + _EXCERPT)
    before, before_cells = in_cells(("…" if low else "") + line[low:start])
    guilty, guilty_cells = in_cells(line[start : max(start, min(end, high))])
    after, _ = in_cells(line[start:high][len(line[start : max(start, min(end, high))]) :])
    return before + guilty + after + ("…" if high < len(line) else ""), before_cells, max(1, guilty_cells)


def _report(findings: Report) -> str:
    told = (report(file.name, file.text, file.diagnostics, color=findings.color) for file in findings.files)
    return "".join(f"{text}\n" for text in told if text)


REPORTER = Reporter(_report, document=False)
