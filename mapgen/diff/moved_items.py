"""The order of items before and after -> the fewest items that were moved."""

from bisect import bisect_left
from collections.abc import Sequence


def moved(places: Sequence[int]) -> set[int]:
    """Return the indices of the items to move so that the others are in order; a longest increasing run stays.

    >>> moved([1, 2, 3, 0]), moved([1, 0])
    ({3}, {0})
    """
    tails: list[int] = []  # the last index of the best run of each length
    ends: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(tails[length - 1] if length else -1)
        tails[length : length + 1] = [index]
        ends[length : length + 1] = [place]
    stay: set[int] = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        stay.add(at)
        at = before[at]
    return set(range(len(places))) - stay
