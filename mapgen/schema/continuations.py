"""Texts that go on over lines -> warnings about a line that was to be an item, or a key with its value."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import counted, quoted
from mapgen.diagnostics.span import Span
from mapgen.lazy import regex
from mapgen.schema.places import QUOTES, rows_at, scalars_at
from mapgen.schema.shape import Schema
from mapgen.source.indentation import indent
from mapgen.source.list_markers import DASHES, MARKERS
from mapgen.source.lookalikes import BLANKS, COLONS, named
from mapgen.source.tree import Json, Source

_ITEM = rf"(?:[-{MARKERS}{DASHES}]|[0-9]{{1,3}}[.)])[ {BLANKS}]"
_KEY = rf"(?P<key>[\w-]+) *(?:(?P<colon>[{COLONS}])|:(?P<blank>[{BLANKS}]))"
_SUSPECT = regex(rf"\n( *)- [^\n:]*\r?\n\1 +(?={_ITEM})")
_SUSPECT_SIGN = rf"\n +(?=[{MARKERS[2:]}{DASHES}] |[\w-]+ *[{COLONS}]|[\w-]+:[{BLANKS}]|-[{BLANKS}])"


def continuations(source: Source, schema: Json) -> Iterator[Diagnostic]:
    """Yield a warning for each text without quotes of which a later line begins like an item, or like a key."""
    text = source.text
    begins = [found.end() for found in _SUSPECT.finditer(text)]
    if not text.isascii():
        begins += [found.end() for found in re.finditer(_SUSPECT_SIGN, text)]
    if not begins:
        return
    rows = rows_at(text, begins)
    lines, rules = split_lines(text), Schema(schema)
    for pointer, value in scalars_at(source, rows):
        first, column, last, _ = source.values.get(pointer, (0, 0, 0, 0))
        row = rows[at] if (at := bisect_right(rows, first)) < len(rows) else last + 1
        if isinstance(value, str) and row <= last and not lines[first - 1].startswith(QUOTES, column - 1):
            found = _item(lines[first - 1], pointer, lines[row - 1]) or _key(source, rules, pointer, lines[row - 1])
            if found:
                begin = len(lines[row - 1]) - len(lines[row - 1].lstrip(" ")) + 1
                span = Span(row, begin, row, begin + 1)
                yield Diagnostic(found[0], found[1], Severity.WARNING, span, found[2], pointer)


def _item(above: str, pointer: str, line: str) -> tuple[str, str, str] | None:
    """Return what is wrong with a line of an item that begins like another item: code, message and hint."""
    dash = re.match(r"(?: *- +)*(?= *- )", above)
    if not pointer.rpartition("/")[2].isdecimal() or dash is None or not re.match(f" *{_ITEM}", line):
        return None
    message = f"{quoted(line.strip())} is part of the text above, not an item"
    spaces = len(above[: dash.end()]) + indent(above[dash.end() :])
    hint = f"start the line with {counted(spaces, 'space')}, a dash and a space, or quote the whole text"
    return "list-marker", message, hint


def _key(source: Source, rules: Schema, pointer: str, line: str) -> tuple[str, str, str] | None:
    """Return what is wrong with a line that begins with a key that has its place beside the text."""
    found = re.match(f" *{_KEY}", line)
    parts = tuple(int(part) if part.isdecimal() else part for part in pointer.split("/")[1:-1])
    if found is None or found["key"] not in rules.way(parts)[-1].shape.properties:
        return None
    what, sign = ("colon", found["colon"]) if found["colon"] else ("space", found["blank"])
    message = f"{quoted(line.strip())} is part of the text above: its {what} is a lookalike, {named(sign)}"
    place = source.locate(pointer, key=True)
    spaces = counted(place.column - 1 if place else 0, "space")
    hint = f"start the line with {spaces}, {found['key']}: and a space, or quote the whole text"
    return "lookalike-sign", message, hint
