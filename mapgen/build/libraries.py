"""The settings of a run -> the libraries that its specs use, each read once."""

from typing import TYPE_CHECKING

from mapgen.config.settings import Settings
from mapgen.record import record
from mapgen.source.tree import Source

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.model.libraries import Libraries
    from mapgen.model.library import LibraryUse


class RunLibraries:
    """The libraries of all specs of a run. Nothing is imported before a spec uses one."""

    def __init__(self, settings: Settings) -> None:
        """Start with nothing read."""
        self._settings = settings
        self._libraries: Libraries | None = None

    @property
    def by_default(self) -> bool:
        """Whether the settings name libraries, which each spec uses."""
        return bool(self._settings.library)

    @property
    def folder(self) -> "Path | None":
        """The folder of the settings, None without a file of them."""
        return self._settings.folder if self._settings.file else None

    @property
    def libraries(self) -> "Libraries":
        """The libraries that were read so far."""
        if self._libraries is None:
            from mapgen.files.libraries import LibraryFolder
            from mapgen.model.libraries import Libraries

            settings = self._settings
            self._libraries = Libraries(LibraryFolder(self.folder).find, settings.library, str(settings.file))
        return self._libraries

    def for_spec(self, path: str) -> "LibrariesOfSpec":
        """Return what finds the libraries of the spec at a path."""
        return LibrariesOfSpec(self, path)


@record
class LibrariesOfSpec:
    """Finds the libraries of one spec."""

    run: RunLibraries
    path: str

    @property
    def by_default(self) -> bool:
        """Whether the settings name libraries."""
        return self.run.by_default

    def of(self, source: Source) -> "LibraryUse":
        """Return the libraries that the spec uses."""
        return self.run.libraries.of(source, self.path)
