"""A key in braces and its line -> the number with a comma that YAML has torn apart there.

`{min: 2,5}` is `min: 2` and a key `5` without a value; `{2,5: good}` a key `2` without one and `5: good`.
"""

import re

from mapgen.lazy import regex

_BEFORE = regex(r"(?P<lead>^|[:{,]) *(?P<whole>[-+]?[0-9]+(?:,[0-9]{3})*), *$", re.ASCII)
_PART = regex(r"[0-9]+(?:,[0-9]{3}\b)* ?%?", re.ASCII)
_AFTER = regex(r", *([0-9]+) *:", re.ASCII)
_WHOLE = regex(r"[-+]?[0-9]+", re.ASCII)
_THOUSANDS = regex(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+", re.ASCII)
_LOOKED_AT = 40  # characters on both sides


def torn_number(line: str, column: int, end: int) -> str | None:
    """Return the number that a key between two columns, from 1, is a part of, as it is written; None where of none."""
    before, rest = line[max(0, column - 1 - _LOOKED_AT) : column - 1], line[column - 1 : end - 1 + _LOOKED_AT]
    name, part, found = line[column - 1 : end - 1], _PART.match(rest), _BEFORE.search(before)
    if found and part and part[0].startswith(name):
        is_key = rest[part.end() :].lstrip().startswith(":")
        return f"{found['whole']},{part[0]}" if is_key == (found["lead"] != ":") else None
    after = _AFTER.match(rest, len(name))
    return f"{name},{after[1]}" if after and _WHOLE.fullmatch(name) else None


def mended(number: str) -> str:
    """Return how a number that was torn apart is written, whatever it counts.

    >>> mended("2,5"), mended("1,200")
    ('write a decimal point: 2.5', 'write the number without separators, or with a decimal point: 1200 or 1.200')
    >>> mended("0,5%")
    'write 0.5, or 0.005 where a fraction of 1 is expected'
    """
    digits = number.rstrip(" %")
    point, none = digits.replace(",", "."), digits.replace(",", "")
    if number.count(",") > 1:
        return f"write the number without separators: {none}"
    if number.endswith("%"):
        return f"write {point}, or {float(point) / 100:g} where a fraction of 1 is expected"
    if _THOUSANDS.fullmatch(number):
        return f"write the number without separators, or with a decimal point: {none} or {point}"
    return f"write a decimal point: {point}"
