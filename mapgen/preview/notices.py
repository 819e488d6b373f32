"""Diagnostics of a file -> what the page tells of them, as data for its script, which shows it as text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.span import Span
from mapgen.diagnostics.terminal import visible
from mapgen.shortening import shortened

SHOWN = 20
"""How many diagnostics of a file are told."""

_TEXT = 400  # characters of a message or a hint
_EXCERPT = 160  # characters of a line of the file
_BEFORE = 60  # of these, at least so many before the guilty place when a long line is cut
_TOP = Span(1, 1, 1, 2)

Notice = dict[str, str | list[str] | None]


def notices(name: str, text: str, diagnostics: Iterable[Diagnostic]) -> list[Notice]:
    """Return what there is to say about a file by place, the worst first where they share one."""
    found = sorted(diagnostics, key=lambda one: (one.span or _TOP, -one.severity, one.code))
    lines = split_lines(text)
    return [_notice(name, lines, one) for one in islice(found, SHOWN)]


def _notice(name: str, lines: Sequence[str], one: Diagnostic) -> Notice:
    return {
        "severity": one.severity.name.lower(),
        "code": one.code,
        "message": _cut(one.message),
        "place": ":".join((_cut(name), *(str(number) for number in one.span[:2]))) if one.span else _cut(name),
        "excerpt": list(_excerpt(lines, one.span)) if one.span else None,
        "hint": _cut(one.hint) if one.hint else None,
    }


def _excerpt(lines: Sequence[str], span: Span) -> Iterator[str]:
    """Yield what stands before the guilty part of a line, that part, and what stands behind it."""
    line = lines[span.line - 1].rstrip() if span.line <= len(lines) else ""
    start = min(span.column - 1, len(line))
    end = max(start, span.end_column - 1 if span.end_line == span.line else len(line))
    low = 0 if len(line) <= _EXCERPT else max(0, min(start - _BEFORE, len(line) - _EXCERPT))
    high = min(len(line), low + _EXCERPT)
    yield ("…" if low else "") + visible(line[low:start])
    yield visible(line[start : min(end, high)])
    yield visible(line[min(end, high) : high]) + ("…" if high < len(line) else "")


def _cut(text: str) -> str:
    return shortened(visible(shortened(text, _TEXT).replace("\n", " ")), _TEXT)
