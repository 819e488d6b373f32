"""The pieces of a text and a number of lines -> which pieces stand on which line, so that lines are about as long."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff"
_HANGUL = "\uac00-\ud7a3"
_LOOSE = (
    f"(?P<word>[{_HANGUL}][{_HANGUL}])|(?P<tail>[{_HAN}{_HIRAGANA}{_KATAKANA}][{_HIRAGANA}])"
    f"|(?P<compound>[{_HAN}][{_HAN}])"
)
_FIRST = "\u3005"  # of these characters: what is before it needs no pattern, which takes long to compile
COMPOUND = 0.2
"""The cost of a break between two ideographs, which is no reason to look for another."""

_COSTS = {"word": 0.5, "tail": 0.3, "compound": COMPOUND}
SOFT = 0.5
"""The cost of a break at a soft hyphen, or behind a hyphen inside a word."""

LINES_MAX = 6
"""Longer texts are filled line by line."""

_SHORT = 0.4
_SINGLE = 0.5


class WordPart(NamedTuple):
    """A piece of text as it is set: its width before others, its width where it ends a line, and whether with a hyphen.

    `cost` is what a break behind it costs, as a part of the square of the line.
    """

    text: str
    full: float
    bare: float
    hyphen: bool = False
    cost: float = 0.0


def cost(before: str, after: str) -> float:
    """Return what a break costs in a script that breaks inside words.

    >>> cost("画", "像"), cost("像", "ア"), cost("한", "국"), cost("を", "見")
    (0.2, 0.0, 0.5, 0.0)
    """
    if before[-1:] < _FIRST:
        return 0.0
    match = re.match(_LOOSE, before[-1:] + after[:1])
    return _COSTS[match.lastgroup or ""] if match else 0.0


def has_orphan(widths: Sequence[float], *, alone: bool) -> bool:
    """Return whether the last of some lines is short beside the widest: less than two fifths, more if it is one word.

    >>> has_orphan([90, 40], alone=True), has_orphan([90, 40], alone=False)
    (True, False)
    """
    return widths[-1] < max(widths) * (_SINGLE if alone else _SHORT)


def balanced(parts: Sequence[WordPart], count: int, indent: float, width: float) -> list[int] | None:
    """Return where each of `count` lines begins, so that the squares of their lengths sum up least."""
    reached: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    lefts = [0.0, *accumulate(part.full for part in parts)]
    ends = [left + part.bare for left, part in zip(lefts, parts, strict=False)]
    square = width * width
    for index in range(count - 1):
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        must = ends[-1] - (count - 1 - index) * width  # what is left has to fit on the other lines
        for start, (total, starts) in reached.items():
            left = lefts[start] - (0.0 if index else indent)
            for end in range(bisect_left(lefts, must, start + 1), len(parts)):
                length = ends[end - 1] - left
                if length > width:
                    break
                sum_ = total + length * length + parts[end - 1].cost * square
                if end not in further or sum_ < further[end][0]:
                    further[end] = (sum_, (*starts, start))
        reached = further
    lasts = [
        (total + (ends[-1] - lefts[start]) ** 2, (*starts, start))
        for start, (total, starts) in reached.items()
        if ends[-1] - lefts[start] <= width
    ]
    return list(min(lasts)[1]) if lasts else None
