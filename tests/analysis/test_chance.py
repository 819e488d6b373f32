"""What may be chance: a value in the interval of the other, and percentages of small samples."""

import pytest

from mapgen.analysis.chance import Estimate, known_interval, within_chance
from mapgen.model.journey import Interval


@pytest.mark.parametrize(
    ("estimate", "expected"),
    [
        (Estimate(50, "%", 100), (40.38, 59.62)),
        (Estimate(70.2, "%", 240), (64.13, 75.63)),
        (Estimate(0, "%", 10), (0, 27.75)),
        (Estimate(100, "%", 10), (72.25, 100)),
        (Estimate(50, "\N{ARABIC PERCENT SIGN}", 100), (40.38, 59.62)),
        (Estimate(50, "%", 100, Interval(45, 51)), (45, 51)),
        (Estimate(6, "min", None, Interval(5, 8)), (5, 8)),
    ],
)
def test_an_interval_is_given_or_that_of_a_percentage(estimate: Estimate, expected: tuple[float, float]) -> None:
    found = known_interval(estimate)
    assert found

    assert (found.low, found.high) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    "estimate", [Estimate(50, "%"), Estimate(50, "min", 100), Estimate(50, None, 100), Estimate(120, "%", 100)]
)
def test_nothing_else_has_an_interval(estimate: Estimate) -> None:
    assert known_interval(estimate) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Estimate(6, "min", None, Interval(5, 8)), Estimate(7, "min"), True),
        (Estimate(6, "min", None, Interval(5, 8)), Estimate(8, "min"), True),
        (Estimate(6, "min", None, Interval(5, 8)), Estimate(9, "min"), False),
        (Estimate(6, "min", None, Interval(5, 8)), Estimate(7, "h"), False),
        (Estimate(6.5, "min", None, Interval(4.8, 8.2)), Estimate(8.5, "min", None, Interval(7, 10)), True),
        (Estimate(6.5, "min", None, Interval(4.8, 8.2)), Estimate(9, "min", None, Interval(7.5, 10.5)), False),
        (Estimate(68, "%", 40), Estimate(50, "%", 40), True),
        (Estimate(68, "%", 80), Estimate(50, "%", 80), False),
        (Estimate(0, "%", 20), Estimate(100, "%", 20), False),
        (Estimate(6, "min"), Estimate(7, "min"), False),
        (Estimate(6, "min", 3), Estimate(7, "min", 3), False),
        (Estimate(100, "%", 2), Estimate(100, "%", 2), False),
    ],
)
def test_a_difference_within_chance_is_so_in_both_directions(one: Estimate, other: Estimate, *, expected: bool) -> None:
    assert (within_chance(one, other), within_chance(other, one)) == (expected, expected)
