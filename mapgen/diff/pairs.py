"""Which thing of one journey is which of the other, and what both say of it."""

from collections.abc import Callable, Iterable

from mapgen.diff.tree import Item, said
from mapgen.record import record


def as_it_is(word: str, name: str) -> str:  # noqa: ARG001 - one that translates nothing
    """Return the id of a thing as it is."""
    return name


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

    __slots__ = ("_names", "_told", "first", "new", "old", "second")

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.new: dict[Item, Item] = {}
        self.old: dict[Item, Item] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._told: dict[Item, dict[str, object]] = {}
        self.first = Side(lambda item: self._say(item, self.translate), self._home)
        self.second = Side(lambda item: self._say(item, as_it_is), lambda item: item.parent)

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

    def settled(self) -> "Pairs":
        """Return the pairs, complete: from now on each id can be translated."""
        self._told.clear()
        return self

    def _say(self, item: Item, translate: Callable[[str, str], str]) -> dict[str, object]:
        told = self._told.get(item)
        if told is None:
            told = self._told[item] = said(item, translate)
        return told

    def _home(self, item: Item) -> Item | None:
        return None if item.parent is None else self.new.get(item.parent)
