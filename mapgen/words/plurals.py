"""A number -> which form of a word goes with it."""

from mapgen.model.journey import Number

ONE_BELOW_TWO = frozenset({"fr", "pt"})


def form(language: str, n: Number, forms: int) -> int:
    """Return which of so many forms goes with n, from 0: one form is for all, two are one and other, five Arabic's.

    >>> form("en", 1, 2), form("en", 3, 2), form("ja", 3, 1)
    (0, 1, 0)
    """
    if forms == 1:
        return 0
    if language == "ar":
        return arabic(n)
    single = int(n) in {0, 1} if language in ONE_BELOW_TWO else n == 1
    return 0 if single else 1


def arabic(n: Number) -> int:
    """Return the form for n in Arabic: one, two, few, many, other.

    >>> [arabic(n) for n in (1, 2, 3, 10, 11, 99, 100, 103, 1.5)]
    [0, 1, 2, 2, 3, 3, 4, 2, 4]
    """
    if n in {1, 2}:
        return int(n) - 1
    if n != int(n) or n == 0:
        return 4
    rest = int(n) % 100
    return 2 if rest in range(3, 11) else 3 if rest in range(11, 100) else 4
