"""A plain scalar's text -> its value, under the core schema of YAML 1.2."""

import re
from math import isinf

from mapgen.record import record

DIGITS = 300  # a longer number is not a quantity of anything

_FIRST = frozenset("0123456789+-.")
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

    >>> [resolve(word) for word in ("no", "0777", "0x1F", "1e3", "2024-01-01", "1:30", "~")]
    ['no', 777, 31, 1000.0, '2024-01-01', '1:30', None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST:
        return text
    if len(text) <= DIGITS and _is_whole(text):
        return int(text)
    if re.fullmatch(_NO_NUMBER, text):
        return Refused("not a number" if text.lower() == ".nan" else "infinite")
    if not (re.fullmatch(_FLOAT, text) or re.fullmatch(_BASED, text)):
        return text
    return Refused("too long a number") if len(text) > DIGITS else _number(text)


def _is_whole(text: str) -> bool:
    digits = text[1:] if text[0] in "+-" else text
    return digits.isdigit() and digits.isascii()


def _number(text: str) -> float | Refused:
    if re.fullmatch(_BASED, text):
        return int(text, 0)
    number = float(text)
    return Refused("too large a number") if isinf(number) else number
