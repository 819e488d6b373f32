"""Texts with styles -> lines of a terminal: safe to show, as wide as they look, and broken where there is no room."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.terminal import visible
from mapgen.lazy import regex

Style = Literal["plain", "bold", "muted", "good", "bad", "warn", "stage"]

_CODES = {"bold": "1", "muted": "2", "good": "32", "bad": "31", "warn": "33", "stage": "1;36"}
_JOINERS = "\u200c\u200d"
_WIDE = frozenset("WF")
_UNSEEN = regex("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u2066-\u2069]")
"""Signs that a terminal does not show, or that would turn the text around; no letter is lost with them."""

_WORDS = regex(r"\s+|[^\s]+")
_COMMAND = regex(r"^(\s*):(?=:)", re.MULTILINE)
_ASCII = str.maketrans(
    {"★": "*", "→": ">", "·": "-", "─": "-", "“": '"', "”": '"', "│": "|", "…": ".", "\N{MINUS SIGN}": "-", "▲": "!"}
)
"""The signs of a map, and of typography, for terminals that know only ASCII."""

BLOCKS = " ▁▂▃▄▅▆▇█"
"""A cell of a terminal, filled from below in eighths."""

_ASCII |= str.maketrans(dict.fromkeys(BLOCKS[1:4], "_") | dict.fromkeys(BLOCKS[4:], "#"))
SIGNS = "".join(map(chr, _ASCII))
"""The signs of a map; a terminal that lacks one of them gets ASCII."""


class StyledText(NamedTuple):
    """A part of a line."""

    text: str
    style: Style = "plain"


StyledLine = Sequence[StyledText]


def plain(text: str) -> str:
    r"""Return a text on one line, with each character that a terminal would obey spelt out.

    >>> plain("a\x1b[2J\nb\u202ec\u00ad")
    'a<U+001B>[2J b<U+202E>c'
    """
    line = inert_text(" ".join(map(_inert, _UNSEEN.sub("", text).split())))
    return line if line.isascii() and line.isprintable() else "".join(map(_shown, line))


def _inert(word: str) -> str:
    """Return a word that is no command to a CI service where a line begins with it."""
    return f"<U+003A>{word[1:]}" if word.startswith("::") else word


def _shown(character: str) -> str:
    return character if character in _JOINERS else visible(character)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns("e\u0301"), columns("顧客"), columns("👩")
    (1, 4, 2)
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def cut_to(text: str, room: int) -> str:
    """Return a text that takes no more columns; what is cut off leaves an ellipsis.

    >>> cut_to("Inspiration", 6), cut_to("顧客の旅", 6), cut_to("Pay", 3)
    ('Inspi…', '顧客…', 'Pay')
    """
    if columns(text) <= room:
        return text
    return next(_parts(text, room - 1)).rstrip() + "…" if room > 1 else "…"[:room]


def padded(text: str, room: int) -> str:
    """Return a text with spaces behind it, so that it takes so many columns; a longer one is cut."""
    short = cut_to(text, room)
    return short + " " * (room - columns(short))


_NOTHING = StyledText("")


def wrapped(line: StyledLine, room: int, *, first: StyledText = _NOTHING, rest: str = "") -> Iterator[StyledLine]:
    """Yield lines of at most so many columns, which begin with `first`, and then with `rest`.

    Lines break at spaces and, as they have none, between characters of East Asian scripts; a word that is longer than
    a line breaks anywhere.
    """
    parts: list[StyledText] = [first]
    used, is_empty = columns(first.text), True
    for piece in line:
        for token in _tokens(piece.text, room - columns(rest)):
            width = columns(token)
            if used + width > room and not is_empty:
                yield parts
                parts, used, is_empty = [StyledText(rest)], columns(rest), True
            if token.isspace() and is_empty:
                continue
            parts.append(piece._replace(text=token))
            used, is_empty = used + width, False
    yield parts


def _tokens(text: str, room: int) -> Iterator[str]:
    """Yield what a line may not break within."""
    for word in _WORDS.findall(text):
        if columns(word) == len(word) <= room or word.isspace():
            yield word
        elif any(_columns(character) == 2 for character in word):  # noqa: PLR2004 - as wide as two letters
            yield from _clusters(word)
        else:
            yield from _parts(word, max(1, room))


def _clusters(word: str) -> Iterator[str]:
    """Yield the characters of a word with the marks and joined characters that belong to them."""
    cluster = ""
    for character in word:
        if cluster and not cluster.endswith(tuple(_JOINERS)) and _parts_before(cluster, character):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster


def _parts_before(cluster: str, character: str) -> bool:
    """Return whether a line may break between two characters: one of them is a wide one, and no closing sign."""
    if not _columns(character) or unicodedata.category(character) in {"Pe", "Pf", "Po"}:
        return False
    return _columns(character) == 2 or _columns(cluster[0]) == 2  # noqa: PLR2004 - as wide as two letters


def _parts(text: str, room: int) -> Iterator[str]:
    """Yield parts of a text that take at most so many columns, but at least a character."""
    part, used = "", 0
    for character in text:
        width = _columns(character)
        if part and used + width > room:
            yield part
            part, used = "", 0
        part, used = part + character, used + width
    yield part


def written(lines: Iterable[StyledLine], *, color: bool, ascii_only: bool) -> str:
    """Return lines as a text; `color` adds the codes of a terminal, and `ascii_only` writes signs in ASCII."""
    text = "\n".join(_written(line, color=color, ascii_only=ascii_only).rstrip() for line in lines)
    return _COMMAND.sub(r"\1<U+003A>", text) + "\n"


def _written(line: StyledLine, *, color: bool, ascii_only: bool) -> str:
    parts = ((part.style, part.text.translate(_ASCII) if ascii_only else part.text) for part in line)
    runs = ((style, "".join(text for _, text in run)) for style, run in groupby(parts, key=lambda part: part[0]))
    return "".join(_colored(text, style) if color and text.strip() else text for style, text in runs)


def _colored(text: str, style: Style) -> str:
    code = _CODES.get(style)
    seen = text.rstrip()
    return f"\x1b[{code}m{seen}\x1b[0m{text[len(seen) :]}" if code else text
