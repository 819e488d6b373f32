"""The curve never shows a feeling that nobody had."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mapgen.layout.curve import monotone, runs, samples

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
