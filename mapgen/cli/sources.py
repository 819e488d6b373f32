"""The command line, else the settings -> which specs are meant."""

from pathlib import Path

import click

from mapgen.cli.settings import Settings, Wrong, load
from mapgen.cli.specs import Spec, find_specs
from mapgen.cli.voice import Voice


class SettingsError(click.UsageError):
    """The settings are wrong, and that has been told."""

    def __init__(self) -> None:
        """Take nothing: the report has said it all."""
        super().__init__("the settings cannot be followed")


def named_specs(names: tuple[str, ...], voice: Voice) -> tuple[tuple[Spec, ...], Settings]:
    """Return the specs to work on and the settings that hold; click.UsageError where neither names any."""
    settings = settings_here(voice)
    if not names and not settings.specs:
        message = "name a spec, a folder or a pattern" + ("" if settings.file else ", or write a mapgen.toml that does")
        raise click.UsageError(message, click.get_current_context(silent=True))
    return search(names, settings), settings


def search(names: tuple[str, ...], settings: Settings) -> tuple[Spec, ...]:
    """Return the specs that are there now; FileTroubleError where a folder or a pattern holds none."""
    return find_specs(names) if names else find_specs(settings.specs, settings.folder)


def settings_here(voice: Voice) -> Settings:
    """Return the settings that hold in the current folder; SettingsError where they are wrong."""
    settings = load(Path())
    if isinstance(settings, Wrong):
        voice.tell(settings.name, settings.text, settings.diagnostics)
        raise SettingsError
    return settings
