"""A plain scalar's text -> its value, under the core schema of YAML 1.2."""

import re
from math import isinf

from mapgen.record import record

MAX_DIGITS = 300  # a longer number is not a quantity of anything
MIN_SIZE = 1e-12  # a number nearer to zero is none of anything either, and what is divided by it has no bounds

_MINUS = "\N{MINUS SIGN}"  # which maps print
_FIRST = frozenset(f"0123456789+-.{_MINUS}")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_BASED = r"0o[0-7]+|0x[0-9a-fA-F]+"
_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_NO_NUMBER = r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"


@record
class Refused:
    """A scalar that YAML reads as a number and that is none a map could show; `reason` ends the sentence "it is …"."""

    reason: str


def resolve(text: str) -> str | float | bool | Refused | None:
    """Return the value that an unquoted scalar stands for.

    >>> [resolve(word) for word in ("no", "0777", "0x1F", "1e3", "\N{MINUS SIGN}2", "2024-01-01", "1:30", "~")]
    ['no', 777, 31, 1000.0, -2, '2024-01-01', '1:30', None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    value = _value(f"-{text[1:]}" if text[0] == _MINUS else text)
    return text if isinstance(value, str) else value


def _value(text: str) -> str | float | Refused:
    if len(text) <= MAX_DIGITS and _is_whole(text):
        return int(text)
    if re.fullmatch(_NO_NUMBER, text):
        return Refused("not a number" if text.lower() == ".nan" else "infinite")
    if not (re.fullmatch(_FLOAT, text) or re.fullmatch(_BASED, text)):
        return text
    return Refused("too long for a number") if len(text) > MAX_DIGITS else _number(text)


def _is_whole(text: str) -> bool:
    digits = text[1:] if text[0] in "+-" else text
    return digits.isdigit() and digits.isascii()


def _number(text: str) -> float | Refused:
    if re.fullmatch(_BASED, text):
        return int(text, 0)
    number = float(text)
    if isinf(number):
        return Refused("too large for a number")
    return (
        Refused("too small for a number")
        if 0 < abs(number) < MIN_SIZE or (not number and _has_digits(text))
        else number
    )


def _has_digits(text: str) -> bool:
    """Return whether a number that is read as zero is another one."""
    return re.search(r"[1-9]", re.split("[eE]", text)[0]) is not None
