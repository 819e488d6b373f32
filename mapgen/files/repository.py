"""A folder -> the topmost folder of its repository, which other files that a spec names must not leave."""

import os
from pathlib import Path

from mapgen.files.errors import FileError


class OutsideError(FileError):
    """A file is outside the repository of the file that names it; `path` is where it is."""

    def __init__(self, message: str, path: str) -> None:
        """Say so."""
        super().__init__(message)
        self.path = path


class RepositoryFolders:
    """Finds repositories; `folder` is that of the settings, and what counts where there is no repository."""

    def __init__(self, folder: Path | None) -> None:
        """Start with nothing known."""
        self._folder = os.path.realpath(folder) if folder is not None else None
        self._tops: dict[str, str] = {}

    def top(self, folder: Path) -> str:
        """Return the topmost folder of the repository, else the folder of the settings, else the folder itself."""
        real = os.path.realpath(folder)
        if real not in self._tops:
            above = (Path(real), *Path(real).parents)
            top = next((place for place in above if os.path.lexists(place / ".git")), None)
            known = self._folder if self._folder is not None and Path(self._folder) in above else real
            self._tops[real] = str(top) if top else known
        return self._tops[real]

    def kind(self, folder: Path) -> str:
        """Return the word for what files must not leave: "repository", or "folder" where there is none."""
        return "repository" if os.path.lexists(Path(self.top(folder), ".git")) else "folder"

    def path_within(self, folder: Path, name: str) -> Path:
        """Return the path without links to which a name in a file of a folder leads; FileError if it leaves."""
        try:
            path = os.path.realpath(folder / name)
            is_outside = os.path.isabs(name) or os.path.commonpath((top := self.top(folder), path)) != top  # noqa: PTH117 - as it is written
        except ValueError as error:  # a NUL in the name; another drive
            message = "no file can have such a name"
            raise FileError(message) from error
        if is_outside:
            message = f"it is outside the {self.kind(folder)}"
            raise OutsideError(message, path)
        return Path(path)
