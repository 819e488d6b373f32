"""What a person named, watched -> a round of reading for the beginning, and one for each change.

A map is as new as its last save: a round comes as soon as something has changed. Only where it brings bad news the
files are given a moment, since an editor may be halfway through saving them.
"""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from mapgen import resources
from mapgen.build.audit import FILE as BASELINE
from mapgen.build.discovery import search
from mapgen.build.libraries import RunLibraries
from mapgen.build.plan import BuildPlan
from mapgen.build.specs import LoadedSpec, Spec, evidence_folder, read_spec
from mapgen.config.settings import Settings, places
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.reporter import File
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.errors import FileError, shown
from mapgen.files.naming import suggestion
from mapgen.files.polling import Stamp, stamps, wait
from mapgen.files.snapshots import snapshot_path
from mapgen.record import record
from mapgen.render.theme_file import theme
from mapgen.terminal import console
from mapgen.terminal.diagnostic_output import FULL, DiagnosticWriter
from mapgen.terminal.misuse import MisuseError

_SEARCH = 0.5  # seconds between two searches for new specs, at least
_SHARE = 20  # at most one part in so many of the time is spent on searching
_MOMENT = 0.1  # seconds within which an editor that is saving goes on with it

Seen = dict[Path, Stamp]
"""The state in which each file was when it was read."""

PlanFactory = Callable[[DiagnosticWriter], tuple[tuple[Spec, ...], BuildPlan]]
"""Finds out which specs are meant and what is ordered of them; raises what a command may raise."""


@record
class Rebuild:
    """What has changed, read and ready to be drawn.

    `specs` are all that are meant now, `reads` those that are new, have changed, or need something that has, `gone`
    those that are meant no more. `told` is what there is to say of settings and theme; where they cannot be followed
    there is no `order`, and nothing is read.
    """

    specs: tuple[Spec, ...] = ()
    reads: tuple[LoadedSpec, ...] = ()
    told: tuple[File, ...] = ()
    order: BuildPlan | None = None
    gone: tuple[Spec, ...] = ()

    @property
    def is_bad(self) -> bool:
        """Whether something stands in the way of a map."""
        return self.order is None or any(read.checked.failed for read in self.reads)

    def tell(self, reporter: str = FULL) -> None:
        """Say to standard error what there is to say, in the way of a reporter for people."""
        voice = DiagnosticWriter(reporter)
        for told in self.told:
            if told.name:
                voice.write(told.name, told.text, told.diagnostics)
            else:
                for one in told.diagnostics:
                    console.report_error(one.code, one.message, one.hint)
        for read in self.reads:
            voice.write_libraries(read.checked)
            voice.write(read.spec.name, read.checked.text, read.checked.diagnostics)
        voice.finish()
        for spec in self.gone:
            console.write_stderr(f"{path_shown(spec.name)} was deleted; its map is kept\n")


