"""The declarations of libraries -> those that a spec can reference, and those that take the place of its own names.

A declaration of the spec replaces one of a library that has the same id, and so does one of a library that uses that
library. An entry of the spec that is only a name means the declaration of that id or name, where a library has one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mapgen.diagnostics.phrases import quoted
from mapgen.model.ids import assign, given_id, name_all, short_slug, slug
from mapgen.model.library import Library, LibraryUse
from mapgen.model.node import SpecNode
from mapgen.model.problems import Problems
from mapgen.model.references import folded
from mapgen.record import record


class SharedNode(NamedTuple):
    """A library and its content, whose pointers begin with the way to the library."""

    library: Library
    root: SpecNode


class SharedDeclaration(NamedTuple):
    """A declaration of a library."""

    library: Library
    node: SpecNode
    id: str
    name: str


@record
class SharedDeclarations:
    """What libraries declare of one kind: `taken` by pointers of entries of the spec that name it, and the others."""

    taken: Mapping[str, SharedDeclaration]
    others: tuple[SharedDeclaration, ...]


def shared_nodes(libraries: Mapping[str, Library], problems: Problems) -> tuple[SharedNode, ...]:
    """Return the contents of libraries, by the ways to them."""
    return tuple(
        SharedNode(library, SpecNode(source.data, way, problems.library(way, source)))
        for way, library in libraries.items()
        if (source := library.source) and isinstance(source.data, dict)
    )


def shared_declarations(
    kind: str, key: str, called: str, shared: Sequence[SharedNode], own: Sequence[SpecNode]
) -> SharedDeclarations:
    """Return what libraries declare under a key; `called` is the field with the name, `own` what the spec declares."""
    replaced = {_id(node, called) for node in own if not node.is_short}
    there = [offer for offer in _declared(kind, key, called, shared) if offer.id not in replaced]
    kept = tuple(_without_conflicts(there, kind))
    index = _Index(kept)
    taken = {node.pointer: offer for node in own if node.is_short and (offer := index.meant(node, called))}
    used = {offer.node.pointer for offer in taken.values()}
    return SharedDeclarations(taken, tuple(offer for offer in kept if offer.node.pointer not in used))


def _id(node: SpecNode, called: str) -> str:
    return given_id(node) or short_slug(node.required_text(called))


def _declared(kind: str, key: str, called: str, shared: Sequence[SharedNode]) -> Iterator[SharedDeclaration]:
    """Yield what each library declares; an entry that only names one of a library that it uses declares nothing."""
    found: list[SharedDeclaration] = []
    for library, root in shared:
        nodes = root.children(key, short=called)
        ids = assign(name_all(nodes, kind, by=called), root.problems)
        found += [SharedDeclaration(library, node, ids[node.pointer], node.required_text(called)) for node in nodes]
    whole = _Index(offer for offer in found if not offer.node.is_short)
    below = _used([library for library, _ in shared])
    for offer in found:
        named = whole.alike(offer.node, called) if offer.node.is_short else ()
        if not any(one.library.key in below[offer.library.key] for one in named):
            yield offer


def _used(libraries: Iterable[Library]) -> Mapping[str, frozenset[str]]:
    """Return the keys of the libraries that each library uses, itself or through others, by its own."""
    return {
        library.key: frozenset(one.key for one in LibraryUse(library.uses).closure().values()) for library in libraries
    }


class _Index:
    """Declarations by their ids and names."""

    def __init__(self, known: Iterable[SharedDeclaration]) -> None:
        self._ids: dict[str, list[SharedDeclaration]] = {}
        self._names: dict[str, list[SharedDeclaration]] = {}
        for one in known:
            self._ids.setdefault(one.id, []).append(one)
            self._names.setdefault(folded(one.name), []).append(one)

    def alike(self, node: SpecNode, called: str) -> tuple[SharedDeclaration, ...]:
        """Return the declarations that an entry may name: first those of that id, then those of that name."""
        word = node.required_text(called)
        ids = dict.fromkeys((word, slug(word)))
        return (*(one for ident in ids for one in self._ids.get(ident, ())), *self._names.get(folded(word), ()))

    def meant(self, node: SpecNode, called: str) -> SharedDeclaration | None:
        """Return the declaration that an entry names."""
        return next(iter(self.alike(node, called)), None)


def _without_conflicts(known: Sequence[SharedDeclaration], kind: str) -> Iterator[SharedDeclaration]:
    """Yield one declaration for each id: that of the library that uses the others; it is a problem if there is none."""
    by_id: dict[str, list[SharedDeclaration]] = {}
    for offer in known:
        by_id.setdefault(offer.id, []).append(offer)
    below = _used({offer.library.key: offer.library for offer in known}.values())
    for same in by_id.values():
        hidden = frozenset[str]().union(*(below[one.library.key] for one in same)) if len(same) > 1 else frozenset()
        first, *others = [one for one in same if one.library.key not in hidden]
        yield first
        for other in others:
            problems = other.node.problems
            where = f"{problems.place(first.node.pointer)}, and {problems.place(other.node.pointer)}"
            message = f"two libraries declare the {kind} {quoted(first.id)}: {where}"
            hint = "remove one of the two, or declare it in this file, which replaces both"
            problems.add("duplicate-id", message, other.node.pointer, hint=hint)
