"""`mapgen.toml`, or `[tool.mapgen]` in `pyproject.toml` -> what is built when the command line does not say.

Settings lie in a repository, which may be a stranger's: they name nothing outside their own folder.
"""

import os
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.config import toml_positions
from mapgen.config.toml_positions import MAX_ENTRIES
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import key, quoted
from mapgen.diagnostics.span import Span
from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read
from mapgen.model.library import is_library
from mapgen.record import record, replace
from mapgen.source.parser import MAX_REPORTED
from mapgen.source.tree import Source
from mapgen.terminal.options import unknown_name

if TYPE_CHECKING:
    from mapgen.audit.policy import Policy
    from mapgen.render.options import Flavor, Fonts

_OWN = "mapgen.toml"
_SHARED = "pyproject.toml"
MAX_SIZE = 1_000_000
"""The largest settings file, in bytes."""

MAX_TEXT = 500
"""The longest text of the settings, in characters."""

_TABLE = b"tool.mapgen"
_NAME = "mapgen"
_LISTS = ("specs", "library", "formats", "views", "lanes", "hide")
_TEXTS = ("output", "theme")
_OPTIONS_OF_DRAWINGS = ("flavor", "width", "paper", "appendix", "fonts", "scale", "heading_level", "hide", "bom")
_OPTIONS = ("flavor", "width", "paper", "appendix", "fonts", "scale", "heading-level", "with-history", "bom")
_AUDIT = "audit"
_ALL = (*_LISTS, *_TEXTS, *_OPTIONS, _AUDIT)

THEMES = ("default", "high-contrast", "print", "dark")
"""The names of the themes that come with mapgen."""


@record
class TomlTable:
    """A theme in the settings, and what is wrong with its texts."""

    source: Source
    faults: tuple[Diagnostic, ...]


@record
class Settings:
    """What a settings file says; `file` is None where there is none, and its folder is where its names start.

    `text` is what stands in the file. `theme` is a name, a path, or a theme that stands in the settings themselves.
    `audit` is None where nothing is said, and so are the options of a drawing, from `flavor` to `heading_level`.
    """

    file: Path | None = None
    text: str = ""
    specs: tuple[str, ...] = ()
    library: tuple[str, ...] = ()
    output: str | None = None
    formats: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    theme: str | TomlTable = "default"
    lanes: tuple[str, ...] = ()
    flavor: "Flavor | None" = None
    width: int | None = None
    paper: str | None = None
    appendix: bool | None = None
    fonts: "Fonts | None" = None
    scale: float | None = None
    heading_level: int | None = None
    hide: tuple[str, ...] = ()
    bom: bool | None = None
    with_history: bool = False
    audit: "Policy | None" = None

    @property
    def folder(self) -> Path:
        """The folder in which relative names start."""
        return self.file.parent if self.file else Path()

    @property
    def options(self) -> Mapping[str, object]:
        """The options of a drawing by name, None for those that the file does not set."""
        return {name: getattr(self, name) for name in _OPTIONS_OF_DRAWINGS}


@record
class SettingsFault:
    """A settings file that cannot be followed, and why."""

    name: str
    text: str
    diagnostics: tuple[Diagnostic, ...]


def load(start: Path) -> Settings | SettingsFault:
    """Return the settings that hold in a folder: the nearest above it, up to the top of the repository."""
    for file in filter(os.path.lexists, places(start)):
        try:
            data = read(file, limit=MAX_SIZE, follow=False)
        except FileError as trouble:
            return SettingsFault(
                shown(file), "", (Diagnostic("unreadable-file", f"the settings cannot be read: {trouble}"),)
            )
        if file.name == _OWN or _TABLE in data:
            return _parse(file, data.decode(errors="replace"))
    return Settings()


def places(start: Path) -> Iterator[Path]:
    """Yield where settings may stand, nearest first, as paths that read well from `start`."""
    top = start.resolve()
    for folder in (top, *top.parents):
        for name in (_OWN, _SHARED):
            yield Path(os.path.relpath(folder / name, top)) if start == Path() else folder / name
        if os.path.lexists(folder / ".git"):
            return


def _parse(file: Path, text: str) -> Settings | SettingsFault:
    name = shown(file)
    from mapgen.config import toml_reader

    data = toml_reader.parse(text)
    if isinstance(data, Diagnostic):
        return SettingsFault(name, text, (data,))
    keys = _keys(file, text)
    table = data if file.name == _OWN else _shared(data)
    if not isinstance(table, dict):
        return SettingsFault(name, text, (_bad(_NAME, "is not a table", keys),))
    policy, wrong = _policy(file, text, table)
    wrong = tuple(islice(chain(_faults(table, keys, file.parent), wrong), MAX_REPORTED))
    if wrong:
        return SettingsFault(name, text, wrong)
    return replace(_settings(file, text, table), audit=policy)


def _shared(data: Mapping[str, object]) -> object:
    """Return the table that is ours in a file of many tools; an empty one where there is none after all."""
    tool = data.get("tool")
    return tool.get("mapgen", {}) if isinstance(tool, dict) else {}


def _policy(file: Path, text: str, data: Mapping[str, object]) -> "tuple[Policy | None, tuple[Diagnostic, ...]]":
    """Return the policy of the audit, and what is wrong with it; the rules are looked at only where it is there."""
    if _AUDIT not in data:
        return None, ()
    from mapgen.config.audit_settings import read_policy

    return read_policy(shown(file), text, data[_AUDIT], table_path(file, _AUDIT))


