"""What a person names on the command line -> checked specs, and what there is to say about them."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from mapgen.api import Checked, check
from mapgen.build.libraries import RunLibraries
from mapgen.config.settings import Settings
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import NothingFoundError, find, is_yaml, output_name
from mapgen.files.images import read_images
from mapgen.files.naming import suggestion
from mapgen.files.reading import read, read_stdin
from mapgen.files.snapshots import find_snapshot
from mapgen.model.journey import Evidence
from mapgen.model.library import LibraryUse, is_library
from mapgen.record import record, replace
from mapgen.terminal.crash import EXIT_FAILED, EXIT_MISUSE, internal_error

STDIN = "-"


@record
class Spec:
    """A spec by its path; None is standard input, which counts as `journey.yaml` in the current folder."""

    path: Path | None

    @property
    def name(self) -> str:
        """What messages call it."""
        return shown(self.path) if self.path else "<stdin>"

    @property
    def folder(self) -> Path:
        """Where its maps go by default, and below which its images lie."""
        return self.path.parent if self.path else Path()

    @property
    def output_name(self) -> str:
        """The name of its maps, without their last suffix."""
        return output_name(self.path) if self.path else "journey"

    @property
    def is_library(self) -> bool:
        """Whether it is no spec, but declarations for several."""
        return self.path is not None and is_library(self.path.name)

    @property
    def is_missing(self) -> bool:
        """Whether no such file."""
        return self.path is not None and not os.path.lexists(self.path)

    @property
    def is_missing_folder(self) -> bool:
        """Whether no such file, and its name is that of a folder rather than of a spec."""
        return self.path is not None and self.is_missing and not is_yaml(self.path)


@record
class LoadedSpec:
    """A spec that was read and checked, with its images as data URIs."""

    spec: Spec
    checked: Checked
    pictures: Mapping[str, str] = MappingProxyType({})


def find_specs(
    names: Sequence[str],
    folder: Path | None = None,
    empty: Callable[[NothingFoundError], None] | None = None,
    *,
    libraries: bool = False,
) -> tuple[Spec, ...]:
    """Return the specs that are meant, each once; NothingFoundError where a folder or a pattern holds none.

    Relative names start in `folder`, where that is given; standard input is meant only where it is not. `empty` is
    called in place of the error. With `libraries`, those in folders are meant too.
    """
    if folder is not None or STDIN not in names:
        return tuple(map(Spec, find(names, folder=folder, empty=empty, libraries=libraries)))
    files = [name for name in names if name != STDIN]
    return (Spec(None), *map(Spec, find(files, empty=empty, libraries=libraries)))


def failure(specs: Iterable[Spec]) -> int:
    """Return the exit code of a command that failed: it was used wrongly where a spec that was named is not there."""
    return EXIT_MISUSE if any(spec.is_missing for spec in specs) else EXIT_FAILED


def read_spec(spec: Spec, libraries: RunLibraries | None = None, text: bytes | None = None) -> LoadedSpec:
    """Read and check a spec and its images, or a library; an unexpected exception is a fault of this file.

    `libraries` are those of the run; each is read once. `text` is that of a spec which is only a part of its file.
    """
    libraries = libraries or RunLibraries(Settings())
    try:
        if spec.path and spec.is_library:
            return _read_library(spec, spec.path, libraries)
        return _read(spec, libraries, text)
    except Exception as error:  # noqa: BLE001 - one spec never stops the others
        return LoadedSpec(spec, Checked(spec.name, "", None, None, (internal_error(error),)))


def _read(spec: Spec, libraries: RunLibraries, text: bytes | None) -> LoadedSpec:
    try:
        data = text if text is not None else read(spec.path) if spec.path else read_stdin()
    except FileError as trouble:
        return _unreadable(spec, str(trouble))
    known = libraries.for_spec(str(spec.path or "journey.yaml"))
    beside = find_snapshot(spec.path) if spec.path and text is None else None
    checked = check(data, name=spec.name, libraries=known, snapshot=beside)
    checked = _with_search(spec, checked, libraries)
    pictures, found = read_images(spec.folder, checked.images(), checked.photos())
    return LoadedSpec(spec, checked.with_diagnostics(found) if found else checked, pictures)


def _with_search(spec: Spec, checked: Checked, libraries: RunLibraries) -> Checked:
    """Search the quotes in the text files that their evidence names, where it names any."""
    journey = checked.journey
    if journey is None or not any(piece.text_files for piece in journey.evidence):
        return checked
    from mapgen.files.repository import RepositoryFolders
    from mapgen.files.transcripts import search_files

    search, found = search_files(
        journey, lambda piece: evidence_folder(spec, checked, piece), RepositoryFolders(libraries.folder)
    )
    return replace(checked, journey=replace(journey, search=search)).with_diagnostics(found)


def evidence_folder(spec: Spec, checked: Checked, piece: Evidence) -> Path:
    """Return the folder of the file that declares a piece of evidence: the spec, or a library that it uses."""
    if checked.use:
        for way, library in sorted(checked.use.closure().items(), reverse=True):  # the longest way first
            if piece.origin.startswith(f"{way}/"):
                return Path(library.key).parent
    return spec.folder


def _read_library(spec: Spec, path: Path, libraries: RunLibraries) -> LoadedSpec:
    """Read a library that is named as a spec is: it has no journey, and its diagnostics are those of a library."""
    from mapgen.files.libraries import read_library

    file = read_library(path)
    if file.data is None:
        return _unreadable(spec, file.trouble)
    library = libraries.libraries.library(file)
    use = LibraryUse((("", library),), sought=(library.key,))
    return LoadedSpec(spec, Checked(spec.name, library.text, library.source, None, (), use))


def _unreadable(spec: Spec, trouble: str) -> LoadedSpec:
    hint = suggestion(spec.path) if spec.path and spec.is_missing else None
    kind = "library" if spec.is_library else "spec"
    fault = Diagnostic("unreadable-file", f"the {kind} cannot be read: {trouble}", hint=hint)
    return LoadedSpec(spec, Checked(spec.name, "", None, None, (fault,)))
