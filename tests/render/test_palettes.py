"""Colours that mean something can be told apart by every kind of eye."""

from itertools import combinations, pairwise, product

import pytest

from mapgen.render.color import is_gray
from mapgen.render.contrast import GRAPHIC, TEXT, contrast
from mapgen.render.theme import NAMES, STAGES, Colors
from mapgen.render.theme_file import theme
from tests.render.color_vision import EYES, delta_e, distance

SHARMA = """
50 2.6772 -79.7751 50 0 -82.7485 2.0425
50 3.1571 -77.2803 50 0 -82.7485 2.8615
50 2.8361 -74.02 50 0 -82.7485 3.4412
50 -1.3802 -84.2814 50 0 -82.7485 1
50 -1.1848 -84.8006 50 0 -82.7485 1
50 -0.9009 -85.5211 50 0 -82.7485 1
50 0 0 50 -1 2 2.3669
50 -1 2 50 0 0 2.3669
50 2.49 -0.001 50 -2.49 0.0009 7.1792
50 2.49 -0.001 50 -2.49 0.001 7.1792
50 2.49 -0.001 50 -2.49 0.0011 7.2195
50 2.49 -0.001 50 -2.49 0.0012 7.2195
50 -0.001 2.49 50 0.0009 -2.49 4.8045
50 -0.001 2.49 50 0.001 -2.49 4.8045
50 -0.001 2.49 50 0.0011 -2.49 4.7461
50 2.5 0 50 0 -2.5 4.3065
50 2.5 0 73 25 -18 27.1492
50 2.5 0 61 -5 29 22.8977
50 2.5 0 56 -27 -3 31.9030
50 2.5 0 58 24 15 19.4535
50 2.5 0 50 3.1736 0.5854 1
50 2.5 0 50 3.2972 0 1
50 2.5 0 50 1.8634 0.5757 1
50 2.5 0 50 3.2592 0.335 1
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.248 -4.962 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.694 23.0331 14.973 -42.5619 2.0373
36.4612 47.858 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.441 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.135 0.9033 -0.0636 -0.5514 0.9082
"""
"""The pairs that Sharma, Wu and Dalal published to find faulty implementations of CIEDE2000 with."""


def numbered(kind: str, *numbers: int) -> list[str]:
    return [f"{kind}-{number}" for number in numbers]


APART = [
    *pairwise(numbered("stage", *range(1, 11), 1)),  # after the tenth comes the first
    *pairwise(numbered("accent", *range(1, 11), 1)),
    *combinations(numbered("series", *range(1, 6)), 2),
    *product(numbered("score", 1, 2), numbered("score", 4, 5)),
    ("good", "bad"),
]
"""Roles whose difference says something."""

GREYS = [*combinations(numbered("series", *range(1, 6)), 2)]
"""The same in black and white, where hatching tells bad from good, and numbers tell a stage from its neighbour."""


@pytest.mark.parametrize("line", SHARMA.strip().splitlines())
def test_differences_are_as_published(line: str) -> None:
    l1, a1, b1, l2, a2, b2, expected = map(float, line.split())

    assert delta_e((l1, a1, b1), (l2, a2, b2)) == pytest.approx(expected, abs=5e-5)


def closest(colors: Colors, pairs: list[tuple[str, str]]) -> tuple[float, str, str, str]:
    return min((distance(colors[one], colors[other], eye), one, other, eye) for one, other in pairs for eye in EYES)


@pytest.mark.parametrize("name", ["default", "high-contrast"])
def test_the_worst_pair_is_far_enough_apart(name: str) -> None:
    assert closest(theme(name).light, APART) >= (10,)
    assert closest(theme(name).dark, APART) >= (10,)


@pytest.mark.parametrize("name", ["default", "high-contrast"])
def test_the_first_two_personas_look_unlike_pain(name: str) -> None:
    for colors in (theme(name).light, theme(name).dark):
        assert [n for n in (1, 2) if distance(colors[f"person-{n}"], colors["bad"], "all colours") < 20] == []


def test_curves_in_black_and_white_have_different_grays() -> None:
    assert closest(theme("print").light, GREYS) >= (9,)


def test_neighboring_stages_are_far_apart_in_black_and_white() -> None:
    grays = [theme("print").light[f"stage-{number}"] for number in range(1, STAGES + 1)]

    assert len(set(grays)) == 4
    assert min(distance(*pair, "all colours") for pair in pairwise(grays)) > 12


def test_all_is_gray_in_black_and_white() -> None:
    assert [role for role, color in theme("print").light.items() if color.startswith("#") and not is_gray(color)] == []


ON_THE_POSTER = [
    *((role, ground, TEXT) for role in ("ink", "soft") for ground in ("good-tint", "bad-tint", "spot")),
    *((role, ground, GRAPHIC) for role in ("good", "bad", "bar") for ground in ("good-tint", "bad-tint", "spot")),
    *((f"{role}-on-tint", "bad-tint", TEXT) for role in ("good", "bad")),
    *((f"person-{number}", "paper", TEXT) for number in range(1, 6)),
    *(("paper", ground, TEXT) for ground in ("good", "bad")),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("role", "ground", "least"), ON_THE_POSTER)
def test_what_stands_on_an_area_of_the_poster_can_be_told_from_it(
    name: str, role: str, ground: str, least: float
) -> None:
    chosen = theme(name)

    assert all(contrast(colors[role], colors[ground]) >= least for colors in (chosen.light, chosen.dark))
