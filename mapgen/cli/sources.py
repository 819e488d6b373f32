"""The command line, else the settings -> which specs are meant."""

from contextlib import suppress
from pathlib import Path

import click

from mapgen.cli.misuse import MisuseError
from mapgen.cli.settings import Settings, Wrong, load
from mapgen.cli.specs import Spec, find_specs
from mapgen.cli.voice import Voice
from mapgen.files.finding import find_here
from mapgen.files.trouble import FileTroubleError


class SettingsError(click.UsageError):
    """The settings are wrong, and that has been told."""

    def __init__(self) -> None:
        """Take nothing: the report has said it all."""
        super().__init__("the settings cannot be followed")


class NothingNamedError(MisuseError):
    """No spec is named, and none lies where one is looked for; `hint` says what to type."""

    def __init__(self) -> None:
        """See what there is to type."""
        super().__init__(
            "no spec is named, and this folder holds no *.journey.yaml and no journey.yaml",
            "`mapgen init` writes a first one",
        )
        with suppress(FileTroubleError):
            if find_specs(["."]) and self.ctx:
                self.hint = f"`{self.ctx.command_path} .` takes those of the folders below"


def named_specs(names: tuple[str, ...], voice: Voice) -> tuple[tuple[Spec, ...], Settings]:
    """Return the specs to work on and the settings that hold; click.UsageError where there are none."""
    settings = settings_here(voice)
    return search(names, settings), settings


def search(names: tuple[str, ...], settings: Settings) -> tuple[Spec, ...]:
    """Return the specs that are there now: those that are named, else those of the settings, else of this folder.

    FileTroubleError where a folder or a pattern that is named holds none, NothingNamedError where nothing is named.
    """
    if names:
        return find_specs(names)
    if settings.specs:
        return find_specs(settings.specs, settings.folder)
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
