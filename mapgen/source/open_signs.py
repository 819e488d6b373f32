"""A text -> whether it leaves a bracket or a quote open, as the first part of a text does that a comma cuts."""

# ruff: noqa: RUF001  brackets and quotes of many scripts, which look alike

from collections.abc import Mapping

from mapgen.quotes import MARKS
from mapgen.source.lookalikes import unclosed
from mapgen.source.tree import Json

_BRACKETS = "()（）【】〔〕〈〉《》［］｛｝"
_STRAIGHT = "\"'"
_APOSTROPHES = "'‘’‚"
_CLOSING = {
    **{begin: end for begin, end in MARKS.items() if begin not in _APOSTROPHES + "”»›"},
    **dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)),
    "'": "'",
}


def is_open(text: str) -> bool:
    r"""Return whether a bracket or a quote of a text is not closed.

    A straight quote opens only at the beginning of a word: others are inches and apostrophes.

    >>> is_open("Pays (card"), is_open('Says "a'), is_open("It's 5\" wide"), is_open("(a, b)")
    (True, True, False, False)
    """
    waiting: list[str] = []
    for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if waiting and sign in waiting[-1]:
            if sign != "'" or not after.isalnum():
                waiting.pop()
        elif sign in _CLOSING and (sign not in _STRAIGHT or not (before.isalnum() or after.isspace())):
            waiting.append(_CLOSING[sign])
    return bool(waiting)


def cut_keys(mapping: Mapping[str, Json]) -> list[list[str]]:
    """Return the keys that are the rest of a text with a bracket, `{name: Pays (card, cash)}`, by the text."""
    cut: list[list[str]] = []
    parts = list[str]()
    for key, value in mapping.items():
        if value is None and parts:
            parts.append(key)
            if not is_open(", ".join(parts)):
                cut.append(parts[1:])
                parts = []
        else:
            parts = [value] if isinstance(value, str) and is_open(value) and not unclosed(value) else []
    return cut
