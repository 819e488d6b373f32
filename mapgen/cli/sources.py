"""The command line, else the settings -> which specs are meant."""

import shlex
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import click

from mapgen.cli import streams
from mapgen.cli.misuse import MisuseError
from mapgen.cli.settings import Settings, Wrong, load
from mapgen.cli.specs import Spec, find_specs
from mapgen.cli.voice import Voice
from mapgen.diagnostics.terminal import disarmed, visible
from mapgen.files.finding import NothingFoundError, find_here, is_pattern
from mapgen.files.trouble import FileTroubleError


class SettingsError(click.UsageError):
    """The settings are wrong, and that has been told."""

    def __init__(self) -> None:
        """Take nothing: the report has said it all."""
        super().__init__("the settings cannot be followed")


class NothingNamedError(MisuseError):
    """No spec is named, and none lies where one is looked for; `hint` says what to type."""

    why = "this folder holds no *.journey.yaml and no journey.yaml"

    def __init__(self) -> None:
        """See what there is to type; `below` tells whether there are specs in the folders below."""
        super().__init__(f"no spec is named, and {self.why}", "`mapgen init` writes a first one")
        self.below = False
        with suppress(FileTroubleError):
            self.below = bool(find_specs(["."]))
        if self.below and self.ctx:
            self.hint = f"`{self.ctx.command_path} .` takes those of the folders below"


def named_specs(names: tuple[str, ...], voice: Voice) -> tuple[tuple[Spec, ...], Settings]:
    """Return the specs to work on and the settings that hold; MisuseError where there are none."""
    settings = settings_here(voice)
    try:
        return search(names, settings), settings
    except NothingFoundError as trouble:
        raise _misuse(trouble) from trouble


def specs_to_check(names: tuple[str, ...], voice: Voice) -> tuple[tuple[Spec, ...], Settings, tuple[str, ...]]:
    """Return the specs to check, the settings that hold, and why there are none where there is nothing to check.

    A folder may hold no spec, and what the settings name need not be there yet. A pattern that was typed and matches
    nothing is still a mistake, and so is naming nothing where the specs are in a folder below.
    """
    settings = settings_here(voice)
    empty: list[str] = []

    def accept(trouble: NothingFoundError) -> None:
        if names and is_pattern(trouble.name):
            raise _misuse(trouble) from trouble
        empty.append(str(trouble))

    try:
        found = search(names, settings, accept)
    except NothingNamedError as error:
        if error.below:
            raise
        return (), settings, (error.why,)
    later = () if names else tuple(spec for spec in found if spec.is_missing_folder)
    empty += [f"there is no folder {spec.name}" for spec in later]
    return tuple(spec for spec in found if spec not in later), settings, tuple(empty)


def report_nothing_to_check(why: Iterable[str]) -> None:
    """Print to standard error why there is nothing to check."""
    streams.tell(disarmed(f"nothing to check: {visible('; '.join(why))}\n"))


def _misuse(trouble: NothingFoundError) -> MisuseError:
    """Return the error of a command that needs a spec."""
    hint = None if is_pattern(trouble.name) else f"`mapgen init {shlex.quote(trouble.name)}` writes a first one"
    return MisuseError(str(trouble), hint)


def search(
    names: tuple[str, ...], settings: Settings, empty: Callable[[NothingFoundError], None] | None = None
) -> tuple[Spec, ...]:
    """Return the specs that are there now: those that are named, else those of the settings, else of this folder.

    NothingFoundError where a folder or a pattern holds none, unless `empty` takes it; NothingNamedError where nothing
    is named.
    """
    if names:
        return find_specs(names, empty=empty)
    if settings.specs:
        return find_specs(settings.specs, settings.folder, empty)
    here = tuple(map(Spec, find_here()))
    if not here:
        raise NothingNamedError
    return here


def settings_here(voice: Voice) -> Settings:
    """Return the settings that hold in the current folder; SettingsError where they are wrong."""
    settings = load(Path())
    if isinstance(settings, Wrong):
        voice.tell(settings.name, settings.text, settings.diagnostics)
        raise SettingsError
    return settings
