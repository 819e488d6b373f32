"""A reference -> the item that it names, or a problem with a "did you mean".

A reference is an id, or the name of the item as it is written, without regard to case and blanks around it. What is in
a stage or touchpoint can be named after it: `order.waits`, `Order.Waits`.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from mapgen.diagnostics.phrases import listed, quoted, quoted_apart, whole
from mapgen.lazy import regex
from mapgen.model.ids import NUMBER, short_slug, slug
from mapgen.model.node import SpecNode
from mapgen.model.problems import Problems
from mapgen.quotes import parted

MAX_COMPARISONS = 100_000
"""The most comparisons of unknown with known names for one spec; a hostile spec costs a second, not an hour."""

MAX_COMPARED_LENGTH = 64
MIN_SIMILARITY = 0.6
MAX_TOLD = 3
"""How many of the items that an ambiguous name can mean are told."""

_FORMER_NUMBER = regex(r"(.+)-([1-9][0-9]{0,5})")

T = TypeVar("T")
S = TypeVar("S")


class ComparisonBudget:
    """The number of comparisons that are left for a spec."""

    __slots__ = ("left",)

    def __init__(self, left: int = MAX_COMPARISONS) -> None:
        """Start with `left` comparisons."""
        self.left = left

    def allows(self, comparisons: int) -> bool:
        """Use up some comparisons; return whether that many were left."""
        self.left -= comparisons
        return self.left >= 0


class Referent(NamedTuple, Generic[T]):
    """An item that can be referenced: its kind ("owner"), id and name, and the id and name of what it is in.

    `is_given` is whether the spec has the id, else it is derived from the name.
    """

    kind: str
    id: str
    name: str
    item: T
    pointer: str
    is_given: bool
    home: str = ""
    home_name: str = ""

    def meaning(self, item: S) -> "Referent[S]":
        """Return an entry that references another item by the same names."""
        return Referent(self.kind, self.id, self.name, item, self.pointer, self.is_given, self.home, self.home_name)


class ReferenceTable(Generic[T]):
    """Items of one kind, or of several that share references, by what references them."""

    __slots__ = ("_budget", "_entries", "_given", "_kind", "_otherwise", "_plain", "_qualified", "_shared", "_used")

    def __init__(
        self,
        kind: str,
        entries: Sequence[Referent[T]],
        budget: ComparisonBudget,
        otherwise: str = "",
        shared: Sequence[Referent[T]] = (),
    ) -> None:
        """Index items of a kind ("owner"); `otherwise` is the hint where no name is similar, by default an example.

        `shared` are those of libraries, which count as a part of the spec once it references them.
        """
        self._kind = kind
        self._entries = [*entries, *shared]
        self._shared = frozenset(entry.pointer for entry in shared)
        self._used: set[str] = set()
        self._given = {entry.id: entry for entry in self._entries if entry.is_given}
        self._plain: dict[str, list[Referent[T]]] | None = None
        self._qualified: dict[str, list[Referent[T]]] | None = None
        self._otherwise = otherwise
        self._budget = budget

    def one(self, node: SpecNode, key: str) -> T | None:
        """Return the item that a field references; None without a reference, or for one to nothing."""
        word = node.word(key)
        return None if word is None else self.find(word, node.at(key), node.problems)

    def known(self, node: SpecNode, key: str) -> T | None:
        """Return the item that a field references; None where its text names nothing, which is no problem here."""
        word = node.word(key)
        known = word is not None and (word in self._given or self._meant(word))
        return self.one(node, key) if known else None

    def with_items(self, change: Callable[[T], T]) -> "ReferenceTable[T]":
        """Return a table in which the same names reference other items."""
        changed = [entry.meaning(change(entry.item)) for entry in self._entries]
        own = [entry for entry in changed if entry.pointer not in self._shared]
        shared = [entry for entry in changed if entry.pointer in self._shared]
        return ReferenceTable(self._kind, own, self._budget, self._otherwise, shared)

    def each(self, node: SpecNode, key: str) -> tuple[T, ...]:
        """Return the items that a list references; one that it has by two names is a problem."""
        if key not in node.fields:
            return ()
        found: dict[str, tuple[str, T]] = {}
        for index, word in enumerate(node.words(key)):
            pointer = f"{node.at(key)}/{index}"
            entry = self._entry(word, pointer, node.problems)
            if entry is not None:
                earlier, _ = found.setdefault(entry.pointer, (word, entry.item))
                if earlier != word:
                    message = f"{quoted(earlier)} and {quoted(word)} are the same {entry.kind}"
                    node.problems.add("repeated-item", message, pointer, hint="keep one of the two")
        return tuple(item for _, item in found.values())

    def key(self, node: SpecNode, word: str) -> T | None:
        """Return the item that a key of a mapping references."""
        entry = self._entry(word, node.at(word), node.problems, at_key=True)
        return None if entry is None else entry.item

    def find(self, word: str, pointer: str, problems: Problems) -> T | None:
        """Return the item that `word` references, or add a problem at `pointer`."""
        entry = self._entry(word, pointer, problems)
        return None if entry is None else entry.item

    def use(self, pointers: Iterable[str]) -> None:
        """Count the items at some places as referenced, as they are by items of libraries that are."""
        self._used.update(self._shared.intersection(pointers))

    def forget_uses(self) -> None:
        """Count no item as referenced: nothing so far was a part of the spec."""
        self._used.clear()

    def __iter__(self) -> Iterator[T]:
        """Iterate over the items in the order of the spec; those of libraries come last, if anything used them."""
        unused = self._shared - self._used
        return (entry.item for entry in self._entries if entry.pointer not in unused)

    def _entry(self, word: str, pointer: str, problems: Problems, *, at_key: bool = False) -> Referent[T] | None:
        exact = self._given.get(word)
        meant = [exact] if exact is not None else self._meant(word)
        if len(meant) == 1:
            if self._shared:
                self.use((meant[0].pointer,))
            return meant[0]
        add = problems.add_at_key if at_key else problems.add
        if meant:
            add(
                "ambiguous-name",
                _ambiguous(word, meant, problems),
                pointer,
                hint=self._how_to_tell_apart(meant, problems),
            )
        else:
            message, hint = self._unknown(word)
            add(f"unknown-{self._kind.partition(' or ')[0].replace(' ', '-')}", message, pointer, hint=hint)
        return None

    def _meant(self, word: str) -> list[Referent[T]]:
        """Return the items that a word can mean; several that are the same item count as one."""
        name = folded(word)
        if self._plain is None:
            self._plain = _index(self._entries, _names)
        found = self._plain.get(name, [])
        if not found and "." in word:
            if self._qualified is None:
                self._qualified = _index((entry for entry in self._entries if entry.home), _qualified_names)
            found = self._qualified.get(name, [])
        return found[:1] if all(entry.item == found[0].item for entry in found) else found

    def _how_to_tell_apart(self, meant: Sequence[Referent[T]], problems: Problems) -> str:
        """Return how to write each item that was meant, or where it needs an id for that."""
        words = [self._reference(entry) for entry in meant[:MAX_TOLD]]
        known = [word for word in words if word]
        ways = [f"write {listed(known)}"] if known else []
        without = [entry for entry, word in zip(meant, words, strict=False) if not word]
        if without:
            places = _merged([problems.place(entry.pointer) for entry in without])
            ways.append(f"give the {without[0].kind} {places} an `id`, and refer to it by that")
        return ", or ".join(ways)

    def _reference(self, entry: Referent[T]) -> str | None:
        """Return an id that means this item and no other, now and if the order changes."""
        if entry.is_given:
            return entry.id
        return entry.id if NUMBER not in entry.id and self._meant(entry.id) == [entry] else None

    def _unknown(self, word: str) -> tuple[str, str]:
        """Return the message for a name of nothing, and the hint with the most similar one, or the default hint."""
        bare = parted(word)[1]
        if bare != word and len(self._meant(bare)) == 1:
            return f"unknown {self._kind} {quoted(word)}", f"write {whole(bare)} without the quotes inside the text"
        by_id = self._by_slug(word) or self._similar(word, [(entry.id, entry) for entry in self._entries])
        near = by_id or self._similar(word, [(entry.name, entry) for entry in self._entries])
        near = self._by_former_number(word) or near
        ident = self._reference(near) if near else None
        if near is None or ident is None:
            return f"unknown {self._kind} {quoted(word)}", self._otherwise or self._example()
        source = f", the id of {quoted(near.name)}" if near is not by_id and near.name != ident else ""
        return f"unknown {self._kind} {quoted_apart(word, ident)}", f'did you mean "{whole(ident)}"{source}?'

    def _example(self) -> str:
        ident = next(filter(None, map(self._reference, self._entries[:MAX_TOLD])), None)
        if ident is None:
            return f"the journey has no {self._kind} to refer to; remove the reference"
        return f"use the id or the name of a {self._kind}, such as {ident}"

    def _by_former_number(self, word: str) -> Referent[T] | None:
        """Return what `waits-2` and `touchpoint-3` meant when ids were numbered."""
        found = _FORMER_NUMBER.fullmatch(word)
        if found is None:
            return None
        kind, number = found[1].replace("-", " "), int(found[2])
        alike = self._meant(found[1]) or [entry for entry in self._entries if entry.kind == kind]
        return alike[number - 1] if number <= len(alike) else None

    def _by_slug(self, word: str) -> Referent[T] | None:
        found = self._meant(slug(word))
        return found[0] if len(found) == 1 else None

    def _similar(self, word: str, named: Sequence[tuple[str, Referent[T]]]) -> Referent[T] | None:
        if not self._budget.allows(len(named)):
            return None
        entries = {name.casefold()[:MAX_COMPARED_LENGTH]: entry for name, entry in reversed(named)}
        near = _nearest(word.casefold()[:MAX_COMPARED_LENGTH], entries)
        return entries[near] if near else None


def folded(word: str) -> str:
    """Return what counts when names are compared: not case, blanks around words, or how accents are encoded."""
    name = " ".join(word.casefold().split())
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _index(
    entries: Iterable[Referent[T]], names: Callable[[Referent[T]], Iterable[str]]
) -> dict[str, list[Referent[T]]]:
    index: dict[str, list[Referent[T]]] = {}
    for entry in entries:
        for name in dict.fromkeys(names(entry)):
            index.setdefault(name, []).append(entry)
    return index


def _names(entry: Referent[T]) -> Iterator[str]:
    yield folded(entry.name)
    if entry.is_given:
        yield entry.id
    else:
        yield slug(entry.name)
        yield short_slug(entry.name)


def _qualified_names(entry: Referent[T]) -> Iterator[str]:
    yield f"{entry.home}.{entry.id if entry.is_given else slug(entry.name)}"
    yield f"{folded(entry.home_name)}.{folded(entry.name)}"


def _ambiguous(word: str, meant: Sequence[Referent[T]], problems: Problems) -> str:
    places = [_place(entry, problems) for entry in meant[:MAX_TOLD]]
    more = len(meant) - len(places)
    return f"{quoted(word)} can be {listed([*places, f'{more} more'] if more else places)}"


def _place(entry: Referent[T], problems: Problems) -> str:
    home = f" in {quoted(entry.home_name)}" if entry.home_name else ""
    return f"the {entry.kind} {quoted(entry.name)}{home} {problems.place(entry.pointer)}"


def _merged(places: Sequence[str]) -> str:
    """Return places in a row, in which "on line" stands only once."""
    first, *others = places
    return listed([first, *(place.removeprefix("on line ") for place in others)])


def _nearest(word: str, candidates: Iterable[str]) -> str | None:
    import difflib

    near = difflib.get_close_matches(word, candidates, n=1, cutoff=MIN_SIMILARITY)
    return near[0] if near else None