def table_path(file: Path | None, *names: str) -> tuple[str, ...]:
    """Return the names that lead to a table of ours."""
    return names if file is None or file.name == _OWN else ("tool", _NAME, *names)


def _settings(file: Path, text: str, data: Mapping[str, object]) -> Settings:
    settings = Settings(file, text)
    if isinstance(data.get("theme"), dict):
        found = toml_positions.read_toml(shown(file), text, data["theme"], table_path(file, "theme"))
        settings = replace(settings, theme=TomlTable(*found))
    lists = {name: tuple(value) for name in _LISTS if isinstance(value := data.get(name), list)}
    texts = {name: data[name] for name in _TEXTS if isinstance(data.get(name), str)}
    options = {name.replace("-", "_"): data[name] for name in _OPTIONS if name in data}
    return replace(settings, **lists, **texts, **options)


def _faults(data: Mapping[str, object], keys: Mapping[str, Span], folder: Path) -> Iterator[Diagnostic]:
    for name, value in data.items():
        if name in _LISTS:
            yield from _list_faults(name, value, keys, folder)
        elif name == _AUDIT:
            continue
        elif name in _OPTIONS:
            yield from _option_faults(name, value, keys)
        elif name in _TEXTS:
            yield from _text_faults(name, value, keys, folder)
        else:
            from mapgen.config.unknown_settings import hint

            yield _bad(name, "is not a setting", keys, hint(name, _ALL))


def _text_faults(name: str, value: object, keys: Mapping[str, Span], folder: Path) -> Iterator[Diagnostic]:
    if name == "theme" and isinstance(value, dict):
        return
    if not isinstance(value, str):
        yield _bad(name, "must be a string", keys, f'write {name} = "…"')
    elif len(value) > MAX_TEXT:
        yield _bad(name, _too_long(value), keys)
    elif name == "output" and not _below(folder, value):
        yield _bad(name, _out(value), keys, "use a folder below it, or --output")
    elif name == "theme" and (wrong := _theme_fault(value, folder)):
        yield _bad(name, f"is wrong: {wrong}", keys)


def _option_faults(name: str, value: object, keys: Mapping[str, Span]) -> Iterator[Diagnostic]:
    from mapgen.config.drawing_options import check

    if wrong := check(name, value):
        why, hint = wrong
        yield _bad(name, why, keys, hint)


def _list_faults(name: str, value: object, keys: Mapping[str, Span], folder: Path) -> Iterator[Diagnostic]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield _bad(name, "must be a list of strings", keys, f'write {name} = ["…"]')
        return
    if len(value) > MAX_ENTRIES:
        yield _bad(name, f"has {len(value):,} entries; the maximum is {MAX_ENTRIES:,}", keys)
        return
    for item in value:
        wrong = _fault(name, item, folder)
        if wrong:
            yield _bad(name, wrong, keys)


def _fault(name: str, item: str, folder: Path) -> str | None:
    if len(item) > MAX_TEXT:
        return _too_long(item)
    if name == "specs":
        return None if _below(folder, item) else _out(item)
    if name == "library":
        return _library_fault(item, folder)
    if name == "formats":
        from mapgen.render import FORMATS

        wrong = unknown_name(item, "format", FORMATS)
    elif name == "views":
        from mapgen.render.drawing import VIEWS

        wrong = unknown_name(item, "view", VIEWS)
    elif name == "hide":
        from mapgen.render.options import PARTS

        wrong = unknown_name(item, "part", PARTS)
    else:
        from mapgen.lanes import LANES
        from mapgen.model.lanes import OTHERS

        wrong = unknown_name(item, "lane", (*LANES, OTHERS), free="x-")
    return wrong and f"is wrong: {wrong}"


def _library_fault(item: str, folder: Path) -> str | None:
    """Return what is wrong with the path of a library that all specs use."""
    if not _below(folder, item):
        return _out(item)
    if not is_library(item):
        return f"names {quoted(item)}, but the name of a library ends in .library.yaml"
    return None if os.path.lexists(folder / item) else f"names a file that does not exist: {quoted(item)}"


def _too_long(text: str) -> str:
    return f"contains a text of {len(text):,} characters; the maximum is {MAX_TEXT:,}"


def _out(name: str) -> str:
    return f"is outside the folder of the settings: {quoted(name)}"


def _below(folder: Path, name: str) -> bool:
    """Return whether a name stays in the folder, links counted."""
    top = os.path.realpath(folder)
    try:
        return ".." not in Path(name).parts and os.path.commonpath((top, os.path.realpath(folder / name))) == top
    except ValueError:  # a NUL in the name; another drive
        return False


def _theme_fault(name: str, folder: Path) -> str | None:
    """Return what is wrong with the name or path of a theme; a path has a dot or a slash."""
    if {".", "/", os.sep} & set(name):
        return None if _below(folder, name) else _out(name)
    return unknown_name(name, "theme", THEMES)


def _keys(file: Path, text: str) -> Mapping[str, Span]:
    """Return where our keys and tables stand; what stands in an inline table has no place of its own."""
    keys: dict[str, Span] = {}
    for pointer, (place, _) in toml_positions.places(text, table_path(file)):
        keys.setdefault(pointer.split("/")[1] if pointer else _NAME, Span(*place))
    return keys


def _bad(name: str, why: str, keys: Mapping[str, Span], hint: str | None = None) -> Diagnostic:
    return Diagnostic("bad-setting", f"{key(name)} {why}", span=keys.get(name), hint=hint)
