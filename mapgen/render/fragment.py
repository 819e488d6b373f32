"""A literal, fragments -> a fragment: text of an output language in which every text of an author is escaped."""

from collections.abc import Iterable
from typing import Self


class Fragment(str):
    """Text of one output language. Whoever writes a file asks for fragments, so that a plain text is a type error.

    A fragment comes from a literal (`S704` of Ruff finds any other argument), from a function that escapes, or from
    other fragments of its kind by `fill` and `joined`. An f-string, `+` and `str.join` return a plain `str`.
    """

    __slots__ = ()

    def fill(self, *parts: Self | int, **named: Self | int) -> Self:
        """Return this template with fragments in the places of its braces."""
        return type(self)(self.format(*parts, **named))

    def swapped(self, old: Self, new: Self) -> Self:
        """Return this fragment with another one in each place of `old`."""
        return type(self)(self.replace(old, new))

    def joined(self, parts: Iterable[Self]) -> Self:
        """Return fragments with this one between each two."""
        return type(self)(self.join(parts))
