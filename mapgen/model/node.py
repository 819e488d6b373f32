"""An object of a spec that has the right shape -> its fields, by type; what is missing is None or empty."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from mapgen.model.problems import Problems
from mapgen.source.tree import Json

W = TypeVar("W", bound=str)


class SpecNode:
    """An object of the spec and its location.

    A short form (`- Payments`) is an object with one field, at the location of the object.
    """

    __slots__ = ("_short", "fields", "pointer", "problems")

    def __init__(self, fields: Mapping[str, Json], pointer: str, problems: Problems, *, short: bool = False) -> None:
        """Wrap the fields, the RFC 6901 pointer to them, and the list that collects problems."""
        self._short = short
        self.fields = fields
        self.pointer = pointer
        self.problems = problems

    @property
    def is_short(self) -> bool:
        """Whether it is written as its name alone."""
        return self._short

    def text(self, key: str) -> str | None:
        """Return a text, or None."""
        value = self.fields.get(key)
        return (value.strip() or value) if isinstance(value, str) else None

    def required_text(self, key: str) -> str:
        """Return a text that the schema requires."""
        return self.text(key) or ""

    def word(self, key: str) -> str | None:
        """Return a reference exactly as it is written, or None."""
        value = self.fields.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str) -> int | float | None:
        """Return a number, or None; `true` is not a number."""
        value = self.fields.get(key)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool | None:
        """Return true or false, or None."""
        value = self.fields.get(key)
        return value if isinstance(value, bool) else None

    def choice(self, key: str, words: tuple[W, ...]) -> W | None:
        """Return the value if it is one of `words`, or None."""
        value = self.fields.get(key)
        return next((word for word in words if word == value), None)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(map(_bare, self.words(key)))

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of references, each exactly as it is written."""
        value = self.fields.get(key)
        return tuple([item for item in value if isinstance(item, str)]) if isinstance(value, list) else ()

    def child(self, key: str, *, short: str = "") -> "SpecNode | None":
        """Return the object under `key`; a scalar is short for an object with that value as its field `short`."""
        value = self.fields.get(key)
        return None if value is None else self._open(value, self.at(key), short)

    def children(self, key: str, *, short: str = "") -> Sequence["SpecNode"]:
        """Return the objects of a list; a scalar is short for an object with that value as its field `short`."""
        value = self.fields.get(key)
        if not isinstance(value, list):
            return ()
        return [self._open(item, f"{self.pointer}/{key}/{index}", short) for index, item in enumerate(value)]

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a map of scalars as pairs of key and value, each as written."""
        value = self.fields.get(key)
        if not isinstance(value, dict):
            return ()
        below = SpecNode(value, self.at(key), self.problems)
        return tuple((name, below.written(name)) for name in value)

    def written(self, key: str) -> str:
        """Return a scalar as the author wrote it: `1.50` stays `1.50`, `0031` stays `0031`."""
        return scalar_text(self.fields.get(key), self.at(key), self.problems)

    def shown(self, key: str, default: float | None = None) -> str:
        """Return a number as the author wrote it, or the default."""
        return self.written(key) or str(default)

    def at(self, key: str) -> str:
        """Return the pointer to the value under `key`."""
        return self.pointer if self._short else f"{self.pointer}/{escape(key)}"

    def _open(self, value: Json, pointer: str, short: str) -> "SpecNode":
        if isinstance(value, dict):
            return SpecNode(value, pointer, self.problems)
        return SpecNode({short: value}, pointer, self.problems, short=True)


def escape(key: str) -> str:
    """Return a key as a part of a pointer (RFC 6901).

    >>> escape("price/month")
    'price~1month'
    """
    return key.replace("~", "~0").replace("/", "~1")


def scalar_text(value: Json, pointer: str, problems: Problems) -> str:
    """Return a scalar as text: a number, true, false or null as it is written in the spec."""
    if value is None or isinstance(value, str):
        return _bare(value or "")
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    return problems.written(pointer) or plain


def _bare(text: str) -> str:
    r"""Return a text without the blanks and line breaks around it, in any YAML style; blanks alone stay.

    >>> _bare("\n  Is it far?\n"), _bare(" ")
    ('Is it far?', ' ')
    """
    return text.strip() or text
