"""The command line, else the settings -> the theme for specs that choose none."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from mapgen.config.settings import THEMES, Settings
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.files.errors import FileError, shown
from mapgen.files.images import read_image
from mapgen.files.reading import read
from mapgen.record import record, replace
from mapgen.source.tree import Source
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.options import unknown_name

if TYPE_CHECKING:
    from mapgen.render.theme import Theme

SIZE = 1_000_000
"""The largest file of a theme, and the largest logo, in bytes."""


@record
class Choice:
    """A theme, by its name if it is one of ours; with the picture of its logo. `last` if no spec has a say in it.

    `files` are those that it was read from, settings aside.
    """

    theme: "str | Theme"
    pictures: Mapping[str, str] = MappingProxyType({})
    last: bool = False
    files: tuple[Path, ...] = ()


class ThemeError(click.UsageError):
    """The theme is wrong, and that has been told."""

    def __init__(self) -> None:
        """Take nothing: the report has said it all."""
        super().__init__("invalid theme")


def chosen(option: str | None, settings: Settings, voice: DiagnosticWriter) -> Choice:
    """Return the theme that is meant and tell what is wrong with it; click.UsageError where it cannot be used."""
    name = settings.theme if option is None else option
    last = option is not None
    if not isinstance(name, str):
        return _choice(name.source, settings.folder, name.faults, voice, last=last)
    if name in THEMES:
        return Choice(name, last=last)
    if not is_path(name):
        raise click.BadParameter(unknown_name(name, "theme", THEMES) or name, param_hint="--theme")
    path = Path(name) if last else Path(os.path.realpath(settings.folder / name))
    called = name if last else shown(settings.folder / name)
    source, found = _read(path, called, voice)
    choice = _choice(source, path.parent, found, voice, last=last)
    return replace(choice, files=(path, *choice.files))


def is_path(name: str) -> bool:
    """Return whether a theme is meant by its path, which has a dot or a slash, and not by its name.

    >>> is_path("acme.yaml"), is_path("drak")
    (True, False)
    """
    return bool({".", "/", os.sep} & set(name))


def _read(path: Path, name: str, voice: DiagnosticWriter) -> tuple[Source, tuple[Diagnostic, ...]]:
    from mapgen.source.decoding import readable
    from mapgen.source.parser import parse

    try:
        data = read(path, limit=SIZE)
    except FileError as trouble:
        voice.write(name, "", (Diagnostic("unreadable-file", f"the theme cannot be read: {trouble}"),))
        raise ThemeError from trouble
    source, found = parse(data, name=name)
    if source is None:
        voice.write(name, readable(data), found)
        raise ThemeError
    return source, found


def _choice(
    source: Source, folder: Path, faults: tuple[Diagnostic, ...], voice: DiagnosticWriter, *, last: bool
) -> Choice:
    from mapgen.layout.shape_overrides import LOGO
    from mapgen.render.theme_file import read as read_theme

    theme, found = read_theme(source)
    found = (*faults, *found)
    pictures: dict[str, str] = {}
    if theme is not None and theme.logo:
        try:
            pictures[LOGO] = read_image(folder, theme.logo.src, of="theme", limit=SIZE)
        except FileError as trouble:
            found = (*found, _no_logo(theme.logo.src, str(trouble), source))
    voice.write(source.name, source.text, found)
    if theme is None or any(one.severity is Severity.ERROR for one in found):
        raise ThemeError
    return Choice(theme, pictures, last, (folder / theme.logo.src,) if theme.logo else ())


def _no_logo(src: str, why: str, source: Source) -> Diagnostic:
    return Diagnostic(
        "unusable-image",
        f"the logo {quoted(src)} cannot be shown: {why}",
        span=source.locate("/logo/src"),
        hint="use a PNG, JPEG or WebP of at most 1 MB and 40 million pixels, in the folder of the theme or below",
        pointer="/logo/src",
    )
