"""The name of a library, as a file writes it -> that file on the disk, if it really lies in the same repository."""

import os
from collections.abc import Iterator
from pathlib import Path

from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read
from mapgen.model.library import ENDINGS, MAX_LIBRARY_SIZE, LibraryFile, is_library

FROM_HERE = "the path starts in the folder of this file"
"""The hint where no library is near."""


class LibraryFolder:
    """Finds libraries for specs; `folder` is that of the settings, and what counts where there is no repository."""

    def __init__(self, folder: Path | None) -> None:
        """Start with nothing known."""
        self._folder = os.path.realpath(folder) if folder is not None else None
        self._tops: dict[str, str] = {}

    def find(self, name: str, user: str) -> LibraryFile:
        """Return the file that a name in another file, whose path is `user`, leads to."""
        folder = Path(user).parent
        try:
            path = os.path.realpath(folder / name)
            if os.path.isabs(name) or os.path.commonpath((top := self._top(folder), path)) != top:  # noqa: PTH117 - as it is written
                return LibraryFile(path, name, trouble="it is outside the repository", hint=self._where(folder))
        except ValueError:  # a NUL in the name; another drive
            return LibraryFile(name, name, trouble="no file can have such a name")
        if not os.path.lexists(path):
            return LibraryFile(path, name, hint=_suggestion(name, path), exists=False)
        if not is_library(path):
            return LibraryFile(path, name, trouble=f"it is a link to a file that does not end in {ENDINGS[0]}")
        return read_library(Path(path))

    def _where(self, folder: Path) -> str:
        kind = "repository" if os.path.lexists(Path(self._top(folder), ".git")) else "folder"
        return f"move the library into the {kind} of this file"

    def _top(self, folder: Path) -> str:
        """Return the topmost folder of the repository, else the folder of the settings, else the folder itself."""
        real = os.path.realpath(folder)
        if real not in self._tops:
            above = (Path(real), *Path(real).parents)
            top = next((place for place in above if os.path.lexists(place / ".git")), None)
            known = self._folder if self._folder is not None and Path(self._folder) in above else real
            self._tops[real] = str(top) if top else known
        return self._tops[real]


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
