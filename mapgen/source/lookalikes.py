"""A line -> the sign in it that only looks like one of YAML's, as keyboards and word processors write them."""

import re
import unicodedata

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span

COLONS = "\N{FULLWIDTH COLON}\N{SMALL COLON}\N{PRESENTATION FORM FOR VERTICAL COLON}\N{RATIO}\N{MODIFIER LETTER COLON}"
_BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_KEY = r" *(?:- +)*(?P<key>[\w-]+)"
_COLON = re.compile(rf"{_KEY} *(?P<sign>[{COLONS}])")
_BLANK = re.compile(rf"{_KEY}:(?P<sign>[{_BLANKS}])")


def lookalike(line: str, number: int) -> Diagnostic | None:
    """Return what is wrong with a line, whose number counts from 1; None where no sign of it deceives."""
    if found := _COLON.match(line):
        message, hint = other_colon(found["key"], found["sign"])
        return Diagnostic("missing-colon", message, span=_span(found, number), hint=hint)
    if found := _BLANK.match(line):
        message = f"the space after {quoted(found['key'] + ':')} is another sign: {named(found['sign'])}"
        return Diagnostic("missing-colon", message, span=_span(found, number), hint="type an ordinary space there")
    return None


def other_colon(key: str, sign: str) -> tuple[str, str]:
    """Return what is wrong with a key that another sign than a colon follows, and what to do."""
    return f"the colon after {quoted(key)} is another sign: {named(sign)}", f"type {key}: and a space"


def named(sign: str) -> str:
    """Return the name of a sign and its number in Unicode."""
    return f"{unicodedata.name(sign).lower()} (U+{ord(sign):04X})"


def _span(found: re.Match[str], number: int) -> Span:
    column = found.start("sign") + 1
    return Span(number, column, number, column + 1)
