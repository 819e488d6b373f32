"""Nothing -> the script of the page: its files, a concern each, in one scope.

It is the same in each page: what it has to know of the journey it reads from the data island.
"""

import re
from collections.abc import Iterable

from mapgen import resources

NAMES = (
    "page", "state", "things", "details", "matching", "filters", "trails", "lanes",
    "tables", "frame", "views", "zoom", "pan", "ground", "arrival", "main",
)  # fmt: skip
"""The files below `templates/html/scripts/`, in their order: each may use what those before it declare."""


_TOKEN = re.compile(
    r"""(?P<literal>"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?:(?<=[=:,?&|] )|(?<=[(!\[]))/(?![/*])(?:[^/\\\n]|\\.)+/)"""
    r"""|(?P<comment>[ ]*//[^\n]*)|[ ]+"""
)
"""What must stay as it is, a comment at the end of a line, or spaces."""

_BREAK = re.compile(r"(?<=[;,{(\[])\n(?!$)|\n(?=[})\]])")


def script(names: Iterable[str] = NAMES) -> str:
    """Return the script, or one of the named files."""
    files = "".join(_lean(resources.template(f"html/scripts/{name}.js")) for name in names)
    return f'"use strict";\n(() => {{\n{files}}})();\n'


def _lean(text: str) -> str:
    r"""Leave out what only those who work on the script need: comments, and spaces that separate no words.

    Of line breaks those stay that may end a statement. No text of a script spans lines.

    >>> _lean("// why\nconst a = (b) => {\n  return b + 'a = b'; // how\n};\n".replace("'", '"'))
    'const a=(b)=>{return b+"a = b";};\n'
    """
    lines = (line.strip() for line in text.splitlines())
    joined = "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/**")))
    return _BREAK.sub("", _TOKEN.sub(_kept, joined))


def _kept(found: re.Match[str]) -> str:
    """Return a literal as it is, nothing for a comment, and a space only between two words or two equal signs."""
    if found["literal"]:
        return found[0]
    before, after = found.string[found.start() - 1], found.string[found.end() : found.end() + 1]
    are_words = _is_word(before) and _is_word(after)
    return " " if not found["comment"] and (are_words or (before == after and before in "+-")) else ""


def _is_word(character: str) -> bool:
    return character.isalnum() or character in "_$"
