"""A word of the author that should name something -> the thing itself, or a problem with a "did you mean"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from mapgen.diagnostics.phrases import quoted
from mapgen.model.ids import slug
from mapgen.model.node import Node
from mapgen.model.problems import Problems

COMPARISONS = 100_000
"""How often one spec may have an unknown word compared with a known one; a hostile spec costs a second, not an hour."""

LONGEST_COMPARED = 64
SIMILAR = 0.6

T = TypeVar("T")


class Patience:
    """What is left of the comparisons that one spec may cost."""

    __slots__ = ("left",)

    def __init__(self, left: int = COMPARISONS) -> None:
        """Begin with `left` comparisons."""
        self.left = left

    def allows(self, comparisons: int) -> bool:
        """Take so many comparisons, or say that too few are left."""
        self.left -= comparisons
        return self.left >= 0


class Table(Generic[T]):
    """Things of one kind by the word that names them."""

    __slots__ = ("_by_name", "_kind", "_names", "_otherwise", "_patience", "_things")

    def __init__(
        self,
        kind: str,
        things: Mapping[str, T],
        names: Sequence[tuple[str, str]],
        otherwise: str,
        patience: Patience,
    ) -> None:
        """Take the word for such a thing ("owner"), things by id, ids with names, and what to do about an unknown."""
        self._kind = kind
        self._things = things
        self._names = names
        self._by_name: dict[str, tuple[str, str]] = {}
        self._otherwise = otherwise
        self._patience = patience

    def one(self, node: Node, key: str) -> T | None:
        """Return the thing that a field names; None where the author names nothing, or nothing that exists."""
        word = node.text(key)
        return None if word is None else self.find(word, node.at(key), node.problems)

    def each(self, node: Node, key: str) -> tuple[T, ...]:
        """Return the things that a list of words names."""
        if key not in node.fields:
            return ()
        words = node.texts(key)
        found = [self.find(word, f"{node.at(key)}/{index}", node.problems) for index, word in enumerate(words)]
        return tuple(thing for thing in found if thing is not None)

    def key(self, node: Node, word: str) -> T | None:
        """Return the thing that a key of a map names."""
        thing = self._things.get(word)
        if thing is None:
            node.problems.add_at_key(self.code, self.message(word), node.at(word), hint=self.hint(word))
        return thing

    def find(self, word: str, pointer: str, problems: Problems) -> T | None:
        """Return the thing that is called `word`, or note a problem at `pointer`."""
        thing = self._things.get(word)
        if thing is None:
            problems.add(self.code, self.message(word), pointer, hint=self.hint(word))
        return thing

    def __iter__(self) -> Iterator[T]:
        """Yield the things in the order of the spec."""
        return iter(self._things.values())

    @property
    def code(self) -> str:
        """The code of the problem: `unknown-owner`; a "touchpoint or stage" is an `unknown-touchpoint`."""
        return f"unknown-{self._kind.partition(' or ')[0].replace(' ', '-')}"

    def message(self, word: str) -> str:
        """Say that nothing is called so."""
        return f"no {self._kind} is called {quoted(word)}"

    def hint(self, word: str) -> str:
        """Name what was meant, else say what to do."""
        self._by_name = self._by_name or {_folded(name): (ident, name) for ident, name in reversed(self._names)}
        return self._same(word) or self._similar(word) or self._otherwise

    def _same(self, word: str) -> str | None:
        if _folded(word) in self._by_name:
            return _did_you_mean(*self._by_name[_folded(word)])
        return _did_you_mean(slug(word)) if slug(word) in self._things else None

    def _similar(self, word: str) -> str | None:
        if not self._patience.allows(len(self._things) + len(self._by_name)):
            return None
        ident = _nearest(_folded(word), self._things)
        if ident:
            return _did_you_mean(ident)
        name = _nearest(_folded(word), self._by_name)
        return _did_you_mean(*self._by_name[name]) if name else None


def _folded(word: str) -> str:
    return word[:LONGEST_COMPARED].casefold()


def _did_you_mean(ident: str, name: str | None = None) -> str:
    source = f", the id of {quoted(name)}" if name and name != ident else ""
    return f"did you mean {quoted(ident)}{source}?"


def _nearest(word: str, candidates: Iterable[str]) -> str | None:
    import difflib

    near = difflib.get_close_matches(word, candidates, n=1, cutoff=SIMILAR)
    return near[0] if near else None
