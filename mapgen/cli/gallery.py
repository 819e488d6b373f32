"""Rounds of reading -> the pages of a site: the last good map of each spec, and what there is to say of it now."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from mapgen.cli import net, streams
from mapgen.cli.engine import Graphviz
from mapgen.cli.order import Order
from mapgen.cli.rounds import Round
from mapgen.cli.specs import Read, Spec
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.reporter import File
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.preview.listing import Entry, blank, listing
from mapgen.preview.notices import Notice, notices
from mapgen.preview.page import Sheet, news, preview
from mapgen.preview.site import Page, Site
from mapgen.record import record, replace
from mapgen.render.engine import EngineError
from mapgen.render.format import Drawing
from mapgen.render.page.picture import parts

_SUFFIX = ".html"
_TOP = "/"
_GONE = Diagnostic("unreadable-file", "the spec is gone", hint="when it is back, its map is drawn anew")


@record
class _Piece:
    """A map as it was made last, None where it never was, and what there is to say of its spec."""

    title: str
    sheet: Sheet | None = None
    notices: tuple[Notice, ...] = ()


class Gallery:
    """Makes the pages; `single` where there is but one map, which then is what one comes to first."""

    def __init__(self, site: Site, run: str, *, single: bool) -> None:
        """Begin with nothing to show; `run` is a word that nobody can guess."""
        self._site = site
        self._run = run
        self._single = single
        self._pieces: dict[Spec, _Piece] = {}
        self._pages: dict[Spec, Page] = {}
        self._stale: set[Spec] = set()
        self._common: tuple[Notice, ...] = ()
        self._lay_out = Graphviz()

    def take(self, found: Round) -> Iterator[Spec]:
        """Draw what has been read, show each map as soon as it is made, and yield its spec."""
        common = tuple(one for told in found.told for one in _noticed(told))
        if common != self._common:
            self._common = common
            self._stale.update(self._pieces)
        for spec in found.specs:
            if spec not in self._pieces:
                self._hang(spec, _Piece(spec.name))
        for spec in self._pieces.keys() - set(found.specs):
            self._hang(spec, replace(self._pieces[spec], notices=_noticed(File(spec.name, "", (_GONE,)))))
        if not (self._single and found.reads):  # a single map comes at once
            self._show()
        for read in found.reads:
            if found.order and self._draw(read, found.order):
                yield read.spec

    def _draw(self, read: Read, order: Order) -> bool:
        """Draw a map and show it; return whether that could be done."""
        spec, checked = read.spec, read.checked
        before, found, sheet = self._pieces[spec], list(checked.diagnostics), None
        if not checked.failed and checked.journey:
            found += order.empty_lanes([checked.journey])
            try:
                sheet = self._sheet(read, order, found)
            except FileTroubleError as trouble:
                streams.complain("file-trouble", str(trouble))
                found.append(Diagnostic("file-trouble", str(trouble)))
            except Exception as error:  # noqa: BLE001 - the preview goes on, whatever a spec can do to it
                code, message, hint = net.words(error)
                streams.complain(code, message, hint)
                found.append(Diagnostic(code, message, hint=hint))
        title = checked.journey.title if sheet and checked.journey else before.title
        self._hang(spec, _Piece(title, sheet or before.sheet, _noticed(File(spec.name, checked.text, tuple(found)))))
        self._show()
        return sheet is not None

    def _sheet(self, read: Read, order: Order, found: list[Diagnostic]) -> Sheet:
        """Make the page of a map, and add to what was found on the way.

        Its pictures are shown as soon as they are drawn to those who have the page before; others wait for the whole.
        """
        before, drawn = self._pages.get(read.spec), list[tuple[str, ...]]()

        def early(drawing: Drawing) -> None:
            drawn.append(parts(drawing))
            if before:
                told = (*self._common, *_noticed(File(read.spec.name, read.checked.text, tuple(found))))
                words = news(drawn[0], before.version, run=self._run, notices=told, before=before)
                self._site.tell(_TOP if self._single else address(read.spec), words)

        undrawn: list[EngineError] = []
        content = order.draw(read, self._lay_out, undrawn.append, early, found.append)[_SUFFIX].decode()
        found += map(_left_out, undrawn)
        return Sheet(content, drawn[0])

    def _hang(self, spec: Spec, piece: _Piece) -> None:
        self._pieces[spec] = piece
        self._stale.add(spec)

    def _show(self) -> None:
        """Put the pages in the place of those before."""
        for spec in self._stale:
            piece, before = self._pieces[spec], self._pages.get(spec)
            told = (*self._common, *piece.notices)
            self._pages[spec] = preview(
                piece.sheet or Sheet(blank(piece.title)), run=self._run, notices=told, before=before
            )
        self._stale.clear()
        top = next(iter(self._pages.values())) if self._single else self._listed()
        self._site.show({_TOP: top, **{address(spec): page for spec, page in self._pages.items()}})

    def _listed(self) -> Page:
        entries = (
            Entry(quote(address(spec)), piece.title, spec.name, bad=any(_is_bad(one) for one in piece.notices))
            for spec, piece in sorted(self._pieces.items(), key=lambda pair: pair[0].name)
        )
        return preview(Sheet(listing(tuple(entries))), run=self._run, notices=self._common)


def address(spec: Spec) -> str:
    """Return where the map of a spec is found among others: at the path of the spec, from here or from the root."""
    path = os.path.relpath(spec.path or spec.name)
    whole = os.path.abspath(path) if path.startswith(os.pardir) else path  # noqa: PTH100 - `resolve` would follow links
    return "/" + shown(Path(whole)).replace(os.sep, "/").lstrip("/")


def _left_out(error: EngineError) -> Diagnostic:
    """Say that a view is not shown, and why."""
    return Diagnostic("undrawn-view", str(error), severity=Severity.WARNING, hint=error.hint)


def _noticed(told: File) -> tuple[Notice, ...]:
    return tuple(notices(told.name, told.text, told.diagnostics))


def _is_bad(notice: Notice) -> bool:
    return notice["severity"] == "error"
