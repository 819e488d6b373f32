"""The command line, else the settings -> which specs are meant."""

import shlex
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import click

from mapgen.build.specs import Spec, find_specs
from mapgen.ci_commands import inert_text
from mapgen.config.settings import Settings, SettingsFault, load
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.terminal import visible
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import NothingFoundError, find_here
from mapgen.files.patterns import is_pattern
from mapgen.terminal import console
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.misuse import MisuseError


class SettingsError(click.UsageError):
    """The settings are wrong, and that has been told."""

    def __init__(self) -> None:
        """Take nothing: the report has said it all."""
        super().__init__("invalid settings")


class NoSpecError(MisuseError):
    """No spec is named, and none lies where one is looked for; `hint` says what to type."""

    why = "this folder contains no *.journey.yaml or journey.yaml"

    def __init__(self) -> None:
        """See what there is to type; `below` tells whether there are specs in the folders below."""
        super().__init__(f"no spec given, and {self.why}", "run `mapgen init` to create one")
        self.below = False
        with suppress(FileError):
            self.below = bool(find_specs(["."]))
        if self.below and self.ctx:
            self.hint = f"`{self.ctx.command_path} .` includes subfolders"


def named_specs(names: tuple[str, ...], voice: DiagnosticWriter) -> tuple[tuple[Spec, ...], Settings]:
    """Return the specs to work on and the settings that hold; MisuseError where there are none."""
    settings = settings_here(voice)
    _warn(names, settings)
    try:
        return _without_libraries(search(names, settings)), settings
    except NothingFoundError as trouble:
        raise _misuse(trouble) from trouble


def specs_to_check(
    names: tuple[str, ...], voice: DiagnosticWriter, *, libraries: bool = False
) -> tuple[tuple[Spec, ...], Settings, tuple[str, ...]]:
    """Return the specs to check, the settings that hold, and why there are none where there is nothing to check.

    A folder may hold no spec, and what the settings name need not be there yet. A pattern that was typed and matches
    nothing is still a mistake, and so is naming nothing where the specs are in a folder below. With `libraries`, those
    in folders are checked too.
    """
    settings = settings_here(voice)
    _warn(names, settings)
    empty: list[str] = []

    def accept(trouble: NothingFoundError) -> None:
        if names and is_pattern(trouble.name):
            raise _misuse(trouble) from trouble
        empty.append(str(trouble))

    try:
        found = search(names, settings, accept, libraries=libraries)
    except NoSpecError as error:
        if error.below:
            raise
        return (), settings, (error.why,)
    later = () if names else tuple(spec for spec in found if spec.is_missing_folder)
    meant = tuple(spec for spec in found if spec not in later)
    if not libraries:
        _without_libraries(meant)
    if not meant:
        empty += [f"no such folder: {spec.name}" for spec in later]
    return meant, settings, tuple(empty)


def _without_libraries(specs: tuple[Spec, ...]) -> tuple[Spec, ...]:
    """Return the specs; MisuseError if one is a library, which has no map."""
    library = next((spec for spec in specs if spec.is_library), None)
    if library:
        message = f"{quoted(library.name)} is a library, which has no map"
        raise MisuseError(message, "name the specs that use it")
    return specs


def _warn(names: tuple[str, ...], settings: Settings) -> None:
    """Report folders of the settings that do not exist, where the settings say what to work on; no command fails."""
    if not names and settings.specs:
        from mapgen.config.missing_folders import missing_folders

        DiagnosticWriter().write(shown(settings.file or Path()), settings.text, tuple(missing_folders(settings)))


def report_nothing_to_check(why: Iterable[str]) -> None:
    """Print to standard error why there is nothing to check."""
    console.write_stderr(inert_text(f"nothing to check: {visible('; '.join(why))}\n"))


def _misuse(trouble: NothingFoundError) -> MisuseError:
    """Return the error of a command that needs a spec."""
    hint = None if is_pattern(trouble.name) else f"`mapgen init {shlex.quote(trouble.name)}` creates one"
    return MisuseError(str(trouble), hint)


def search(
    names: tuple[str, ...],
    settings: Settings,
    empty: Callable[[NothingFoundError], None] | None = None,
    *,
    libraries: bool = False,
) -> tuple[Spec, ...]:
    """Return the specs that are there now: those that are named, else those of the settings, else of this folder.

    NothingFoundError where a folder or a pattern holds none, unless `empty` takes it; NoSpecError where nothing
    is named.
    """
    if names:
        return find_specs(names, empty=empty, libraries=libraries)
    if settings.specs:
        return find_specs(settings.specs, settings.folder, empty, libraries=libraries)
    here = tuple(map(Spec, find_here(libraries=libraries)))
    if not here:
        raise NoSpecError
    return here


def settings_here(voice: DiagnosticWriter) -> Settings:
    """Return the settings that hold in the current folder; SettingsError where they are wrong."""
    settings = load(Path())
    if isinstance(settings, SettingsFault):
        voice.write(settings.name, settings.text, settings.diagnostics)
        raise SettingsError
    return settings
