"""What costs a start time -> the same, made when it is first needed: imports of packages, patterns of texts."""

import re
from collections.abc import Callable, Mapping
from typing import AnyStr, Generic, cast

_OFTEN = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")


class _Regex(Generic[AnyStr]):
    """A pattern that is not compiled yet."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile the pattern, and keep what is asked of it often, which costs no more from then on."""
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({each: getattr(compiled, each) for each in _OFTEN})
        return getattr(compiled, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when it is first used; an invalid one raises `re.error` only then.

    Functions of `re` refuse it: call its own methods.

    >>> regex("[0-9]+").findall("1 of 12")
    ['1', '12']
    """
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))


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
