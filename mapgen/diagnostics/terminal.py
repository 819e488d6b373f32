"""An author's text -> text that is safe and true on a terminal."""

import unicodedata

from mapgen.shortening import shortened

MAX_TEXT_LENGTH = 400
"""How many characters of a message, a hint or a file name are shown."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_TAB = "    "
_WIDE = frozenset("WF")
_ASCII_END = 0x7F


def visible(text: str) -> str:
    r"""Return the text with each character that a terminal obeys, hides or cannot show spelt out.

    >>> visible("a\x1b[2Jb\u202ec")
    'a<U+001B>[2Jb<U+202E>c'
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_spelt, text))


def cut(text: str) -> str:
    """Return the text as one line that is safe to show and at most `LONGEST` characters long."""
    line = shortened(text, MAX_TEXT_LENGTH).replace("\n", " ").replace("\t", " ")
    return shortened(visible(line), MAX_TEXT_LENGTH)


def path_shown(path: str) -> str:
    """Return a path as it can begin a line: visible, and never to be taken for an order to a CI service.

    >>> path_shown("::error::x.journey.yaml")
    './::error::x.journey.yaml'
    """
    shown = visible(path)
    return shown if shown[:1].isalnum() or shown[:1] in {".", "/", "_", "<"} else f"./{shown}"


def in_cells(text: str) -> tuple[str, int]:
    """Return the text as `visible` does, tabs as spaces, and how many columns of a terminal it takes."""
    shown = visible(text.replace("\t", _TAB))
    return shown, sum(map(_width, shown))


def _spelt(character: str) -> str:
    code = ord(character)
    hidden = unicodedata.category(character) in _HIDDEN or code & 0xFFFE == 0xFFFE  # noqa: PLR2004 - the last two of each plane are no characters
    return f"<U+{code:04X}>" if hidden else character


def _width(character: str) -> int:
    if ord(character) < _ASCII_END:
        return 1
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
