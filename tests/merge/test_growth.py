"""The order of merged entries takes work that grows with their number, not with its square."""

from collections.abc import Mapping

import pytest

from mapgen.merge.chunks import Chunk
from mapgen.merge.threeway import _order

SIDES = [
    ("abcd", "abcd", "abcd", "abcd"),
    ("abcd", "dabc", "abcd", "dabc"),
    ("abcd", "abcd", "dabc", "dabc"),
    ("abc", "abxc", "abyc", "abxyc"),
    ("abc", "xabc", "yabc", "xyabc"),
    ("abc", "abcx", "abcy", "abcxy"),
    ("abc", "xyabc", "zabc", "xyzabc"),
    ("abc", "abxyc", "abc", "abxyc"),
    ("abc", "ac", "abxc", "abxc"),
    ("", "ab", "cd", "abcd"),
]


class Name(str):
    """A name that counts how often it is compared."""

    __slots__ = ()
    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Name.compared += 1
        return str.__eq__(self, other)


def pieces(names: str | list[Name]) -> Mapping[str, Chunk]:
    return dict.fromkeys(names)  # type: ignore[return-value]  # of a piece only the name counts


@pytest.mark.parametrize(("was", "here", "there", "merged"), SIDES)
def test_each_new_entry_follows_what_it_followed(was: str, here: str, there: str, merged: str) -> None:
    found = _order(pieces(was), pieces(here), pieces(there))

    assert [name for name in found if name in {*here, *there}] == list(merged)


def test_names_are_not_compared_with_each_other() -> None:
    def names(*parts: str, number: int = 300) -> list[Name]:
        return [Name(f"{part}{index}") for index in range(number) for part in parts]

    Name.compared = 0
    _order(pieces(names("a")), pieces(names("a", "b")), pieces(names("a", "c")))

    assert Name.compared <= 10 * 300 * 3
