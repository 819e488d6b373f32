"""An object of a spec that has the right shape -> its fields, by type; what was not said is None or empty."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from mapgen.model.problems import Problems
from mapgen.source.tree import Json

W = TypeVar("W", bound=str)


class Node:
    """One object of the spec and where it stands.

    A short form (`- Payments`) is an object with one field, which stands where the object stands.
    """

    __slots__ = ("_short", "fields", "pointer", "problems")

    def __init__(self, fields: Mapping[str, Json], pointer: str, problems: Problems, *, short: bool = False) -> None:
        """Take the fields, the RFC 6901 pointer to them, and the list to which the problems go."""
        self._short = short
        self.fields = fields
        self.pointer = pointer
        self.problems = problems

    def text(self, key: str) -> str | None:
        """Return a text, or None."""
        value = self.fields.get(key)
        return value if isinstance(value, str) else None

    def said(self, key: str) -> str:
        """Return a text that the schema requires."""
        value = self.fields.get(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int | float | None:
        """Return a number, or None; `true` is not a number."""
        value = self.fields.get(key)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool | None:
        """Return true or false, or None."""
        value = self.fields.get(key)
        return value if isinstance(value, bool) else None

    def choice(self, key: str, words: tuple[W, ...]) -> W | None:
        """Return the one of `words` that stands there, or None."""
        value = self.fields.get(key)
        return next((word for word in words if word == value), None)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.fields.get(key)
        return tuple([item for item in value if isinstance(item, str)]) if isinstance(value, list) else ()

    def child(self, key: str, *, short: str = "") -> "Node | None":
        """Return the object under `key`; a bare value stands for an object with that value as its field `short`."""
        value = self.fields.get(key)
        return None if value is None else self._open(value, self.at(key), short)

    def children(self, key: str, *, short: str = "") -> Sequence["Node"]:
        """Return the objects of a list; a bare value stands for an object with that value as its field `short`."""
        value = self.fields.get(key)
        if not isinstance(value, list):
            return ()
        return [self._open(item, f"{self.pointer}/{key}/{index}", short) for index, item in enumerate(value)]

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a map of scalars as pairs of key and value, each as written."""
        value = self.fields.get(key)
        if not isinstance(value, dict):
            return ()
        below = Node(value, self.at(key), self.problems)
        return tuple((name, below.written(name)) for name in value)

    def written(self, key: str) -> str:
        """Return a scalar as the author wrote it: `1.50` stays `1.50`, `0031` stays `0031`."""
        return scalar_text(self.fields.get(key), self.at(key), self.problems)

    def shown(self, key: str, default: float | None = None) -> str:
        """Return a number as the author wrote it, else the default that stands for it."""
        return self.written(key) or str(default)

    def at(self, key: str) -> str:
        """Return the pointer to the value under `key`."""
        return self.pointer if self._short else f"{self.pointer}/{escape(key)}"

    def _open(self, value: Json, pointer: str, short: str) -> "Node":
        if isinstance(value, dict):
            return Node(value, pointer, self.problems)
        return Node({short: value}, pointer, self.problems, short=True)


def escape(key: str) -> str:
    """Return a key as a part of a pointer (RFC 6901).

    >>> escape("price/month")
    'price~1month'
    """
    return key.replace("~", "~0").replace("/", "~1")


def scalar_text(value: Json, pointer: str, problems: Problems) -> str:
    """Return a text as it is, and a number, true, false or nothing as it stands in the spec."""
    if value is None or isinstance(value, str):
        return value or ""
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    return problems.written(pointer) or plain
