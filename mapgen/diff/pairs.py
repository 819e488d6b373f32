"""Which thing of one journey is which of the other, and what both say of it."""

from collections.abc import Callable, Iterable

from mapgen.diff.tree import Item, said
from mapgen.record import record


@record
class Side:
    """How the things of one journey are seen from the second one.

    `told` returns what was said of a thing, with the second journey's ids; `home` what it stands in there, None where
    that is not known.
    """

    told: Callable[[Item], dict[str, object]]
    home: Callable[[Item], Item | None]


class Pairs:
    """Pairs of the same thing: `new` leads from the first journey to the second, `old` back."""

    __slots__ = ("_alike", "_names", "_told", "first", "new", "old", "second")

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.new: dict[Item, Item] = {}
        self.old: dict[Item, Item] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._alike = False
        self._told: dict[Item, dict[str, object]] = {}
        self.first = Side(self._say, self._home)
        self.second = Side(lambda item: item.own, lambda item: item.parent)

    def add(self, first: Item, second: Item) -> None:
        """Note that two things are the same."""
        self.new[first] = second
        self.old[second] = first
        if first.id is not None and second.id is not None:
            self._names.setdefault((first.kind.word, first.id), second.id)

    def rest(self, first: Iterable[Item], second: Iterable[Item]) -> tuple[list[Item], list[Item]]:
        """Return those that have no pair yet."""
        return [item for item in first if item not in self.new], [item for item in second if item not in self.old]

    def translate(self, word: str, name: str) -> str:
        """Return the second journey's id of a thing of the first; for what is not there, something that is no id."""
        found = self._names.get((word, name))
        if found is None and word == "metric" and "." in name:
            place, _, metric = name.partition(".")
            there = self._names.get(("stage", place)) or self._names.get(("touchpoint", place))
            own = self._names.get(("metric", metric))
            found = f"{there}.{own}" if there and own else None
        return f"{name} (gone)" if found is None else found

    def turned(self) -> "Pairs":
        """Return the same pairs from the other side."""
        turned = Pairs()
        for first, second in self.new.items():
            turned.add(second, first)
        return turned

    def settled(self, first: Iterable[Item]) -> "Pairs":
        """Return the pairs, complete: from now on each id of the first journey can be translated, if any has to be."""
        self._told.clear()
        self._alike = all(item.id is None or self._named(item) == item.id for item in first)
        return self

    def _named(self, item: Item) -> str | None:
        return self.new[item].id if item in self.new else None

    def _say(self, item: Item) -> dict[str, object]:
        if self._alike:
            return item.own
        told = self._told.get(item)
        if told is None:
            told = self._told[item] = said(item, self.translate)
        return told

    def _home(self, item: Item) -> Item | None:
        return None if item.parent is None else self.new.get(item.parent)
