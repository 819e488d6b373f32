"""Small parts of SQL that are the same on every engine."""

from collections.abc import Iterable, Sequence


def choose(value: str, bounds: Sequence[int], results: Sequence[str]) -> str:
    """Return the result of the interval that a value is in: results[n] from bounds[n - 1] until below bounds[n].

    Halving finds it in few comparisons.

    >>> choose("x", [10, 20], ["0", "1", "2"])
    'CASE WHEN x < 10 THEN 0 ELSE CASE WHEN x < 20 THEN 1 ELSE 2 END END'
    """
    if not bounds:
        return results[0]
    middle = (len(bounds) - 1) // 2
    below = choose(value, bounds[:middle], results[: middle + 1])
    above = choose(value, bounds[middle + 1 :], results[middle + 1 :])
    return f"CASE WHEN {value} < {bounds[middle]} THEN {below} ELSE {above} END"


def count_bounds(value: str, bounds: Sequence[int]) -> str:
    """Return how many bounds a value has reached.

    >>> count_bounds("x", [10])
    'CASE WHEN x < 10 THEN 0 ELSE 1 END'
    """
    return choose(value, bounds, [str(number) for number in range(len(bounds) + 1)])


def is_in(value: str, items: Iterable[int | str]) -> str:
    """Return whether a value is one of these.

    >>> is_in("x", []), is_in("x", [3]), is_in("x", [1, 2])
    ('1 = 0', 'x = 3', 'x IN (1, 2)')
    """
    texts = [str(item) for item in items]
    if not texts:
        return "1 = 0"
    return f"{value} = {texts[0]}" if len(texts) == 1 else f"{value} IN ({', '.join(texts)})"


def flag(condition: str, yes: object = 1, no: object = 0) -> str:
    """Return one of two values.

    >>> flag("x > 0")
    'CASE WHEN x > 0 THEN 1 ELSE 0 END'
    """
    return f"CASE WHEN {condition} THEN {yes} ELSE {no} END"
