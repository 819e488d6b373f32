"""A parser's event -> where it stands in the text."""

import re
from collections.abc import Iterator

from yaml.events import Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

from mapgen.diagnostics.span import Span
from mapgen.source.tree import Place

Node = ScalarEvent | MappingStartEvent | SequenceStartEvent
TOP: Place = (1, 1, 1, 2)

_PROPERTIES = r"(?:[&!][^\s,\[\]{}]*(?: +|$|(?=[\s,\[\]{}])))*"
_PROPERTY = r"[&!][^\s]*"


def place(event: Event) -> Place:
    """Return the place of an event; every event of a parser has one."""
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return TOP
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1


def span(event: Event) -> Span:
    """Return the place of an event as a span."""
    return Span(*place(event))


def properties(text: str, event: Node) -> Iterator[tuple[str, Span]]:
    """Yield each `&name` and `!tag` that stands before a value, with its place."""
    mark = event.start_mark
    found = re.compile(_PROPERTIES, re.MULTILINE).match(text, mark.index) if mark else None
    if found is None:
        return
    line, column, *_ = place(event)
    for word in re.finditer(_PROPERTY, found.group()):
        yield word.group(), Span(line, column + word.start(), line, column + word.end())
