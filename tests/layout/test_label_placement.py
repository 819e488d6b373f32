"""Labels find a free place, and fast: a map may have thousands of lines of text below each other."""

import pytest

from mapgen.layout import label_placement
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.scene import Box


@pytest.mark.parametrize(
    ("box", "free"),
    [
        (Box(110, 100, 10, 10), True),
        (Box(105, 105, 10, 10), False),
        (Box(0, 100, 300, 10), False),
        (Box(100, 0, 10, 300), False),
        (Box(90, 90, 30, 30), False),
        (Box(-1, 0, 10, 10), False),
        (Box(0, 295, 10, 10), False),
    ],
)
def test_a_place_is_free_within_the_bounds_where_nothing_is_taken(box: Box, *, free: bool) -> None:
    """However large the box, and whatever part of it meets what is taken."""
    placer = LabelPlacer(Box(0, 0, 300, 300))
    placer.take(Box(100, 100, 10, 10))
    assert placer.fits(box) is free


@pytest.mark.parametrize("across", [True, False])
def test_a_box_is_compared_only_with_what_is_near(monkeypatch: pytest.MonkeyPatch, *, across: bool) -> None:
    """Comparing with everything in a column or a row takes minutes on a map with very long texts."""
    compared: list[Box] = []
    monkeypatch.setattr(label_placement, "meet", lambda _, other: compared.append(other))
    placer = LabelPlacer(Box(0, 0, 20_000, 20_000))
    for index in range(1000):
        placer.take(Box(20 * index, 0, 10, 10) if across else Box(0, 20 * index, 10, 10))
    placer.fits(Box(0, 0, 10, 10))
    assert len(compared) < 10


SIZE = (40.0, 20.0)


def placer() -> LabelPlacer:
    """Return a lane where 30 pixels above and below the point at 100, 100 are taken, and all beside it."""
    lane = LabelPlacer(Box(0, 0, 200, 200))
    lane.take(Box(0, 70, 200, 60))
    return lane


def test_a_label_moves_away_from_what_is_taken() -> None:
    assert placer().place(100, 100, SIZE, clear=10, above=True) == Box(80, 47, *SIZE)


def test_a_label_that_would_stand_out_of_reach_is_left_out() -> None:
    assert placer().place(100, 100, SIZE, clear=10, above=True, reach=16) is None
