"""Lines of the emotion curve can be told apart by their look."""

import pytest

from mapgen.layout.scene import Item
from mapgen.layout.series import series_dash, series_dot, series_role


def dot(person: int) -> Item:
    return series_dot(person, 0, 0, 5, hollow=False)


def test_no_two_personas_look_alike() -> None:
    assert len({(series_role(person), repr(dot(person))) for person in range(25)}) == 25


@pytest.mark.parametrize("person", range(25))
def test_the_next_persona_of_the_same_color_has_other_dashes_and_dots(person: int) -> None:
    later = person + 5

    assert series_role(person) == series_role(later)
    assert series_dash(person) != series_dash(later)
    assert repr(dot(person)) != repr(dot(later))


@pytest.mark.parametrize("person", range(5))
def test_the_line_of_all_customers_is_ink_and_solid(person: int) -> None:
    assert (series_role(None), series_dash(None)) == ("ink", None)
    assert series_dash(person)
