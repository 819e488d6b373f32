"""The name of a library, as a file writes it -> that file on the disk, if it really lies in the same repository."""

import os
from collections.abc import Iterator
from pathlib import Path

from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read
from mapgen.files.repository import OutsideError, RepositoryFolders
from mapgen.model.library import ENDINGS, MAX_LIBRARY_SIZE, LibraryFile, is_library

FROM_HERE = "the path starts in the folder of this file"
"""The hint where no library is near."""


class LibraryFolder:
    """Finds libraries for specs; `folder` is that of the settings, and what counts where there is no repository."""

    def __init__(self, folder: Path | None) -> None:
        """Start with nothing known."""
        self._repositories = RepositoryFolders(folder)

    def find(self, name: str, user: str) -> LibraryFile:
        """Return the file that a name in another file, whose path is `user`, leads to."""
        folder = Path(user).parent
        try:
            path = self._repositories.path_within(folder, name)
        except OutsideError as trouble:
            hint = f"move the library into the {self._repositories.kind(folder)} of this file"
            return LibraryFile(trouble.path, name, trouble="it is outside the repository", hint=hint)
        except FileError as trouble:
            return LibraryFile(name, name, trouble=str(trouble))
        key = str(path)
        if not os.path.lexists(path):
            return LibraryFile(key, name, hint=_suggestion(name, key), exists=False)
        if not is_library(key):
            return LibraryFile(key, name, trouble=f"it is a link to a file that does not end in {ENDINGS[0]}")
        return read_library(path)


def read_library(path: Path) -> LibraryFile:
    """Return the library at a path without links."""
    key = os.path.realpath(path)
    here = os.path.realpath("")
    name = shown(Path(os.path.relpath(key, here) if key.startswith(here + os.sep) else key))
    try:
        return LibraryFile(key, name, read(Path(key), limit=MAX_LIBRARY_SIZE, follow=False))
    except FileError as trouble:
        return LibraryFile(key, name, trouble=str(trouble))


def _suggestion(name: str, path: str) -> str:
    """Return a hint with the library that was probably meant: the nearest name there, or the only one."""
    known = list(_libraries(Path(path).parent))
    near = nearest(Path(path).name, known) or (known[0] if len(known) == 1 else None)
    return f"did you mean {quoted(shown(Path(name).with_name(near)))}?" if near else FROM_HERE


def _libraries(folder: Path) -> Iterator[str]:
    try:
        yield from sorted(entry.name for entry in folder.iterdir() if is_library(entry.name))
    except OSError:
        return
