"""A line -> the sign in it that only looks like one of YAML's, as keyboards and word processors write them."""

import re
import unicodedata
from collections.abc import Mapping

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.span import Span
from mapgen.quotes import MARKS
from mapgen.source.tree import Json

COLONS = "\N{FULLWIDTH COLON}\N{SMALL COLON}\N{PRESENTATION FORM FOR VERTICAL COLON}\N{RATIO}\N{MODIFIER LETTER COLON}"
CLOSING = {
    **{begin: end for begin, end in MARKS.items() if begin not in "\"'\N{RIGHT SINGLE QUOTATION MARK}"},
    "\N{RIGHT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{FULLWIDTH APOSTROPHE}": "\N{FULLWIDTH APOSTROPHE}",
}
"""What looks like a quote, and what then closes it; \N{RIGHT SINGLE QUOTATION MARK} begins too many words."""

COMMAS = "\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}\N{SMALL COMMA}\N{SMALL IDEOGRAPHIC COMMA}\N{ARABIC COMMA}"

TYPE_SQUARE = "type [ and ]"
BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_IN_NUMBERS = {
    **dict.fromkeys(
        "\N{MINUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{SMALL HYPHEN-MINUS}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
        "\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}",
        "-",
    ),
    **dict.fromkeys("\N{FULLWIDTH PLUS SIGN}\N{SMALL PLUS SIGN}", "+"),
    **dict.fromkeys("\N{FULLWIDTH COMMA}\N{SMALL COMMA}\N{ARABIC COMMA}\N{ARABIC THOUSANDS SEPARATOR}", ","),
    **dict.fromkeys("\N{FULLWIDTH FULL STOP}\N{SMALL FULL STOP}\N{ARABIC DECIMAL SEPARATOR}", "."),
    **dict.fromkeys("\N{FULLWIDTH PERCENT SIGN}\N{SMALL PERCENT SIGN}\N{ARABIC PERCENT SIGN}", "%"),
    **dict.fromkeys("\u00a0\u2009\u202f\u3000", " "),
}
_SPACE = "type an ordinary space"
_KEY = r" *(?:- +)*(?P<key>[\w-]+)"
_COLON = rf"{_KEY} *(?P<sign>[{COLONS}])"
_BLANK = rf"{_KEY}:(?P<sign>[{BLANKS}])"
_DASHES = "".join(sign for sign, plain in _IN_NUMBERS.items() if plain == "-")
_DASH = rf" *(?:- +)*(?:(?P<sign>[{_DASHES}])[ {BLANKS}]|-(?P<blank>[{BLANKS}]))"
_HASHES = "\N{FULLWIDTH NUMBER SIGN}\N{SMALL NUMBER SIGN}"
_HASH = rf" *(?P<sign>[{_HASHES}])"
_HASH_BEHIND = rf"{_KEY}: +(?P<sign>[{_HASHES}]) "
_SQUARE = "\N{FULLWIDTH LEFT SQUARE BRACKET}\N{LEFT BLACK LENTICULAR BRACKET}\N{LEFT TORTOISE SHELL BRACKET}"
_CURLY = "\N{FULLWIDTH LEFT CURLY BRACKET}\N{SMALL LEFT CURLY BRACKET}"
_CLOSED = (
    "]}\N{FULLWIDTH RIGHT SQUARE BRACKET}\N{RIGHT BLACK LENTICULAR BRACKET}\N{RIGHT TORTOISE SHELL BRACKET}"
    "\N{FULLWIDTH RIGHT CURLY BRACKET}\N{SMALL RIGHT CURLY BRACKET}"
)
IN_KEYS = f"{COLONS}{BLANKS}{_HASHES}{_SQUARE}{_CURLY}"
"""What may make a key another one, as a set of a pattern."""

_MARKER = "(?P<sign>[\N{BULLET}\N{EN DASH}\N{EM DASH}\N{MIDDLE DOT}]) +(?P<key>[\\w-]+)$"
_BRACKET = rf" *(?P<sign>[{_SQUARE}{_CURLY}])"
_BRACKET_OF_KEYS = rf" *(?:- +)*(?:[\w-]+: +)?(?P<sign>[{_SQUARE}{_CURLY}])[ {{{_CURLY}]*[\w-]+ *:"


def lookalike(line: str, number: int, *, dash: bool = True) -> Diagnostic | None:
    """Return what is wrong with a line, whose number counts from 1; None where no sign of it deceives.

    `dash`: whether the line may be a list item; a line of text may well begin with a dash of its own.
    """
    if found := re.match(_COLON, line):
        message, hint = other_colon(found["key"], found["sign"])
        return Diagnostic("missing-colon", message, span=_span(found, number), hint=hint)
    if found := re.match(_BLANK, line):
        message = _space("after", found["key"] + ":", found["sign"])
        return Diagnostic("missing-colon", message, span=_span(found, number), hint=_SPACE)
    if found := re.match(_HASH, line) or re.match(_HASH_BEHIND, line):
        message, hint = _other_hash(found)
        return Diagnostic("lookalike-sign", message, span=_span(found, number), hint=hint)
    if found := re.match(_BRACKET_OF_KEYS, line):
        message, hint = _other_bracket(found)
        return Diagnostic("lookalike-sign", message, span=_span(found, number), hint=hint)
    if dash and (found := re.match(_DASH, line)):
        message, hint = _other_dash(found)
        return Diagnostic("lookalike-sign", message, span=_span(found, number, found.lastgroup or ""), hint=hint)
    return None