class _DiagnosticRecorder(DiagnosticWriter):
    """A voice that keeps what it is to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[File] = []

    def write(self, name: str, text: str, diagnostics: Iterable[Diagnostic]) -> None:
        if found := tuple(diagnostics):
            self.told.append(File(name, text, found))


class Watcher:
    """The rounds, without an end; the first raises what keeps it from coming about."""

    def __init__(self, names: tuple[str, ...], commission: PlanFactory) -> None:
        """Take what was named on the command line, and what finds out what is meant by that."""
        self._names = names
        self._commission = commission
        self._last = Rebuild()
        self._settings = Settings()
        self._found: tuple[Spec, ...] | str = ()
        self._common = frozenset(_common())
        self._own: dict[Spec, frozenset[Path]] = {}
        self._seen: Seen = {}

    def __iter__(self) -> Iterator[Rebuild]:
        """Yield a round now, and one after each change."""
        yield self._first()
        while True:
            since = self._changes()
            found = self._round(since)
            while found.is_bad and (more := wait(self._seen, patience=_MOMENT)):
                since |= more
                found = self._round(since)
            yield found

    def _first(self) -> Rebuild:
        self._look(frozenset())
        recorder = _DiagnosticRecorder()
        specs, order = self._commission(recorder)
        if any(spec.path is None for spec in specs):
            message = "standard input cannot be watched; give a file or a folder"
            raise click.UsageError(message, click.get_current_context(silent=True))
        missing = next((spec.path for spec in specs if spec.path and spec.is_missing), None)
        if missing:
            message = f"{shown(missing)} cannot be read: no such file"
            raise MisuseError(message, suggestion(missing))
        return self._read(specs, order, recorder.told, frozenset())

    def _changes(self) -> frozenset[Path]:
        """Wait until something changes, and return what; nothing where specs have come or gone."""
        pause, untidy = _SEARCH, True
        while True:
            found = wait(self._seen, patience=pause)
            if found:
                return found
            start = time.monotonic()
            if untidy:
                gc.collect()  # a run does without, being short; this one is not, and nobody waits for anything now
                untidy = False
            if self._search() != self._found:
                return frozenset()
            pause = max(_SEARCH, _SHARE * (time.monotonic() - start))

    def _search(self) -> tuple[Spec, ...] | str:
        try:
            return search(self._names, self._settings)
        except (click.UsageError, FileError) as trouble:
            return str(trouble)

    def _round(self, since: frozenset[Path]) -> Rebuild:
        """Read what is concerned by the paths that have changed."""
        since = self._look(since)
        there = since and not since & self._common and all(self._seen.get(path) for path in since)
        if self._last.order and there:
            return self._read(self._last.specs, self._last.order, (), since)
        theme.cache_clear()  # it was read from files that may be other ones now
        recorder = _DiagnosticRecorder()
        try:
            specs, order = self._commission(recorder)
        except (click.UsageError, FileError) as error:
            return self._trouble(error, recorder.told)
        return self._read(specs, order, recorder.told, since)

    def _look(self, since: frozenset[Path]) -> frozenset[Path]:
        """See in which state everything is before it is read; return what has changed, with what was known to."""
        now = stamps(self._common.union(*self._own.values()))
        since |= {path for path, stamp in now.items() if path in self._seen and self._seen[path] != stamp}
        self._seen = now
        return since

    def _read(self, specs: tuple[Spec, ...], order: BuildPlan, told: Sequence[File], since: frozenset[Path]) -> Rebuild:
        """Read the specs that are new or concerned; watch from now on what they and the order need."""
        everything, libraries = bool(since & self._common), RunLibraries(order.settings)
        concerned = (spec for spec in specs if everything or spec not in self._own or self._own[spec] & since)
        reads = tuple(read_spec(spec, libraries) for spec in concerned)
        kept = {spec: self._own[spec] for spec in specs if spec in self._own}
        self._own = kept | {read.spec: frozenset(_needs(read)) for read in reads}
        self._common = frozenset((*_common(), *order.choice.files, order.settings.folder / BASELINE))
        self._settings = order.settings
        self._found = specs
        gone = tuple(spec for spec in self._last.specs if spec not in specs)
        return self._watched(Rebuild(specs, reads, tuple(told), order, gone))

    def _trouble(self, error: click.UsageError | FileError, told: Sequence[File]) -> Rebuild:
        """Report why nothing can be read; whatever is mended, everything is read again."""
        code = "usage" if isinstance(error, click.UsageError) else "file-error"
        message = error.format_message() if isinstance(error, click.UsageError) else str(error)
        said = File("", "", (Diagnostic(code, message),))
        self._own = {}
        self._common |= {Path(one.name) for one in told}
        self._found = self._search()
        return self._watched(Rebuild(self._last.specs, told=(*told, said)))

    def _watched(self, found: Rebuild) -> Rebuild:
        paths = self._common.union(*self._own.values())
        self._seen = {path: self._seen[path] for path in paths & self._seen.keys()} | stamps(paths - self._seen.keys())
        self._last = found
        return found


def _common() -> Iterator[Path]:
    """Yield the files that all maps need: where settings may stand, and what comes with mapgen."""
    yield from places(Path())
    yield from map(Path, resources.template_files())


def _needs(read: LoadedSpec) -> Iterator[Path]:
    """Yield the files that a map is made of, whether they are there or not."""
    if read.spec.path:
        yield read.spec.path
        yield snapshot_path(read.spec.path)
    if read.checked.use:
        yield from map(Path, read.checked.use.keys())
    for image in (*read.checked.photos(), *read.checked.images()):
        src = Path(image.src)
        if not src.is_absolute() and ".." not in src.parts:  # others are never read
            yield read.spec.folder / src
    if read.checked.journey:
        for piece in read.checked.journey.evidence:
            folder = evidence_folder(read.spec, read.checked, piece)
            yield from (folder / source for source in piece.text_files if not Path(source).is_absolute())
