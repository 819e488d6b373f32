"""Building many specs takes no more memory than building a few."""

import gc
from collections.abc import Iterator
from weakref import ReferenceType, ref

import pytest

from mapgen.build.memory import freeing


class _Circle:
    """What only a collection frees: it holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def manual() -> Iterator[None]:
    """No automatic collection, as in the command."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("manual")
def test_what_an_item_leaves_in_circles_is_freed_before_the_next_one() -> None:
    left: list[ReferenceType[_Circle]] = []
    alive: list[int] = []

    for _ in freeing(range(5)):
        alive.append(len([one for one in left if one()]))
        left.append(ref(_Circle()))

    assert alive == [0, 0, 0, 0, 0]


@pytest.mark.usefixtures("manual")
def test_one_item_needs_no_collection() -> None:
    left = [ref(_Circle()) for _ in freeing("a")]

    assert left[0]() is not None


@pytest.mark.usefixtures("manual")
def test_nothing_stays_out_of_later_collections_even_if_the_work_fails() -> None:
    before = gc.get_freeze_count()
    items = freeing("abc")
    assert [next(items), next(items)] == ["a", "b"]
    assert gc.get_freeze_count() > before

    items.close()  # type: ignore[attr-defined]  # a generator

    assert gc.get_freeze_count() == 0
