"""Names of libraries -> what they declare, each file read and checked once, with all that is wrong with it.

Where the files are is for others to know: `FindLibrary` looks a name up on the disk or in a revision.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import counted, quoted
from mapgen.model.declarations import check_declarations
from mapgen.model.library import (
    ENDINGS,
    MAX_LIBRARIES,
    MAX_LIBRARY_SIZE,
    FindLibrary,
    Library,
    LibraryFile,
    LibraryUse,
    is_library,
)
from mapgen.record import record, replace
from mapgen.source.tree import Json, Source

_OUTLINE = "a library has `owners:`, `channels:`, `personas:`, `segments:` or `evidence:` with a list of items"
_SETTINGS = "/library"  # begins the way to a library that the settings name


class Libraries:
    """The libraries of a run; `defaults` are names that each spec uses unasked, with the key of who names them."""

    def __init__(self, find: FindLibrary, defaults: Sequence[str] = (), home: str = "") -> None:
        """Start with nothing read."""
        self._find = find
        self._defaults = tuple(defaults)
        self._home = home
        self._known: dict[str, Library] = {}

    @property
    def has_defaults(self) -> bool:
        """Whether each spec uses libraries unasked."""
        return bool(self._defaults)

    def of(self, source: Source, user: str) -> LibraryUse:
        """Return the libraries of a spec, whose key is `user`: those of the settings, then those that it names."""
        reading = _Reading(source, user, ())
        for index, name in enumerate(self._defaults):
            self._add(reading, name, self._home, f"{_SETTINGS}/{index}")
        return self._named(reading)

    def library(self, file: LibraryFile, user: tuple[LibraryFile, ...] = ()) -> Library:
        """Return a library, read at most once; `user` are the libraries that lead to it, of which it is none."""
        known = self._known.get(file.key)
        if known is None:
            known = self._known[file.key] = self._read(file, (*user, file))
        return known

    def _read(self, file: LibraryFile, way: tuple[LibraryFile, ...]) -> Library:
        from mapgen.schema.losses import losses
        from mapgen.schema.sizes import oversized
        from mapgen.schema.validator import check
        from mapgen.source.decoding import readable
        from mapgen.source.parser import parse

        data = file.data or b""
        source, found = parse(data, name=file.name, limit=MAX_LIBRARY_SIZE)
        if source is None:
            return Library(file.key, file.name, readable(data), None, tuple(map(_in_our_words, found)))
        schema = library_schema()
        found += (*check(source, schema), *losses(source, schema))
        if not any(one.severity is Severity.ERROR for one in found):
            found += tuple(oversized(source, "library"))
        if any(one.severity is Severity.ERROR for one in found):
            return Library(file.key, file.name, source.text, source, found)
        use = self._named(_Reading(source, file.key, way))
        found += use.diagnostics or check_declarations(source, use)
        return Library(file.key, file.name, source.text, source, found, use.libraries, use.sought)

    def _named(self, reading: "_Reading") -> LibraryUse:
        for index, name in enumerate(_names(reading.source.data)):
            self._add(reading, name, reading.user, f"/uses/{index}")
        return LibraryUse(tuple(reading.libraries), tuple(reading.diagnostics), tuple(reading.sought))

    def _add(self, reading: "_Reading", name: str, home: str, pointer: str) -> None:
        """Read a library by its name, or report why it cannot be used."""
        if not is_library(name):
            message = f"{quoted(name)} is not the name of a library"
            reading.tell("unusable-library", message, pointer, f"its file name must end in {ENDINGS[0]}")
            return
        if reading.is_full():
            message = f"more than {MAX_LIBRARIES} libraries are used"
            reading.tell("unusable-library", message, pointer, "merge some of them into one file")
            return
        file = self._find(name, home)
        reading.sought.append(file.key)
        if file.data is None:
            code = "unusable-library" if file.exists else "unknown-library"
            message = f"{quoted(name)} cannot be used: {file.trouble}" if file.exists else f"no library {quoted(name)}"
            reading.tell(code, message, pointer, file.hint)
        elif cycle := reading.cycle(file):
            message = f"the libraries use each other: {' -> '.join(cycle)}"
            reading.tell("library-cycle", message, pointer, "remove one of these uses")
        else:
            reading.take(pointer, self.library(file, reading.way))


@record
class LibraryUser:
    """Finds the libraries of one spec, whose key is `user`."""

    libraries: Libraries
    user: str

    @property
    def by_default(self) -> bool:
        """Whether there are libraries that it uses unasked."""
        return self.libraries.has_defaults

    def of(self, source: Source) -> LibraryUse:
        """Return the libraries that the spec uses."""
        return self.libraries.of(source, self.user)


class _Reading:
    """The libraries of one file, as they are collected. `way` are the libraries from the spec to the file itself."""

    def __init__(self, source: Source, user: str, way: tuple[LibraryFile, ...]) -> None:
        self.source = source
        self.user = user
        self.way = way
        self.libraries: list[tuple[str, Library]] = []
        self.diagnostics: list[Diagnostic] = []
        self.sought: list[str] = []
        self._keys: set[str] = set()

    def is_full(self) -> bool:
        return len(self._keys) >= MAX_LIBRARIES or len(self.way) > MAX_LIBRARIES

    def cycle(self, file: LibraryFile) -> tuple[str, ...]:
        keys = [one.key for one in self.way]
        return (*(one.name for one in self.way[keys.index(file.key) :]), file.name) if file.key in keys else ()

    def take(self, pointer: str, library: Library) -> None:
        self._keys.update(one.key for one in LibraryUse(((pointer, library),)).closure().values())
        if not library.failed:
            self.libraries.append((pointer, library))
            return
        errors = sum(one.severity is Severity.ERROR for one in library.diagnostics)
        message = f"the library {quoted(library.name)} has {counted(errors, 'error')}"
        self.tell("broken-library", message, pointer, f"correct {library.name} first")
        self.libraries.append((pointer, library))

    def tell(self, code: str, message: str, pointer: str, hint: str | None) -> None:
        span = self.source.locate(pointer)
        self.diagnostics.append(Diagnostic(code, message, span=span, hint=hint, pointer=pointer))


def _in_our_words(found: Diagnostic) -> Diagnostic:
    """Return what is wrong with a file as a whole, for a library; one that is empty declares nothing, and may."""
    if found.code == "empty-file":
        return replace(found, severity=Severity.INFO, message="the library is empty", hint=_OUTLINE)
    if found.code == "not-a-journey":
        return replace(found, message=found.message.replace("a journey", "a library"), hint=_OUTLINE)
    return found


def _names(data: Json) -> Iterator[str]:
    names = data.get("uses") if isinstance(data, dict) else None
    return (name for name in names if isinstance(name, str)) if isinstance(names, list) else iter(())


@cache
def library_schema() -> Json:
    """Return the schema of libraries."""
    return json.loads(resources.library_schema())  # type: ignore[no-any-return]  # JSON is what the schema is written in


def without_files(name: str, _user: str) -> LibraryFile:
    """Find no library: for a spec that is checked without its folder."""
    return LibraryFile(name, name, None, "the spec is checked without other files", exists=True)
