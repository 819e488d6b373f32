"""Whether two values differ by more than chance, from their confidence intervals and samples.

An interval that the author gives counts. For a percentage with a sample and no interval, it is the Wilson score
interval of 95 %. docs/audit.md describes what follows from it.
"""

from math import hypot, sqrt

from mapgen.model.journey import Interval, Number
from mapgen.record import record

Z = 1.959964  # 95 % of a normal distribution is within so many standard deviations
_Z_OF_MANY = 3.890592  # 99.99 %: of hundreds of shares that are compared at once, none differs by chance
PERCENT = frozenset("%\uff05\u066a")
_WHOLE = 100


@record
class Estimate:
    """A value with its unit, and what is known of its precision."""

    value: Number
    unit: str | None
    sample: int | None = None
    interval: Interval | None = None


def known_interval(estimate: Estimate) -> Interval | None:
    """Return the confidence interval of a value: the one given, or that of a percentage with a sample.

    >>> found = known_interval(Estimate(50, "%", 100))
    >>> (round(found.low, 1), round(found.high, 1)) if found else None
    (40.4, 59.6)
    """
    share, size = _share(estimate), estimate.sample
    if estimate.interval or share is None or not size:
        return estimate.interval
    found = wilson(share, size)
    return Interval(min(found.low * _WHOLE, estimate.value), max(found.high * _WHOLE, estimate.value))


@record
class Sample:
    """So many of so many; `size` is above 0."""

    count: int
    size: int

    @property
    def share(self) -> float:
        """The part, from 0 to 1."""
        return self.count / self.size


def surely_differ(before: Sample, after: Sample) -> bool:
    """Return whether the shares of two independent samples differ at a level of 99.99 %, for one of many comparisons.

    >>> surely_differ(Sample(480, 1000), Sample(560, 1000)), surely_differ(Sample(480, 1000), Sample(530, 1000))
    (False, False)
    >>> surely_differ(Sample(4800, 10_000), Sample(5200, 10_000))
    True
    """
    lower, higher = sorted((before, after), key=lambda sample: sample.share)
    above = wilson(lower.share, lower.size, _Z_OF_MANY).high - lower.share
    below = higher.share - wilson(higher.share, higher.size, _Z_OF_MANY).low
    return higher.share - lower.share > hypot(above, below)


def wilson(share: float, size: int, z: float = Z) -> Interval:
    """Return the Wilson score interval, by default of 95 %, of a share of `size`, which is above 0; all from 0 to 1.

    >>> found = wilson(0.5, 100)
    >>> (round(found.low, 3), round(found.high, 3))
    (0.404, 0.596)
    """
    scale = 1 + z * z / size
    center = (share + z * z / (2 * size)) / scale
    half = z * sqrt(share * (1 - share) / size + (z / (2 * size)) ** 2) / scale
    return Interval(max(0.0, center - half), min(1.0, center + half))


def contains(interval: Interval | None, value: Number) -> bool:
    """Return whether a value lies in an interval, ends included; none contains nothing."""
    return interval is not None and interval.low <= value <= interval.high


def within_chance(before: Estimate, after: Estimate) -> bool:
    """Return whether two different values of one metric may differ by chance alone; False if nothing is known.

    The interval of the difference is as wide as the square root of the summed squares of what the two intervals reach
    towards each other (Newcombe); a value without an interval is taken as exact.
    """
    if before.unit != after.unit or before.value == after.value:
        return False
    lower, higher = sorted((before, after), key=lambda estimate: estimate.value)
    above, below = known_interval(lower), known_interval(higher)
    reach = hypot(above.high - lower.value if above else 0, higher.value - below.low if below else 0)
    return higher.value - lower.value <= reach


def _share(estimate: Estimate) -> float | None:
    is_share = estimate.unit in PERCENT and 0 <= estimate.value <= _WHOLE
    return estimate.value / _WHOLE if is_share else None
