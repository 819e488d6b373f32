"""A function of a value that does not change -> the same, which computes its last answer once.

Analyses and rules ask one journey after another for the same things, dozens of times each.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import TypeVar

_V = TypeVar("_V")
_A = TypeVar("_A")


def remembered(compute: Callable[[_V], _A]) -> Callable[[_V], _A]:
    """Return a function that keeps its last answer, which must be immutable, until it is asked about another value.

    Values are compared by identity: hashing a whole journey takes longer than walking through it.

    >>> @remembered
    ... def letters(word: str) -> tuple[str, ...]:
    ...     print("reading")
    ...     return tuple(word)
    >>> letters("ab"), letters("ab")
    reading
    (('a', 'b'), ('a', 'b'))
    """
    last: list[tuple[_V, _A]] = []

    def answer(value: _V) -> _A:
        for known, found in last:
            if known is value:
                return found
        found = compute(value)
        last[:] = [(value, found)]
        return found

    return update_wrapper(answer, compute)
