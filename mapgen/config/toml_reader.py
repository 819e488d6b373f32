"""The text of a TOML file -> its data, or why it cannot be read; nothing in it can keep the reader busy."""

import re

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.span import Span
from mapgen.lazy import regex

MAX_DEPTH = 40
"""The most names that one key may join with dots: Python's reader takes time that grows with their square."""

_PLACE = regex(r" \(at line (\d+), column (\d+)\)$")
_TEXT = regex(
    r'''"""(?:\\.|[^\\])*?(?:"""|\Z)|\'{3}.*?(?:\'{3}|\Z)|"(?:\\.|[^"\\\n])*+"?|'[^'\n]*+'?|#[^\n]*+''', re.DOTALL
)
_DEEP = regex(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}")


def parse(text: str) -> dict[str, object] | Diagnostic:
    """Return the data of a TOML file, or the diagnostic that says why there is none."""
    import tomllib

    if deep := _deep_key(text):
        return deep
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _syntax(error)
    except ValueError:  # int() has a limit of its own
        return Diagnostic("settings-syntax", "a number has too many digits")
    except RecursionError:
        return Diagnostic("settings-syntax", "the brackets are nested too deeply")


def _deep_key(text: str) -> Diagnostic | None:
    """Return what is wrong with a key that joins too many names; texts and comments hold no keys."""
    found = _DEEP.search(_TEXT.sub(_blank, text))
    if not found:
        return None
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    message = f"a key has more than {MAX_DEPTH} names joined by dots"
    return Diagnostic("settings-syntax", message, span=Span(line, column, line, column + 1))


def _blank(found: re.Match[str]) -> str:
    """Return a text or a comment as long as it was, as one name, on as many lines."""
    return re.sub(r"[^\n]", "x", found[0])


def _syntax(error: ValueError) -> Diagnostic:
    message = str(error)
    found = _PLACE.search(message)
    span = Span(int(found[1]), int(found[2]), int(found[1]), int(found[2]) + 1) if found else None
    said = _PLACE.sub("", message).removesuffix(" (at end of document)")
    return Diagnostic("settings-syntax", f"invalid TOML: {said[:1].lower()}{said[1:]}", span=span)
