"""A line -> the sign with which it starts a list item, as in Markdown or a word processor, where YAML wants a dash."""

import re

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted, shortened
from mapgen.diagnostics.span import Span
from mapgen.lazy import regex
from mapgen.source.indentation import indent, without_comment
from mapgen.source.lookalikes import named

MARKERS = (
    "*+\N{BULLET}\N{TRIANGULAR BULLET}\N{WHITE BULLET}\N{HYPHEN BULLET}\N{BULLET OPERATOR}\N{MIDDLE DOT}"
    "\N{BLACK CIRCLE}\N{WHITE CIRCLE}\N{BLACK SQUARE}\N{WHITE SQUARE}\N{BLACK SMALL SQUARE}\N{WHITE SMALL SQUARE}"
)
_MARKED = regex(rf" *(?P<marker>[{MARKERS}](?= )|\*(?=\w)|[0-9]{{1,3}}[.)](?= )) *(?P<text>\S.*)")
DASHES = "\N{EN DASH}\N{EM DASH}"
_MARKER_IN_TEXT = regex(rf"(?P<marker>[{MARKERS[2:]}{DASHES}])\s+(?P<text>\S.*)", re.DOTALL)
_LOOKED_AT = 500  # lines above


def other_marker(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a list item that another sign than a dash starts, and what to do.

    >>> other_marker("1. Arrive")
    ('list items start with a dash, not with "1."', 'start each item with a dash and a space: - Arrive')
    """
    found = _MARKED.match(text)
    if found is None:
        return None
    message = f"list items start with a dash, not with {quoted(found['marker'])}"
    return message, f"start each item with a dash and a space: - {shortened(found['text'])}"


def text_marker(text: str) -> tuple[str, str] | None:
    """Return what is wrong with an item of a list that has another marker after its dash, and what to do.

    >>> text_marker("\N{BULLET} Arrive")
    ('the text starts with a list marker: bullet (U+2022)', 'remove it: Arrive')
    >>> text_marker("1. Arrive"), text_marker("\N{EN DASH}5 degrees")
    (None, None)
    """
    found = _MARKER_IN_TEXT.match(text)
    if found is None:
        return None
    return f"the text starts with a list marker: {named(found['marker'])}", f"remove it: {shortened(found['text'])}"


def marked_item(lines: list[str], row: int) -> Diagnostic | None:
    """Return what is wrong with a line of a list that another sign than a dash starts; None where it is none.

    What its key wants is unknown here, so that the hint says what to do with a text as well.
    """
    found = _MARKED.match(lines[row])
    wrong = other_marker(without_comment(lines[row]))
    if not found or not wrong or not _may_be_item(lines, row):
        return None
    span = Span(row + 1, found.start("marker") + 1, row + 1, found.end("marker") + 1)
    return Diagnostic("list-marker", wrong[0], span=span, hint=f"{wrong[1]}; or quote the text")


def _may_be_item(lines: list[str], row: int) -> bool:
    """Return whether a line is the first below a key without a value, or stands in line with such a one or an item."""
    column = indent(lines[row])
    above = (line for line in reversed(lines[max(0, row - _LOOKED_AT) : row]) if line.strip())
    said = (without_comment(line) for line in above if not line.lstrip().startswith("#"))
    outer = next((line for line in said if indent(line) <= column and not _MARKED.match(line)), "")
    return outer.endswith(":") or (indent(outer) == column and outer.lstrip().startswith("- "))
