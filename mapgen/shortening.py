"""A long text -> a short one that still shows what matters: both ends, or where it differs from another text."""

from itertools import takewhile

_ELLIPSIS = "…"


def shortened(text: str, length: int) -> str:
    """Return a text of at most so many characters; of a longer one, the middle is left out.

    >>> shortened("abcdefghij", 10), shortened("abcdefghijk", 10)
    ('abcdefghij', 'abcdef…ijk')
    """
    if len(text) <= length:
        return text
    behind = (length - 1) // 3
    return f"{text[: length - 1 - behind].rstrip()}{_ELLIPSIS}{text[len(text) - behind :].lstrip()}"


def shortened_apart(one: str, other: str, length: int) -> tuple[str, str]:
    """Return two texts of at most so many characters that show where they begin to differ.

    >>> shortened_apart("abcdefghijklm", "abcdefghijkLm", 8)
    ('…jklm', '…jkLm')
    """
    if max(len(one), len(other)) <= length:
        return one, other
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    start = 0 if same < length * 3 // 4 else same - length // 4
    return _window(one, start, length), _window(other, start, length)


def _window(text: str, start: int, length: int) -> str:
    before = _ELLIPSIS if start else ""
    room = length - len(before)
    part = text[start : start + room]
    return before + (part if start + room >= len(text) else part[:-1] + _ELLIPSIS)
