"""Shares -> whole numbers that add up."""

from collections.abc import Sequence
from math import floor, fsum


def apportioned(shares: Sequence[float], total: int) -> list[int]:
    """Distribute a total in proportion to shares: each is rounded down or up, so that they add up to the total.

    Those with the largest remainders are rounded up, of equals the first.

    >>> apportioned([1, 1, 1], 100), apportioned([0.992, 0.006, 0.002], 100), apportioned([], 100)
    ([34, 33, 33], [99, 1, 0], [])
    """
    whole = fsum(shares)
    if not whole:
        return [0] * len(shares)
    exact = [share / whole * total for share in shares]
    counts = [floor(value + 1e-9) for value in exact]
    order = sorted(range(len(exact)), key=lambda index: (round(counts[index] - exact[index], 9), index))
    for index in order[: total - round(fsum(counts))]:
        counts[index] += 1
    return counts
