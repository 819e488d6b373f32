"""A block of a page -> a picture of the journey, and what there is to say about its spec."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import unescape
from pathlib import Path

import click

from mapgen.api import DrawObserver
from mapgen.build.graphviz_cache import Graphviz
from mapgen.build.libraries import RunLibraries
from mapgen.build.plan import STDOUT, BuildPlan
from mapgen.build.specs import Spec, read_spec
from mapgen.config.drawing_options import merged
from mapgen.config.settings import Settings, SettingsFault, load
from mapgen.config.themes import ThemeError, chosen
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.reporter import File, Report
from mapgen.diagnostics.reporters.full import REPORTER
from mapgen.diagnostics.span import Span
from mapgen.files.errors import FileError, shown
from mapgen.files.repository import RepositoryFolders
from mapgen.integrations.block import BlockError, MapBlock, refuse
from mapgen.record import record, replace
from mapgen.render.optional_engine import EngineError
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.packages import runnable

_HEAD = re.compile(
    r'<svg [^>]*?width="(?P<width>[\d.]+)(?:mm)?" height="(?P<height>[\d.]+)(?:mm)?"[^>]*>'
    r"<title[^>]*>(?P<title>.*?)</title><desc[^>]*>(?P<story>.*?)</desc>",
    re.DOTALL,
)


@record
class Place:
    """Where a block stands: `name` is what messages call the page, `line` that of the block, from 1, and `head` is it.

    Names in the block start in `folder`. They must not leave the repository or, where there is none, the folder `top`.
    A spec in the page begins in line `start`, where that is not the next one.
    """

    name: str
    line: int
    head: str
    folder: Path
    top: Path
    start: int | None = None


@record
class Picture:
    """A picture of a journey: its contents by suffix, its size in pixels, and what it shows in words."""

    files: Mapping[str, bytes]
    width: float
    height: float
    title: str
    story: str

    @property
    def svg(self) -> bytes:
        """The picture as an SVG file."""
        return self.files[".svg"]


@record
class Drawn:
    """What became of a block: a picture, None where there cannot be one, and what there is to say, by file.

    `files` are those that were read, or that would have been.
    """

    picture: Picture | None
    said: tuple[File, ...]
    files: tuple[Path, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether there is no picture."""
        return self.picture is None

    @property
    def summary(self) -> str:
        """What became of it, in a few words."""
        return "this map cannot be drawn" if self.is_broken else "this map has warnings or notes"

    @property
    def report(self) -> str:
        """What there is to say, for people; "" if there is nothing, and no line end at the end."""
        return REPORTER.report(Report(self.said)).strip("\n")


