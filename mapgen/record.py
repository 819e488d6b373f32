"""A class with annotations -> a frozen value with slots, at a small part of the start that `dataclass` costs.

mapgen is made of more than a hundred small kinds of values. `dataclass` compiles six methods for each when its module
is imported, which together takes longer than to build a map. A record compiles one, its constructor, once it is clear
that many values of its kind are made. Type checkers see a frozen dataclass.
"""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")
_SINGLE = 30  # values of a kind that are made one by one before a constructor is worth compiling


@dataclass_transform(frozen_default=True)
def record(kind: type[_T]) -> type[_T]:
    """Return the class as a record: its annotations are its fields, in that order; defaults must be immutable.

    >>> @record
    ... class Point:
    ...     x: int
    ...     y: int = 0
    >>> Point(3)
    Point(x=3, y=0)
    >>> Point(3) == Point(3, 0)
    True
    """
    body = dict(kind.__dict__)
    names = tuple(body.get("__annotations__", ()))
    defaults = tuple(body.pop(name) for name in names if name in body)
    for name in ("__dict__", "__weakref__"):  # they belong to the class that this one replaces
        body.pop(name, None)
    body |= _METHODS | {"__slots__": names, "__match_args__": names, "_defaults": defaults, "_left": _SINGLE}
    return type(kind.__name__, kind.__bases__, body)


def replace(value: _T, /, **changes: Any) -> _T:  # noqa: ANN401 - as for `dataclasses.replace`
    """Return a record like this one, with other values for some of its fields."""
    return type(value)(**({name: getattr(value, name) for name in _names(value)} | changes))


def names(value: object) -> tuple[str, ...]:
    """Return the names of the fields of a record, in their order; none of what is no record."""
    found: tuple[str, ...] = getattr(type(value), "__match_args__", ()) if hasattr(type(value), "_defaults") else ()
    return found


def _names(value: object) -> tuple[str, ...]:
    found: tuple[str, ...] = type(value).__match_args__  # type: ignore[attr-defined]
    return found


def _first(self: object, *values: object, **named: object) -> None:
    """Set the fields of the first values of a kind one by one; whatever needs more thought is left to a constructor."""
    kind: Any = type(self)
    names, defaults = kind.__match_args__, kind._defaults  # noqa: SLF001 - put there by `record`
    count, given = len(names), len(values)
    if kind._left and given + len(named) <= count and named.keys() <= set(names[given:]):  # noqa: SLF001 - the same
        kind._left -= 1  # noqa: SLF001 - the same
        fields = dict(zip(names[count - len(defaults) :], defaults, strict=True))
        fields.update(zip(names, values, strict=False))
        fields.update(named)
        if len(fields) == count:
            for name, value in fields.items():
                _set(self, name, value)
            return
    kind.__init__ = _constructor(kind)
    kind.__init__(self, *values, **named)


def _constructor(kind: Any) -> Callable[..., None]:  # noqa: ANN401 - a class that was made here
    """Compile `__init__`. It names the fields, which Python has read as names already, and nothing else."""
    names = kind.__match_args__
    scope = {f"_{name}": getattr(kind, name).__set__ for name in names}
    lines = "".join(f"\n _{name}(self, {name})" for name in names) or "\n pass"
    exec(f"def __init__(self, {', '.join(names)}):{lines}", scope)  # noqa: S102 - as `dataclass` does
    constructor = scope["__init__"]
    constructor.__qualname__ = f"{kind.__qualname__}.__init__"
    constructor.__defaults__ = kind._defaults  # noqa: SLF001 - put there by `record`
    return constructor  # type: ignore[no-any-return]


def _equal(self: object, other: object) -> bool:
    if type(other) is not type(self):
        return False
    return all(getattr(self, name) == getattr(other, name) for name in _names(self))


def _hash(self: object) -> int:
    return hash((type(self), *(getattr(self, name) for name in _names(self))))


def _shown(self: object) -> str:
    return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in _names(self))})"


def _frozen(self: object, name: str, *_: object) -> NoReturn:
    message = f"cannot set {name!r}: a {type(self).__name__} does not change"
    raise AttributeError(message)


_set = object.__setattr__
_METHODS: dict[str, object] = {
    "__init__": _first,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _frozen,
    "__delattr__": _frozen,
}
