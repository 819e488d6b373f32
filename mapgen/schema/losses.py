"""Source -> what YAML reads in silence as something else than its author means: texts that a # or a comma cuts.

Only values on lines that look suspicious are visited, so that a large spec costs no more than the search for them.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import quote_hint, quoted
from mapgen.schema.places import OWN, QUOTES, rows_at, scalars_at
from mapgen.source.comments import COMMENT
from mapgen.source.tree import Json, Source

_MAX_REPORTED = 100
# Each pattern begins with a literal, which makes it fast to find.
_CUT = (r"\([^()]{0,500}?,", r' "[^"]{0,500}?,', r" '[^']{0,500}?,", r",[0-9]")
_OPEN = "（【〔〈《［｛“„«‹「『"  # noqa: RUF001 - signs that look alike
_CUT_OTHER = rf"[{_OPEN}][^{_OPEN}]{{0,500}}?,|[-,\[]\s*[•‣◦⁃∙·●○■□▪▫–—]\s"  # noqa: RUF001
_GOES_ON = r"\n( *)- [^\n:]*\r?\n\1 +(?:[-*+]|[0-9]+[.)]) "


def losses(source: Source, schema: Json) -> Iterator[Diagnostic]:
    """Yield what is wrong with texts of which a part became a comment or another item, or that hold other signs."""
    found = chain(_comments(source), _cut_texts(source), _continuations(source, schema), _signs(source, schema))
    yield from islice(found, _MAX_REPORTED)


def _comments(source: Source) -> Iterator[Diagnostic]:
    """`goal: We are number #1`: the text ends before the #."""
    if " #" not in source.text:  # faster than a search for the pattern, which blanks of each line begin
        return
    lines = split_lines(source.text)
    found = ((number, COMMENT.search(line)) for number, line in enumerate(lines, start=1) if " #" in line)
    cut = {(number, one.start() + 1): one["comment"].rstrip() for number, one in found if one}
    for pointer, value in scalars_at(source, sorted(number for number, _ in cut)):
        line, column, *end = source.values.get(pointer, (1, 1, 0, 0))
        comment = cut.get((end[0], end[1]))
        if comment is None or lines[line - 1].startswith(QUOTES, column - 1):
            continue
        if isinstance(value, str):
            message, text = f"the text ends at {quoted(value)}: {quoted(comment)} is a comment", f"{value} {comment}"
        elif value is None and OWN in pointer:  # elsewhere, nothing is an error
            message, text = f"this has no value: {quoted(comment)} is a comment", comment
        else:
            continue
        hint = f"{quote_hint(text)}; or put a space after # if it is a comment"
        yield Diagnostic("cut-text", message, Severity.WARNING, source.locate(pointer), hint, pointer)


def _cut_texts(source: Source) -> Iterator[Diagnostic]:
    text = source.text
    patterns = _CUT if text.isascii() else (*_CUT, _CUT_OTHER)
    begins = [found.start() for pattern in patterns for found in re.finditer(pattern, text) if _cuts(text, found)]
    if not begins:
        return iter(())
    from mapgen.schema.cut_lists import cut_texts  # of no use to most specs

    return cut_texts(source, rows_at(text, begins))


def _cuts(text: str, found: re.Match[str]) -> bool:
    """Return whether a match is within a text, by the letter before it: a quote may well begin one."""
    before = text[found.start() - 1 : found.start()]
    return {" ": before.isalnum(), ",": before.isdigit()}.get(found[0][0], True)


def _continuations(source: Source, schema: Json) -> Iterator[Diagnostic]:
    if source.text.isascii() and not re.search(_GOES_ON, source.text):
        return iter(())
    from mapgen.schema.continuations import continuations

    return continuations(source, schema)


def _signs(source: Source, schema: Json) -> Iterator[Diagnostic]:
    if source.text.isascii():
        return iter(())
    from mapgen.schema.signs import signs

    return signs(source, schema)
