"""The author's text -> text that Mermaid shows exactly as it was written, in a diagram of a journey.

Mermaid cuts a text at its own signs and says nothing, so these are written as numbers: `#35;` is a number sign. A
number is read before the diagram is, wherever it stands; names such as `#colon;` are not known to each program.
"""

import re

from mapgen.lazy import regex

_SIGNS = regex(
    r"""
    [\#:;] | ^[\s\ufeff] | [\s\ufeff]$  # what ends a text, and blanks that Mermaid cuts off
  | %(?=[%{]) | (?<=%)% | ^%       # comments
  | <(?=[A-Za-z/!?])               # tags
  | &(?=[\#A-Za-z])                # references of HTML
  | \ufb02(?=\u00b0) | \u00b6(?=\u00df)  # what Mermaid itself writes for a reference
    """,
    re.VERBOSE,
)
_STATEMENT = regex(r"(?:title|section)(?=\s|$)|journey(?![A-Za-z0-9_])|accTitle|accDescr", re.IGNORECASE)
_BLANKS = regex(r"[ \t\r\n]+")
_BREAK = "<br>"


def label(text: str) -> str:
    r"""Escape the name of a section or a task; a line break is one on the drawing.

    >>> label("Title deed #1"), label("Pay 50 % now"), label("two\nlines")
    ('#84;itle deed #35;1', 'Pay 50 % now', 'two<br>lines')
    """
    lines = _BREAK.join(line for line in map(_line, text.splitlines()) if line)
    return _reference(lines[0]) + lines[1:] if _STATEMENT.match(lines) else lines or _reference("\u00a0")


def title(text: str) -> str:
    r"""Escape a title or a description, which has no line breaks; Mermaid reads it as HTML, and shows it as text.

    >>> title("a\n b; c & d")
    'a b#59; c #38; d'
    """
    return re.sub("[<>&]", lambda found: _reference(found.group()), _line(text))


def _line(text: str) -> str:
    return _SIGNS.sub(lambda found: _reference(found.group()), _BLANKS.sub(" ", text).strip(" "))


def actor(text: str) -> str:
    """Escape the name of an actor; a comma would part it.

    >>> actor("Doe, Jane")
    'Doe#44; Jane'
    """
    return _line(text).replace(",", _reference(","))


def _reference(character: str) -> str:
    return f"#{ord(character)};"
