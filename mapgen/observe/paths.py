"""The path of a journey, packed in four integers of 63 bits, because the rows of the statement hold integers only.

The first visit is the lowest digit of the first number; a digit is the touchpoint's number plus one, and 0 ends the
path. With 12 touchpoints, a path of 68 visits fits, with 1,000 one of 24; longer ones are left out.
"""

from collections.abc import Sequence

from mapgen.record import record

NUMBERS = 4
_MOST = 2**63 - 1


@record
class Packing:
    """How paths are packed: `digits` of `base` in each of the numbers."""

    base: int
    digits: int
    numbers: int = NUMBERS

    @classmethod
    def of(cls, touchpoints: int) -> "Packing":
        """Return how to pack paths through so many touchpoints.

        >>> Packing.of(12), Packing.of(1000).longest
        (Packing(base=13, digits=17, numbers=4), 24)
        """
        base, digits = touchpoints + 1, 1
        while base > 1 and base ** (digits + 1) <= _MOST:
            digits += 1
        return cls(base, digits)

    @property
    def longest(self) -> int:
        """How many visits the longest path has that fits."""
        return self.digits * self.numbers

    @property
    def weights(self) -> tuple[int, ...]:
        """The weight of each digit."""
        return tuple(self.base**digit for digit in range(self.digits))

    def unpack(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """Return the touchpoints of a packed path; ValueError where the numbers are no path.

        >>> Packing.of(12).unpack([1 + 13 * 12, 0, 0, 0])
        (0, 11)
        """
        found: list[int] = []
        for number in numbers:
            rest = number
            for _ in range(self.digits):
                rest, digit = divmod(rest, self.base)
                found.append(digit - 1)
            if rest:
                message = f"{number} is no part of a path"
                raise ValueError(message)
        length = found.index(-1) if -1 in found else len(found)
        if not length or any(one >= 0 for one in found[length:]):
            message = f"{', '.join(map(str, numbers))} are no path"
            raise ValueError(message)
        return tuple(found[:length])
