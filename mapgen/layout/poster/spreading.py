"""Places that are too close -> places apart: signs and numbers of touchpoints that stand side by side."""

from collections.abc import Sequence


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move places, in rising order, as little as possible, so that neighbors are `gap` apart from `low` to `high`.

    If so many do not fit, they are equally far apart.

    >>> spread([10, 14, 50], 10, 0, 100), spread([1, 95, 99], 10, 5, 100)
    ([7.0, 17.0, 50.0], [5.0, 90.0, 100.0])
    >>> spread([1, 2, 3], 100, 0, 50)
    [0.0, 25.0, 50.0]
    """
    last = len(places) - 1
    if last * gap > high - low:
        gap = (high - low) / last
    pools: list[
        tuple[float, int]
    ] = []  # the mean place of neighbors that touch, if each stood where the first one does
    for index, place in enumerate(places):
        mean, count = place - index * gap, 1
        while pools and pools[-1][0] > mean:
            before, others = pools.pop()
            mean = (before * others + mean * count) / (others + count)
            count += others
        pools.append((mean, count))
    firsts = [min(max(mean, low), high - last * gap) for mean, count in pools for _ in range(count)]
    return [float(first + index * gap) for index, first in enumerate(firsts)]
