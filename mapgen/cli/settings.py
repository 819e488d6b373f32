"""`mapgen.toml`, or `[tool.mapgen]` in `pyproject.toml` -> what is built when the command line does not say.

Settings lie in a repository, which may be a stranger's: they name nothing outside their own folder.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.cli import tables
from mapgen.cli.choices import fault
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import key, listed, nearest, quoted
from mapgen.diagnostics.span import Span
from mapgen.files.reading import read
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.record import record, replace
from mapgen.source.tree import Source

if TYPE_CHECKING:
    from mapgen.audit.policy import Policy
    from mapgen.render.format import Flavor, Fonts

_OWN = "mapgen.toml"
_SHARED = "pyproject.toml"
_SIZE = 1_000_000
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_TABLE = b"tool.mapgen"
_LISTS = ("specs", "formats", "views", "lanes")
_TEXTS = ("output", "theme")
_OPTIONS = ("flavor", "width", "paper", "fonts", "scale", "with-history")
_AUDIT = "audit"
_ALL = (*_LISTS, *_TEXTS, *_OPTIONS, _AUDIT)

THEMES = ("default", "high-contrast", "print", "dark")
"""The names of the themes that come with mapgen."""


@record
class Table:
    """A theme in the settings, and what is wrong with its texts."""

    source: Source
    faults: tuple[Diagnostic, ...]


@record
class Settings:
    """What a settings file says; `file` is None where there is none, and its folder is where its names start.

    `theme` is a name, a path, or a theme that stands in the settings themselves. `audit` is None where nothing is said,
    and so are `flavor`, `width`, `paper`, `fonts` and `scale`, which are options of a drawing.
    """

    file: Path | None = None
    specs: tuple[str, ...] = ()
    output: str | None = None
    formats: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    theme: str | Table = "default"
    lanes: tuple[str, ...] = ()
    flavor: "Flavor | None" = None
    width: int | None = None
    paper: str | None = None
    fonts: "Fonts | None" = None
    scale: float | None = None
    with_history: bool = False
    audit: "Policy | None" = None

    @property
    def folder(self) -> Path:
        """The folder in which relative names start."""
        return self.file.parent if self.file else Path()


@record
class Wrong:
    """A settings file that cannot be followed, and why."""

    name: str
    text: str
    diagnostics: tuple[Diagnostic, ...]


def load(start: Path) -> Settings | Wrong:
    """Return the settings that hold in a folder: the nearest above it, up to the top of the repository."""
    for file in filter(os.path.lexists, places(start)):
        try:
            data = read(file, limit=_SIZE, follow=False)
        except FileTroubleError as trouble:
            return Wrong(shown(file), "", (Diagnostic("unreadable-file", f"the settings cannot be read: {trouble}"),))
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


def _parse(file: Path, text: str) -> Settings | Wrong:
    import tomllib

    name = shown(file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Wrong(name, text, (_syntax(error),))
    except RecursionError:
        return Wrong(name, text, (Diagnostic("settings-syntax", "the brackets are nested too deeply"),))
    table = data if file.name == _OWN else _shared(data)
    if not isinstance(table, dict):
        return Wrong(name, text, (_bad("mapgen", "is not a table", text),))
    policy, wrong = _policy(file, text, table)
    wrong = (*_faults(table, text, file.parent), *wrong)
    return Wrong(name, text, wrong) if wrong else replace(_settings(file, text, table), audit=policy)


def _shared(data: Mapping[str, object]) -> object:
    """Return the table that is ours in a file of many tools; an empty one where there is none after all."""
    tool = data.get("tool")
    return tool.get("mapgen", {}) if isinstance(tool, dict) else {}


def _policy(file: Path, text: str, data: Mapping[str, object]) -> "tuple[Policy | None, tuple[Diagnostic, ...]]":
    """Return the policy of the audit, and what is wrong with it; the rules are looked at only where it is there."""
    if _AUDIT not in data:
        return None, ()
    from mapgen.cli.policies import read as read_policy

    return read_policy(shown(file), text, data[_AUDIT], _way(file, _AUDIT))


def _way(file: Path, name: str) -> tuple[str, ...]:
    """Return the names that lead to a table of ours."""
    return (name,) if file.name == _OWN else ("tool", "mapgen", name)


def _settings(file: Path, text: str, data: Mapping[str, object]) -> Settings:
    settings = Settings(file)
    if isinstance(data.get("theme"), dict):
        found = tables.source(shown(file), text, data["theme"], _way(file, "theme"))
        settings = replace(settings, theme=Table(*found))
    lists = {name: tuple(value) for name in _LISTS if isinstance(value := data.get(name), list)}
    texts = {name: data[name] for name in _TEXTS if isinstance(data.get(name), str)}
    options = {name.replace("-", "_"): data[name] for name in _OPTIONS if name in data}
    return replace(settings, **lists, **texts, **options)


def _syntax(error: ValueError) -> Diagnostic:
    message = str(error)
    found = _PLACE.search(message)
    span = Span(int(found[1]), int(found[2]), int(found[1]), int(found[2]) + 1) if found else None
    said = _PLACE.sub("", message).removesuffix(" (at end of document)")
    return Diagnostic("settings-syntax", f"this is not TOML: {said[:1].lower()}{said[1:]}", span=span)


def _faults(data: Mapping[str, object], text: str, folder: Path) -> Iterator[Diagnostic]:
    for name, value in data.items():
        if name in _LISTS:
            yield from _list_faults(name, value, text, folder)
        elif name == _AUDIT:
            continue
        elif name in _OPTIONS:
            yield from _option_faults(name, value, text)
        elif name not in _TEXTS:
            near = nearest(name, _ALL)
            known = listed(_ALL, joint="and")
            hint = f"did you mean {key(near)}?" if near else f"the settings are {known}"
            yield _bad(name, "is no setting", text, hint)
        elif name == "theme" and isinstance(value, dict):
            continue
        elif not isinstance(value, str):
            yield _bad(name, "is not a text", text, f'write {name} = "…"')
        elif name == "output" and not _below(folder, value):
            yield _bad(name, _out(value), text, "name a folder below it, or use --output")
        elif name == "theme" and (wrong := _theme_fault(value, folder)):
            yield _bad(name, f"is wrong: {wrong}", text)


def _option_faults(name: str, value: object, text: str) -> Iterator[Diagnostic]:
    from mapgen.cli.options import check

    if wrong := check(name, value):
        why, hint = wrong
        yield _bad(name, why, text, hint)


def _list_faults(name: str, value: object, text: str, folder: Path) -> Iterator[Diagnostic]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        yield _bad(name, "is not a list of texts", text, f'write {name} = ["…"]')
        return
    for item in value:
        wrong = _fault(name, item, folder)
        if wrong:
            yield _bad(name, wrong, text)


def _fault(name: str, item: str, folder: Path) -> str | None:
    if name == "specs":
        return None if _below(folder, item) else _out(item)
    if name == "formats":
        from mapgen.render import FORMATS

        wrong = fault(item, "format", FORMATS)
    elif name == "views":
        from mapgen.render.views import VIEWS

        wrong = fault(item, "view", VIEWS)
    else:
        from mapgen.lanes import LANES

        wrong = fault(item, "lane", LANES, free="x-")
    return wrong and f"is wrong: {wrong}"


def _out(name: str) -> str:
    return f"leads out of the folder of the settings: {quoted(name)}"


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
    return fault(name, "theme", THEMES)


def _bad(name: str, why: str, text: str, hint: str | None = None) -> Diagnostic:
    """Return a diagnostic at the line where the setting stands, as well as it can be told without a parser's help."""
    pattern = re.compile(rf"""^[ \t]*["']?{re.escape(name)}["']?[ \t]*=""")
    for number, line in enumerate(text.split("\n"), start=1):
        if pattern.match(line):
            column = len(line) - len(line.lstrip()) + 1
            span = Span(number, column, number, column + len(name))
            return Diagnostic("bad-setting", f"{key(name)} {why}", span=span, hint=hint)
    return Diagnostic("bad-setting", f"{key(name)} {why}", hint=hint)
