"""The curve never shows a feeling that nobody had."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapgen.layout.curve import Point, monotone, runs, samples, stretches

heights = st.lists(st.floats(-100, 100), min_size=2, max_size=12)


@given(heights)
def test_it_stays_between_the_two_points_that_it_joins(ys: list[float]) -> None:
    points = [(10.0 * index, y) for index, y in enumerate(ys)]
    curves = monotone(points)[1:]

    for (start, end), curve in zip(pairwise(points), curves, strict=True):
        low, high = sorted((start[1], end[1]))
        assert all(low - 1e-6 <= y <= high + 1e-6 for _, y in samples((("M", start), curve), 1.0))


@given(heights)
def test_it_goes_through_each_point(ys: list[float]) -> None:
    points = [(10.0 * index, y) for index, y in enumerate(ys)]
    ends = [segment[1][-2:] for segment in monotone(points)]

    assert ends == points


def test_a_gap_parts_the_curve() -> None:
    assert list(runs([(0, 1), (1, 2), None, (3, 4), None])) == [[(0, 1), (1, 2)], [(3, 4)]]


def test_a_line_that_joins_gaps_goes_through_the_same_points() -> None:
    points = [None, (0.0, 1.0), (1.0, 2.0), None, (3.0, 0.0), None, None, (6.0, 5.0), (7.0, 5.0), None]
    found = list(stretches(points, joins_gaps=True))
    ends = [(segments[0][1], segments[-1][1][-2:], is_gap) for segments, is_gap in found]

    assert ends == [
        ((0.0, 1.0), (1.0, 2.0), False),
        ((1.0, 2.0), (3.0, 0.0), True),
        ((3.0, 0.0), (6.0, 5.0), True),
        ((6.0, 5.0), (7.0, 5.0), False),
    ]


@pytest.mark.parametrize("points", [[], [None], [(0.0, 1.0)], [None, (0.0, 1.0), None]])
@pytest.mark.parametrize("joins_gaps", [False, True])
def test_one_point_makes_no_line(points: list[Point | None], *, joins_gaps: bool) -> None:
    assert list(stretches(points, joins_gaps=joins_gaps)) == []
