"""A number -> which form of a word goes with it, by the plural rules of Unicode's CLDR."""

import re
from collections.abc import Sequence

from mapgen.model.journey import Number

RELATION = r"([niv])(?: % (\d+))? (!?=) (\d+(?:\.\.\d+)?(?:,\d+(?:\.\.\d+)?)*)"
"""One condition: "n % 100 = 3..10". A rule joins conditions with `and` and `or`."""


def form(rules: Sequence[str], n: Number) -> int:
    """Return the index of the first rule that holds for n, the number of rules if none does.

    >>> english, arabic = ["n = 1"], ["n = 1", "n = 2", "n % 100 = 3..10", "n % 100 = 11..99"]
    >>> form(english, 1), form(english, 3), form([], 3)
    (0, 1, 0)
    >>> [form(arabic, n) for n in (1, 2, 3, 10, 11, 99, 100, 103, 1.5)]
    [0, 1, 2, 2, 3, 3, 4, 2, 4]
    """
    return next((index for index, rule in enumerate(rules) if _holds(rule, n)), len(rules))


def _holds(rule: str, n: Number) -> bool:
    return any(all(_is_met(relation, n) for relation in part.split(" and ")) for part in rule.split(" or "))


def _is_met(relation: str, n: Number) -> bool:
    """Return whether a condition is met; `n` is the number, `i` its whole part, `v` 0 if it has no decimals."""
    match = re.fullmatch(RELATION, relation)
    assert match, relation  # noqa: S101 - a test reads all rules
    operand, divisor, sign, ranges = match.groups()
    value: Number = {"n": n, "i": int(n), "v": int(n != int(n))}[operand]
    if divisor:
        value %= int(divisor)
    return any(_is_in(value, part) for part in ranges.split(",")) == (sign == "=")


def _is_in(value: Number, part: str) -> bool:
    low, _, high = part.partition("..")
    return value == int(value) and int(low) <= value <= int(high or low)
