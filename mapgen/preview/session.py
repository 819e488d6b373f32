"""Watcher of reading -> the pages of a site: the last good map of each spec, and what there is to say of it now."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from mapgen.api import DrawObserver
from mapgen.build.graphviz_cache import Graphviz
from mapgen.build.plan import BuildPlan
from mapgen.build.specs import LoadedSpec, Spec
from mapgen.build.watcher import Rebuild
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.reporter import File
from mapgen.files.errors import FileError, shown
from mapgen.preview.listing import IndexEntry, blank, listing
from mapgen.preview.notices import Notice, notices
from mapgen.preview.page import MadePage, news, preview
from mapgen.preview.site import PreviewPage, Site
from mapgen.record import record, replace
from mapgen.render.drawing import Drawing
from mapgen.render.optional_engine import EngineError
from mapgen.render.page.picture import parts
from mapgen.terminal import console, crash

_SUFFIX = ".html"
_TOP = "/"
_GONE = Diagnostic("unreadable-file", "the spec was deleted", hint="the map is rebuilt when the spec is back")


@record
class _PreviewedMap:
    """A map as it was made last, None where it never was, and what there is to say of its spec."""

    title: str
    sheet: MadePage | None = None
    notices: tuple[Notice, ...] = ()


class _PageObserver(DrawObserver):
    """Keeps the pictures of a map, shows them as soon as they are drawn, and adds to what was `found`."""

    def __init__(self, found: list[Diagnostic], show: Callable[[tuple[str, ...]], None]) -> None:
        self.pictures: tuple[str, ...] = ()
        self._found = found
        self._show = show

    def drawing_started(self, drawing: Drawing) -> None:
        """Show the pictures before the page is made of them."""
        self.pictures = parts(drawing)
        self._show(self.pictures)

    def view_omitted(self, error: EngineError) -> None:
        """Say that a view is not shown, and why."""
        from mapgen.terminal.packages import runnable

        hint = runnable(error.hint)
        self._found.append(Diagnostic("undrawn-view", str(error), severity=Severity.WARNING, hint=hint))

    def diagnostic_found(self, found: Diagnostic) -> None:
        """Show it on top of the page."""
        self._found.append(found)


class PreviewSession:
    """Makes the pages; `single` where there is but one map, which then is what one comes to first."""

    def __init__(self, site: Site, run: str, *, single: bool) -> None:
        """Begin with nothing to show; `run` is a word that nobody can guess."""
        self._site = site
        self._run = run
        self._single = single
        self._pieces: dict[Spec, _PreviewedMap] = {}
        self._pages: dict[Spec, PreviewPage] = {}
        self._stale: set[Spec] = set()
        self._common: tuple[Notice, ...] = ()
        self._lay_out = Graphviz()

    def update(self, found: Rebuild) -> Iterator[Spec]:
        """Draw what has been read, show each map as soon as it is made, and yield its spec."""
        common = tuple(one for told in found.told for one in _noticed(told))
        if common != self._common:
            self._common = common
            self._stale.update(self._pieces)
        for spec in found.specs:
            if spec not in self._pieces:
                self._publish(spec, _PreviewedMap(spec.name))
        for spec in self._pieces.keys() - set(found.specs):
            self._publish(spec, replace(self._pieces[spec], notices=_noticed(File(spec.name, "", (_GONE,)))))
        if not (self._single and found.reads):  # a single map comes at once
            self._show()
        for read in found.reads:
            if found.order and self._draw(read, found.order):
                yield read.spec

    def _draw(self, read: LoadedSpec, order: BuildPlan) -> bool:
        """Draw a map and show it; return whether that could be done."""
        spec, checked = read.spec, read.checked
        before, found, sheet = self._pieces[spec], list(checked.diagnostics), None
        if not checked.failed and checked.journey:
            found += order.empty_lanes([checked.journey])
            try:
                sheet = self._sheet(read, order, found)
            except FileError as trouble:
                console.report_error("file-error", str(trouble))
                found.append(Diagnostic("file-error", str(trouble)))
            except Exception as error:  # noqa: BLE001 - the preview goes on, whatever a spec can do to it
                code, message, hint = crash.describe(error)
                console.report_error(code, message, hint)
                found.append(Diagnostic(code, message, hint=hint))
        title = checked.journey.title if sheet and checked.journey else before.title
        self._publish(spec, _PreviewedMap(title, sheet or before.sheet, _said(read, found)))
        self._show()
        return sheet is not None

    def _sheet(self, read: LoadedSpec, order: BuildPlan, found: list[Diagnostic]) -> MadePage:
        """Make the page of a map, and add to what was found on the way."""
        observer = _PageObserver(found, lambda pictures: self._show_early(read, pictures, found))
        content = order.draw(read, self._lay_out, observer)[_SUFFIX].decode()
        return MadePage(content, observer.pictures)

    def _show_early(self, read: LoadedSpec, pictures: tuple[str, ...], found: Sequence[Diagnostic]) -> None:
        """Show the pictures of a map to those who have the page before; others wait for the whole."""
        before = self._pages.get(read.spec)
        if before:
            told = (*self._common, *_said(read, found))
            words = news(pictures, before.version, run=self._run, notices=told, before=before)
            self._site.tell(_TOP if self._single else address(read.spec), words)

    def _publish(self, spec: Spec, piece: _PreviewedMap) -> None:
        self._pieces[spec] = piece
        self._stale.add(spec)

    def _show(self) -> None:
        """Put the pages in the place of those before."""
        for spec in self._stale:
            piece, before = self._pieces[spec], self._pages.get(spec)
            told = (*self._common, *piece.notices)
            self._pages[spec] = preview(
                piece.sheet or MadePage(blank(piece.title)), run=self._run, notices=told, before=before
            )
        self._stale.clear()
        top = next(iter(self._pages.values())) if self._single else self._listed()
        self._site.show({_TOP: top, **{address(spec): page for spec, page in self._pages.items()}})

    def _listed(self) -> PreviewPage:
        entries = (
            IndexEntry(quote(address(spec)), piece.title, spec.name, bad=any(_is_bad(one) for one in piece.notices))
            for spec, piece in sorted(self._pieces.items(), key=lambda pair: pair[0].name)
        )
        return preview(MadePage(listing(tuple(entries))), run=self._run, notices=self._common)


def address(spec: Spec) -> str:
    """Return where the map of a spec is found among others: at the path of the spec, from here or from the root."""
    path = os.path.relpath(spec.path or spec.name)
    whole = os.path.abspath(path) if path.startswith(os.pardir) else path  # noqa: PTH100 - `resolve` would follow links
    return "/" + shown(Path(whole)).replace(os.sep, "/").lstrip("/")


def _said(read: LoadedSpec, found: Sequence[Diagnostic]) -> tuple[Notice, ...]:
    """Return what there is to say of the libraries of a spec, and what was found in the spec."""
    libraries = (File(one.name, one.text, one.diagnostics) for one in read.checked.libraries)
    files = (*libraries, File(read.spec.name, read.checked.text, tuple(found)))
    return tuple(notice for file in files for notice in _noticed(file))


def _noticed(told: File) -> tuple[Notice, ...]:
    return tuple(notices(told.name, told.text, told.diagnostics))


def _is_bad(notice: Notice) -> bool:
    return notice["severity"] == "error"
