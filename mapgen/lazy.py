"""A package that offers what its modules define -> one that imports each module when it is first needed."""

from collections.abc import Callable, Mapping


def lazily(package: str, places: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package; `places` are the modules of the names that it offers.

    >>> lazily("shop", {"dumps": "json"})("dumps")(1)
    '1'
    >>> lazily("shop", {"dumps": "json"})("price")
    Traceback (most recent call last):
        ...
    AttributeError: module 'shop' has no attribute 'price'
    """

    def find(name: str) -> object:
        if name not in places:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        from importlib import import_module

        return getattr(import_module(places[name]), name)

    return find