def other_dash(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a list item whose dash, or the space after it, is another sign, and what to do."""
    found = re.match(_DASH, text)
    return _other_dash(found) if found else None


def other_colon_in(line: str) -> tuple[str, str] | None:
    """Return what is wrong with a line whose key another sign than a colon follows, and what to do."""
    found = re.match(_COLON, line)
    return other_colon(found["key"], found["sign"]) if found else None


def other_key(key: str) -> tuple[str, str, str] | None:
    """Return the key that is meant in braces by one that is read with a lookalike, what is wrong, and what to do."""
    if found := re.match(_HASH, key):
        return "", *_other_hash(found)
    if found := re.match(_MARKER, key):
        return (
            found["key"],
            f"a list marker stands before the key {quoted(found['key'])}: {named(found['sign'])}",
            "remove it",
        )
    if found := re.match(_BRACKET, key):
        return key[found.end() :].strip(), *_other_bracket(found)
    return other_space(key)


def other_space(key: str) -> tuple[str, str, str] | None:
    """Return the same for a key before which, or after whose colon, a lookalike of a space stands."""
    if found := re.match(_BLANK, key):
        message = _space("after", found["key"] + ":", found["sign"])
    elif found := re.fullmatch(rf"(?P<sign>[{BLANKS}])[{BLANKS}]*(?P<key>[^{BLANKS}].*)", key):
        message = _space("before", found["key"], found["sign"])
    else:
        return None
    return found["key"], message, _SPACE


def _space(where: str, key: str, sign: str) -> str:
    return f"the space {where} {quoted(key)} is a lookalike: {named(sign)}"


def other_bracket(text: str) -> tuple[str, str, str] | None:
    """Return what a text holds between brackets of another kind, what is wrong with it, and what to do."""
    found = re.match(_BRACKET, text)
    return (text[found.end() :].rstrip(f" {_CLOSED}"), *_other_bracket(found)) if found else None


def _other_bracket(found: re.Match[str]) -> tuple[str, str]:
    hint = "type { and }" if found["sign"] in _CURLY else TYPE_SQUARE
    return f"the bracket is a lookalike: {named(found['sign'])}", hint


def _other_hash(found: re.Match[str]) -> tuple[str, str]:
    return f"the # of the comment is a lookalike: {named(found['sign'])}", "type # and a space"


def other_comma(before: str, sign: str) -> tuple[str, str]:
    """Return what is wrong with what stands before another sign than a comma, and what to do."""
    return f"the comma after {quoted(before)} is a lookalike: {named(sign)}", "type , and a space"


def _other_dash(found: re.Match[str]) -> tuple[str, str]:
    if found["sign"]:
        return f"the dash of a list item is a lookalike: {named(found['sign'])}", "type - and a space"
    return f"the space after a dash is a lookalike: {named(found['blank'])}", _SPACE


def other_colon(key: str, sign: str) -> tuple[str, str]:
    """Return what is wrong with a key that another sign than a colon follows, and what to do."""
    return f"the colon after {quoted(key)} is a lookalike: {named(sign)}", f"type {key}: and a space"


def unclosed(text: str) -> str:
    """Return what would close the quote with which a text begins; "" where it begins with none, or is closed."""
    closing = CLOSING.get(text[:1], "")
    return "" if any(sign in text[1:] for sign in closing) else closing


def cut_quote(sign: str) -> tuple[str, str]:
    """Return what is wrong with a text that begins with such a quote and holds a comma, and what to do."""
    message = f"text that starts with a lookalike quote, {named(sign)}, ends at the comma"
    return message, 'put the whole text in straight quotes: "…"'


def cut_quotes(mapping: Mapping[str, Json]) -> dict[str, str]:
    """Return the keys that are the rest of a text in curly quotes, `{reason: “Too slow, too dear”}`, with its key."""
    cut: dict[str, str] = {}
    holder, closing, rest = "", "", list[str]()
    for key, item in mapping.items():
        if isinstance(item, str):
            holder, closing, rest = key, unclosed(item), []
        elif item is None:
            rest.append(key)
            if key[-1:] and key[-1:] in closing:
                cut |= dict.fromkeys(rest, holder)
                closing = ""
        else:
            closing = ""
    return cut


def plain_number(text: str) -> str:
    r"""Return the text of a number in the digits and signs that YAML knows.

    >>> plain_number("\N{MINUS SIGN}\N{FULLWIDTH DIGIT ONE}\N{ARABIC DECIMAL SEPARATOR}5")
    '-1.5'
    """
    return "".join(_plain(sign) for sign in text)


def other_sign(text: str) -> str:
    """Return what is wrong with a number, by its first sign that only looks like one of a number."""
    sign = next(sign for sign in text if sign != _plain(sign))
    return f"a sign in {quoted(text)} is a lookalike: {named(sign)}"


def _plain(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else _IN_NUMBERS.get(sign, sign)


def named(sign: str) -> str:
    """Return the name of a sign and its number in Unicode."""
    return f"{unicodedata.name(sign).lower()} (U+{ord(sign):04X})"


def _span(found: re.Match[str], number: int, group: str = "sign") -> Span:
    column = found.start(group) + 1
    return Span(number, column, number, column + 1)
