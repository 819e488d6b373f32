"""A library: declarations that several specs share, in a file of their own, and the libraries that a file uses."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.record import record
from mapgen.source.tree import Source

ENDINGS = (".library.yaml", ".library.yml")
"""How the name of a library ends; no other file is ever opened as one."""

MAX_LIBRARIES = 10
"""The most libraries of one spec, those that its libraries use included."""

MAX_LIBRARY_SIZE = 1_000_000
"""The largest library, in bytes."""


@record
class LibraryFile:
    """A file that a name leads to.

    `key` is the same for the same file, `name` what messages call it. `data` is None where it cannot be read, and then
    `trouble` says why; `exists` is whether there is anything of that name.
    """

    key: str
    name: str
    data: bytes | None = None
    trouble: str = ""
    hint: str | None = None
    exists: bool = True


FindLibrary = Callable[[str, str], LibraryFile]
"""A name as it is written, and the key of the file that it is written in -> the file."""


@record
class Library:
    """A library that was read: what is wrong with it, and the libraries that it uses, by the pointers to their names.

    `source` is None where nothing can be said about its content. `sought` are the keys of the files that it names.
    """

    key: str
    name: str
    text: str
    source: Source | None
    diagnostics: tuple[Diagnostic, ...]
    uses: tuple[tuple[str, "Library"], ...] = ()
    sought: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether it has errors, so that nothing can use it."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


@record
class LibraryUse:
    """The libraries that a file uses, by the pointers of their names in it, and what is wrong with that.

    `sought` are the keys of the files that it names, whether they are there or not.
    """

    libraries: tuple[tuple[str, Library], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sought: tuple[str, ...] = ()

    def closure(self) -> Mapping[str, Library]:
        """Return all libraries that count, those that libraries use included, each once.

        The key is the way to it: `/uses/0`, `/uses/0/uses/1`. A pointer that begins so leads to its name in the spec.
        """
        found: dict[str, tuple[str, Library]] = {}
        _walk(self.libraries, "", found)
        return dict(found.values())

    def keys(self) -> frozenset[str]:
        """Return the keys of all files that decide what the libraries declare, whether they are there or not."""
        return frozenset(self.sought).union(*(one.sought for one in self.closure().values()))


class SpecLibraries(Protocol):
    """Finds the libraries of one spec; whether there are some `by_default`, which the spec does not name."""

    @property
    def by_default(self) -> bool:
        """Whether the settings name libraries."""

    def of(self, source: Source) -> LibraryUse:
        """Return the libraries that the spec uses."""


def is_library(name: str) -> bool:
    """Return whether a file is a library by its name."""
    return name.endswith(ENDINGS)


def _walk(libraries: Iterable[tuple[str, Library]], prefix: str, found: dict[str, tuple[str, Library]]) -> None:
    """Add libraries and those that they use, by key, each with the first way to it."""
    for pointer, library in libraries:
        if library.key not in found:
            found[library.key] = (prefix + pointer, library)
            _walk(library.uses, prefix + pointer, found)