class _Collector(DiagnosticWriter):
    """Keeps what would be told on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[File] = []

    def write(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
        if diagnostics:
            self.said.append(File(name, text, tuple(diagnostics)))

    def write_at(self, place: Place, *found: Diagnostic) -> None:
        """Keep what is about a block, not about a place in its spec."""
        span = Span(place.line, 1, place.line, 1 + len(place.head))
        text = "\n" * (place.line - 1) + place.head
        self.write(place.name, text, [replace(one, span=one.span or span) for one in found])


class _Observer(DrawObserver):
    def __init__(self, writer: _Collector, place: Place) -> None:
        self._writer = writer
        self._place = place

    def diagnostic_found(self, found: Diagnostic) -> None:
        self._writer.write_at(self._place, found)


class _SettingsError(Exception):
    """The settings are wrong, and that has been told."""


def draw_block(block: MapBlock, text: str, place: Place, formats: Sequence[str] = ("svg",)) -> Drawn:
    """Draw the spec of a block, which is in its file or in `text`; what is wrong with it is in the result.

    The text is without the indentation of the block.
    """
    writer = _Collector()
    files: list[Path] = []
    try:
        path = _path(block, text, place)
        files += [path] if path else []
        return Drawn(_picture(block, (path, text), place, writer, files, formats), tuple(writer.said), tuple(files))
    except BlockError as error:
        writer.write_at(place, *error.diagnostics)
    except (click.UsageError, EngineError) as error:
        if not isinstance(error, ThemeError):
            hint = runnable(error.hint) if isinstance(error, EngineError) else None
            message = error.message if isinstance(error, click.UsageError) else str(error)
            writer.write_at(place, Diagnostic("cannot-draw", message, hint=hint))
    except _SettingsError:
        pass
    return Drawn(None, tuple(writer.said), tuple(files))


def not_drawn(error: BlockError, place: Place) -> Drawn:
    """Return what there is to say of a block whose options are wrong."""
    writer = _Collector()
    writer.write_at(place, *error.diagnostics)
    return Drawn(None, tuple(writer.said))


def _path(block: MapBlock, text: str, place: Place) -> Path | None:
    """Return the file of a block, None where the spec stands in the page; BlockError if it is neither, or both."""
    if block.file is None:
        if text.strip():
            return None
        refuse("the block has no spec", "name one, as in file=checkout.journey.yaml, or write it into the block")
    if text.strip():
        refuse("the block has a spec and names a file too", "remove the option `file`, or empty the block")
    folder, name = (place.top, block.file.lstrip("/")) if block.file.startswith("/") else (place.folder, block.file)
    try:
        return RepositoryFolders(place.top).path_within(folder, name)
    except FileError as error:
        message = f"the file {quoted(block.file)} cannot be used: {error}"
        refuse(message, "name a spec in the same repository, from the folder of the page")


def _picture(  # noqa: PLR0913, PLR0917 - a block, where its spec is, and what is kept of it
    block: MapBlock,
    spec: tuple[Path | None, str],
    place: Place,
    writer: _Collector,
    files: list[Path],
    formats: Sequence[str],
) -> Picture | None:
    path, text = spec
    meant = Spec(path or place.folder / Path(place.name).name)
    settings = _settings(meant.folder, writer)
    read = read_spec(meant, RunLibraries(settings), None if path else _padded(text, place))
    files.extend(Path(library.key) for library in read.checked.libraries)
    writer.write_libraries(read.checked)
    writer.write(_from_here(path) if path else place.name, read.checked.text, read.checked.diagnostics)
    if read.checked.failed:
        return None
    plan = _plan(block, settings, writer, formats)
    return _measured(plan.draw(read, _lay_out(), _Observer(writer, place)), block)


def _padded(text: str, place: Place) -> bytes:
    """Return a spec in a page with as many lines before it, so that messages name the lines of the page."""
    return ("\n" * (place.line if place.start is None else place.start - 1) + text).encode()


def _settings(folder: Path, writer: _Collector) -> Settings:
    settings = load(folder)
    if isinstance(settings, SettingsFault):
        writer.write(settings.name, settings.text, settings.diagnostics)
        raise _SettingsError
    return settings


def _plan(block: MapBlock, settings: Settings, writer: _Collector, formats: Sequence[str]) -> BuildPlan:
    given = {"scenario": block.scenario, "hide": block.hide or None}
    options = merged({**settings.options, "paper": None, "appendix": None}, given)
    views = (block.view,) if block.view else ()
    theme = chosen(block.theme, settings, writer)
    return BuildPlan(settings, STDOUT, tuple(formats), block.lanes, theme, options, views)


def _measured(files: Mapping[str, bytes], block: MapBlock) -> Picture:
    """Return the picture with its size and its words, which are those of the SVG."""
    by_kind = {suffix[suffix.rindex(".") :]: content for suffix, content in files.items()}
    head = _HEAD.match(by_kind[".svg"].decode())
    assert head is not None, "our own SVG begins so"  # noqa: S101 - mypy cannot know
    story = block.alt or unescape(head["story"])
    return Picture(by_kind, float(head["width"]), float(head["height"]), unescape(head["title"]), story)


def _from_here(path: Path) -> str:
    """Return a path from the current folder, where it lies below that."""
    here = Path.cwd()
    return shown(path.relative_to(here) if path.is_relative_to(here) else path)


@cache
def _lay_out() -> Graphviz:
    """Return what asks Graphviz, which is looked for once."""
    return Graphviz()
