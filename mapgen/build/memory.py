"""One spec after the other, with the memory of those before given back: it does not grow with their number."""

import gc
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def freeing(items: Iterable[T]) -> Iterator[T]:
    """Yield items, and free what the work on earlier ones left in circles, such as the macros of templates.

    A run is without automatic collection, and a single item goes without one: none comes before the second. What is
    there by then, modules above all, is left out of the later ones until the end.
    """
    frozen = False
    try:
        for number, item in enumerate(items):
            if number:
                gc.collect()
            if number and not frozen:
                gc.freeze()
                frozen = True
            yield item
    finally:
        if frozen:
            gc.unfreeze()
