"""The bytes of a file -> its text, or why it is none."""

import re
from itertools import islice

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import place_of
from mapgen.diagnostics.span import Span

BOM = "\ufeff"
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
"""What no spec may contain: control characters, halves of characters, line breaks that only some programs see."""

_TOLD = 20  # forbidden characters that are told one by one
_MEGABYTE = 1_000_000
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_LINE_BREAKS = frozenset("\x85\u2028\u2029")


def decode(data: str | bytes, *, limit: int) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text without its byte order mark, and what is wrong with it; None if it cannot be read at all.

    Forbidden characters come back as replacement characters, so that the places of all others stay right.
    """
    if len(data) > limit:
        return None, (_too_large(len(data), limit),)
    text = data if isinstance(data, str) else _utf8(data)
    if isinstance(text, Diagnostic):
        return None, (text,)
    text = text.removeprefix(BOM)
    if not is_forbidden(text):
        return text, ()
    faults = tuple(_forbidden(text, found) for found in islice(re.finditer(_FORBIDDEN, text), _TOLD))
    return cleaned(text), faults


def is_forbidden(text: str) -> bool:
    """Return whether a text has a character that no spec may contain; what can be printed is none."""
    if text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return False
    return re.search(_FORBIDDEN, text) is not None


def cleaned(text: str) -> str:
    """Return the text with a replacement character for each that is forbidden."""
    return re.sub(_FORBIDDEN, "\N{REPLACEMENT CHARACTER}", text)


def _utf8(data: bytes) -> str | Diagnostic:
    encoding = _other_encoding(data)
    if encoding:
        return _not_utf8(Span(1, 1, 1, 2), f"it is {encoding}")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _bad_byte(data, error.start)


def readable(data: str | bytes) -> str:
    """Return as much of the text as can be shown: what the excerpts of a report are cut from."""
    text = data.decode(errors="replace") if isinstance(data, bytes) else data
    return text.removeprefix(BOM)


def forbidden_character(text: str, span: Span, pointer: str = "") -> Diagnostic:
    """Return the diagnostic for the first forbidden character of a text that has one."""
    character = next(filter(is_forbidden, text))
    kind = (
        "line break"
        if character in _LINE_BREAKS
        else "half a character"
        if "\ud800" <= character <= "\udfff"
        else "control character"
    )
    message = f"the invisible character U+{ord(character):04X} ({kind}) is not allowed in a spec"
    return Diagnostic("forbidden-character", message, span=span, hint="remove it or type it again", pointer=pointer)


def _forbidden(text: str, found: re.Match[str]) -> Diagnostic:
    line, column = place_of(text, found.start())
    return forbidden_character(found.group(), Span(line, column, line, column + 1))


def _too_large(size: int, limit: int) -> Diagnostic:
    message = f"the file has {size / _MEGABYTE:,.1f} MB, but a spec may have at most {limit / _MEGABYTE:,.1f} MB"
    return Diagnostic("file-too-large", message, hint="use one file per journey, and separate files for images")


def _other_encoding(data: bytes) -> str | None:
    """Return the encoding that the first bytes give away: a mark, or zero bytes between ASCII letters."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    zeros = [index for index, byte in enumerate(data[:4]) if byte == 0]
    names = {(1, 3): "UTF-16", (0, 2): "UTF-16", (1, 2, 3): "UTF-32", (0, 1, 2): "UTF-32"}
    return names.get(tuple(zeros))


def _bad_byte(data: bytes, index: int) -> Diagnostic:
    line, column = place_of(readable(data[:index]), len(readable(data[:index])))
    guess = "it may be Windows-1252 or Latin-1" if data[index] >= 0xA0 and 0 not in data else "it may not be text"  # noqa: PLR2004 - where Latin-1 has its letters
    return _not_utf8(Span(line, column, line, column + 1), guess)


def _not_utf8(span: Span, guess: str) -> Diagnostic:
    return Diagnostic("not-utf-8", "the file is not UTF-8 text", span=span, hint=f"{guess}; save it as UTF-8")
