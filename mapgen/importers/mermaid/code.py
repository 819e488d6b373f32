"""The text of a diagram -> its statements alone: settings and comments are blanked out, so that all lines stay."""

import re
from html import unescape

from mapgen.diagnostics.phrases import quoted
from mapgen.importers.places import line_span
from mapgen.importers.remarks import Remarks
from mapgen.record import record
from mapgen.source.parser import parse

_FENCE = "---"
_HEADER = re.compile(r"journey(?![\w-])[^\S\n]*(?:;|\n|$|title\b|section\b)", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LOOKED_AT = 5_000  # characters in which a diagram says what it is
_DIRECTIVE = ("%%{", "}%%")
_COMMENT = re.compile(r"^[^\S\n]*%%(.*)$", re.MULTILINE)
_ENTITY = re.compile(r"#\w{1,32};", re.ASCII)
_OF_HTML = re.compile(r"[#&]#?\w{1,32};", re.ASCII)


@record
class Code:
    """The statements of a diagram, whose lines are counted from `start`, and the title that its front matter gives."""

    text: str
    start: int
    title: str = ""


def prepare(text: str, start: int, remarks: Remarks) -> Code:
    """Return the statements of a diagram whose first line is number `start` of its file."""
    body, title = _without_front_matter(text, start, remarks)
    body = _without_directives(body, start, remarks)
    return Code(_COMMENT.sub(lambda found: _comment(found, start, remarks), body), start, title)


def _without_front_matter(text: str, start: int, remarks: Remarks) -> tuple[str, str]:
    """Blank the front matter out, and return the title that it gives."""
    lines = text.split("\n")
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[first].strip() != _FENCE:
        return text, ""
    last = next((index for index in range(first + 1, len(lines)) if lines[index].strip() == _FENCE), None)
    if last is None:
        return "\n".join([*lines[:first], "", *lines[first + 1 :]]), ""
    source, _ = parse("\n".join(lines[first + 1 : last]), name="")
    data = source.data if source and isinstance(source.data, dict) else {}
    if set(data) - {"title"}:
        remarks.dropped("settings of Mermaid are left out", line_span(start + first), group="settings")
    title = data.get("title")
    blanked = [*lines[:first], *[""] * (last - first + 1), *lines[last + 1 :]]
    return "\n".join(blanked), "" if title is None or isinstance(title, dict | list) else str(title)


def _without_directives(text: str, start: int, remarks: Remarks) -> str:
    """Blank the directives out; of one that never ends, the first line is left to be a comment."""
    begin, end = _DIRECTIVE
    kept, done = list[str](), 0
    while (at := text.find(begin, done)) >= 0 and (close := text.find(end, at)) >= 0:
        line = start + text.count("\n", 0, at)
        remarks.dropped("settings of Mermaid are left out", line_span(line), group="settings")
        kept += [text[done:at], "\n" * text.count("\n", at, close)]
        done = close + len(end)
    return "".join([*kept, text[done:]])


def _comment(found: re.Match[str], start: int, remarks: Remarks) -> str:
    said = found[1].strip()
    if said:
        line = start + found.string.count("\n", 0, found.start())
        remarks.dropped(f"the comment {quoted(said)} is left out", line_span(line), group="comments")
    return ""


def is_journey_code(text: str) -> bool:
    """Return whether a text is a diagram of Mermaid that is a journey; it looks at its beginning only."""
    begin = text[:_LOOKED_AT]
    code = prepare(begin, 1, Remarks()) if "journey" in begin.casefold() else Code("", 1)
    return bool(_HEADER.match(code.text.lstrip("\ufeff \t\r\n")))


_SHIELDS = str.maketrans({sign: chr(0xFDD0 + index) for index, sign in enumerate(":;,#%")})
_BARE = str.maketrans({chr(0xFDD0 + index): sign for index, sign in enumerate(":;,#%")})


def shielded(text: str, *, html: bool = True) -> str:
    """Replace references to characters by these; signs that mean something are shielded, so that they part nothing.

    Those of HTML are no references to Mermaid, but are meant to be.

    >>> bare(shielded("Pay#colon; card #35;1 &amp; go")), ":" in shielded("Pay#colon;")
    ('Pay: card #1 & go', False)
    """
    return (_OF_HTML if html else _ENTITY).sub(_character, text)


def bare(text: str) -> str:
    """Return a shielded text as it is shown."""
    return text.translate(_BARE)


def tidy(text: str) -> str:
    """Return a shielded text as it is meant: on one line, without line breaks of a drawing.

    >>> tidy("  Make<br/>tea ")
    'Make tea'
    """
    return " ".join(_BREAK.sub(" ", bare(text)).split())


def _character(found: re.Match[str]) -> str:
    name = found.group().strip("#&;")
    written = f"&#{name};" if name.isdigit() or found.group().startswith("&#") else f"&{name};"
    character = unescape(written)
    return found.group() if character == written else character.translate(_SHIELDS)
