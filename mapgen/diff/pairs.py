"""The corresponding items of two journeys, and their fields with comparable ids."""

from collections.abc import Callable, Iterable

from mapgen.diff.tree import Item, fields_of
from mapgen.record import record


@record
class Side:
    """Access to the items of one journey in terms of the second one.

    `fields` returns the fields of an item, with ids of the second journey; `home` its parent there, None if it is
    unknown.
    """

    fields: Callable[[Item], dict[str, object]]
    home: Callable[[Item], Item | None]


class Pairs:
    """Pairs of corresponding items: `new` maps the first journey to the second, `old` back."""

    __slots__ = ("_alike", "_fields", "_names", "first", "new", "old", "second")

    def __init__(self) -> None:
        """Start without pairs."""
        self.new: dict[Item, Item] = {}
        self.old: dict[Item, Item] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._alike = False
        self._fields: dict[Item, dict[str, object]] = {}
        self.first = Side(self._fields_of, self._home)
        self.second = Side(lambda item: item.own, lambda item: item.parent)

    def add(self, first: Item, second: Item) -> None:
        """Add a pair."""
        self.new[first] = second
        self.old[second] = first
        if first.id is not None and second.id is not None:
            self._names.setdefault((first.kind.word, first.id), second.id)

    def rest(self, first: Iterable[Item], second: Iterable[Item]) -> tuple[list[Item], list[Item]]:
        """Return the items without a pair."""
        return [item for item in first if item not in self.new], [item for item in second if item not in self.old]

    def translate(self, word: str, name: str) -> str:
        """Return the id in the second journey of an item of the first; if there is none, a text that is no id."""
        ident = self._names.get((word, name))
        if ident is None and word == "metric" and "." in name:
            place, _, metric = name.rpartition(".")
            new_place = self._names.get(("stage", place)) or self._names.get(("touchpoint", place))
            new_metric = self._names.get(("metric", metric))
            ident = f"{new_place}.{new_metric}" if new_place and new_metric else None
        return f"{name} (gone)" if ident is None else ident

    def turned(self) -> "Pairs":
        """Return the pairs in the other direction."""
        turned = Pairs()
        for first, second in self.new.items():
            turned.add(second, first)
        return turned

    def settled(self, first: Iterable[Item]) -> "Pairs":
        """Mark the pairs as complete: from now on, all ids of the first journey can be translated."""
        self._fields.clear()
        self._alike = all(item.id is None or self._named(item) == item.id for item in first)
        return self

    def _named(self, item: Item) -> str | None:
        return self.new[item].id if item in self.new else None

    def _fields_of(self, item: Item) -> dict[str, object]:
        if self._alike:
            return item.own
        fields = self._fields.get(item)
        if fields is None:
            fields = self._fields[item] = fields_of(item, self.translate)
        return fields

    def _home(self, item: Item) -> Item | None:
        return None if item.parent is None else self.new.get(item.parent)
