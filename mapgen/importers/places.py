"""Remarks that know their lines -> the same with the places of what stands on these lines."""

from collections.abc import Iterable, Iterator

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.span import Span
from mapgen.record import replace


def line_span(line: int) -> Span:
    """Return the place of a line, counted from 1, of which nothing else is known."""
    return Span(line, 1, line, 2)


def placed(remarks: Iterable[Diagnostic], text: str) -> Iterator[Diagnostic]:
    """Yield remarks whose places are those of all that stands on their lines, without the blanks around it."""
    lines = text.split("\n")
    for remark in remarks:
        span = remark.span
        line = lines[span.line - 1] if span and span.line <= len(lines) else ""
        if span is None or not line.strip():
            yield remark
        else:
            begin = len(line) - len(line.lstrip())
            yield replace(remark, span=Span(span.line, begin + 1, span.line, len(line.rstrip()) + 1))
