"""A Markdown file with markers -> its new text, and the pictures that it shows; nothing is written."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mapgen.api import DrawObserver
from mapgen.build.graphviz_cache import Graphviz
from mapgen.build.libraries import RunLibraries
from mapgen.build.plan import BuildPlan
from mapgen.build.specs import LoadedSpec, Spec, read_spec
from mapgen.config.drawing_options import merged
from mapgen.config.settings import Settings
from mapgen.config.themes import chosen
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import is_yaml
from mapgen.files.reading import read, read_stdin
from mapgen.files.repository import RepositoryFolders
from mapgen.files.writing import Output
from mapgen.injection import PAINS, MarkedText, MarkerPair, read_markers
from mapgen.record import record, replace
from mapgen.render.optional_engine import EngineError
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.packages import runnable

if TYPE_CHECKING:
    from mapgen.render.drawing import Drawing

_FORMAT = "svg"


@record
class Injected:
    """A Markdown file: its text as it is and as it should be, and which of its markers have other contents now.

    `path` is None for standard input; `marked` has the text as it is.
    """

    path: Path | None
    name: str
    before: bytes
    after: bytes
    marked: MarkedText
    stale: tuple[MarkerPair, ...]


@record
class _Drawn:
    """A view of a spec: what Markdown can be made of, and its picture."""

    drawing: "Drawing"
    output: Output


class _MarkerError(Exception):
    """A marker cannot be followed."""

    def __init__(self, message: str, hint: str | None, code: str = "bad-marker") -> None:
        super().__init__(message)
        self.hint = hint
        self.code = code


class _DrawingKeeper(DrawObserver):
    """Keeps the drawing, and reports what there is to know about the picture of a spec."""

    def __init__(self, voice: DiagnosticWriter, name: str) -> None:
        self._voice = voice
        self._name = name
        self.drawing: Drawing | None = None

    def drawing_started(self, drawing: "Drawing") -> None:
        self.drawing = drawing

    def diagnostic_found(self, found: Diagnostic) -> None:
        self._voice.write(self._name, "", (found,))


class Injector:
    """Fills Markdown files; each spec is read once, and each view of it is drawn once. Messages go to a `voice`."""

    def __init__(self, settings: Settings, voice: DiagnosticWriter) -> None:
        """Start with nothing read; the settings are those by which the specs are built, too."""
        self._voice = voice
        self._plan = BuildPlan(settings, None, (_FORMAT,), (), chosen(None, settings, voice), merged(settings.options))
        self._libraries = RunLibraries(settings)
        self._folders = RepositoryFolders(settings.folder)
        self._lay_out = Graphviz()
        self._reads: dict[Path, LoadedSpec] = {}
        self._drawn: dict[tuple[Path, str], _Drawn] = {}

    @property
    def pictures(self) -> list[Output]:
        """The pictures of all markers so far."""
        return [drawn.output for drawn in self._drawn.values()]

    def inject(self, path: Path | None) -> Injected | None:
        """Return a file with its maps, or None after an error was reported."""
        name = shown(path) if path else "<stdin>"
        try:
            before = read(path, follow=False) if path else read_stdin()
            text = before.decode()
        except (FileError, UnicodeDecodeError) as trouble:
            why = trouble if isinstance(trouble, FileError) else "it is not UTF-8 text"
            hint = "name Markdown files, such as docs/*.md" if path and path.is_dir() else None
            self._voice.write(name, "", (Diagnostic("unreadable-file", f"the file cannot be read: {why}", hint=hint),))
            return None
        marked = read_markers(text)
        folder = Path(os.path.realpath(path.parent if path else Path()))
        found = list(marked.diagnostics)
        contents = []
        for marker in marked.markers:
            try:
                parts = tuple(self._parts(marker, folder))
                contents.append(marked.expected(marker, parts))
            except _MarkerError as error:
                found.append(Diagnostic(error.code, str(error), span=marked.span(marker), hint=error.hint))
        if found:
            self._voice.write(name, text, sorted(found, key=lambda one: one.span.line if one.span else 0))
            return None
        pairs = zip(marked.markers, contents, strict=True)
        stale = tuple(marker for marker, content in pairs if marked.content(marker) != content)
        return Injected(path, name, before, marked.filled(contents).encode(), marked, stale)

    def _parts(self, marker: MarkerPair, folder: Path) -> Iterator[str]:
        """Yield what belongs between a pair of markers: the picture, then the tables."""
        from mapgen.render.formats.md import MarkdownWriter
        from mapgen.render.markdown import Markdown
        from mapgen.render.pain_summary import pain_summary
        from mapgen.words import Words

        drawn = self._draw(self._path(marker, folder), marker.view)
        drawing = drawn.drawing
        writer = MarkdownWriter(Markdown(), Words(drawing.map.language), marker.level - 1)
        pains = pain_summary(drawing.journey, drawing.analysis) if PAINS in marker.tables else None
        yield writer.picture(drawing.map, marker.view, _address(drawn.output.path, folder), marker.alt)
        yield from writer.excerpt(drawing.map, pains, marker.tables)

    def _path(self, marker: MarkerPair, folder: Path) -> Path:
        """Return the file of a spec, from the current folder where it is below that."""
        try:
            path = self._folders.path_within(folder, marker.file)
        except FileError as error:
            hint = "name a spec in the same repository, from the folder of this file"
            message = f"the spec {quoted(marker.file)} cannot be used: {error}"
            raise _MarkerError(message, hint) from error
        here = Path(os.path.realpath(Path()))
        near = path.relative_to(here) if path.is_relative_to(here) else path
        if not os.path.lexists(path):
            hint = _suggested(marker.file, folder) or "name a spec from the folder of this file"
            message = f"the spec {quoted(marker.file)} does not exist"
            raise _MarkerError(message, hint)
        return near

    def _draw(self, path: Path, view: str) -> _Drawn:
        """Return a view of a spec."""
        if (path, view) in self._drawn:
            return self._drawn[path, view]
        loaded = self._read(path)
        if loaded.spec.is_library:
            message = f"{quoted(loaded.spec.name)} is a library, which has no map"
            raise _MarkerError(message, "name a spec that uses it")
        if loaded.checked.failed or not loaded.checked.journey:
            message = f"the spec {quoted(loaded.spec.name)} has errors"
            raise _MarkerError(message, "correct the errors that are reported for the spec")
        observer = _DrawingKeeper(self._voice, loaded.spec.name)
        plan = replace(self._plan, views=(view,))
        try:
            outputs = plan.outputs(loaded.spec, plan.draw(loaded, self._lay_out, observer))
        except EngineError as error:
            message = f"the view {view} cannot be drawn: {error}"
            raise _MarkerError(message, runnable(error.hint), "cannot-draw") from error
        assert observer.drawing is not None, "each drawing is observed"  # noqa: S101 - mypy cannot know
        self._drawn[path, view] = _Drawn(observer.drawing, outputs[0])
        return self._drawn[path, view]

    def _read(self, path: Path) -> LoadedSpec:
        """Return a spec, and report its diagnostics the first time."""
        if path not in self._reads:
            loaded = self._reads[path] = read_spec(Spec(path), self._libraries)
            self._voice.write_libraries(loaded.checked)
            self._voice.write(loaded.spec.name, loaded.checked.text, loaded.checked.diagnostics)
        return self._reads[path]


def stale_markers(injected: Injected, command: str) -> Sequence[Diagnostic]:
    """Return a diagnostic for each pair of markers with other contents than they should have; `command` mends it."""
    return [
        Diagnostic(
            "stale-marker",
            f"the map of {quoted(marker.file)} below this marker is out of date",
            span=injected.marked.span(marker),
            hint=f"run `{command}`",
        )
        for marker in injected.stale
    ]


def _address(picture: Path, folder: Path) -> str:
    """Return the address of a picture from the folder of a Markdown file."""
    there = Path(os.path.realpath(picture.parent)) / picture.name
    try:
        return Path(os.path.relpath(there, folder)).as_posix()
    except ValueError as error:
        message = f"the picture {quoted(shown(picture))} is on another drive"
        raise _MarkerError(message, "change the setting `output`") from error


def _suggested(name: str, folder: Path) -> str | None:
    """Return a hint for a spec that does not exist, with names as they are written in the Markdown file."""
    path = folder / name
    try:
        known = [one.name for one in path.parent.iterdir() if is_yaml(one)]
    except OSError:
        return None
    near = nearest(path.name, sorted(known))
    return f"did you mean {quoted(Path(name).with_name(near).as_posix())}?" if near else None
