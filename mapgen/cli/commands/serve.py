"""`mapgen serve`: specs -> their maps in a browser, made anew with each change."""

import os
import sys
from pathlib import Path
from secrets import token_urlsafe
from threading import Thread

import click

from mapgen.build.discovery import named_specs
from mapgen.build.plan import BuildPlan
from mapgen.build.specs import Spec
from mapgen.build.watcher import Rebuild, Watcher
from mapgen.config.drawing_options import merged
from mapgen.config.settings import THEMES
from mapgen.config.themes import chosen
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.errors import FileError, describe_oserror
from mapgen.files.locking import undisturbed
from mapgen.files.naming import completed
from mapgen.lanes import LANES
from mapgen.preview.server import PORT, Server
from mapgen.preview.session import PreviewSession
from mapgen.preview.site import Site
from mapgen.render.options import PARTS
from mapgen.terminal import console, crash
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.options import comma_list
from mapgen.terminal.signals import exit_on_interrupt

_PORTS = click.IntRange(0, 65_535)


@click.command("serve")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@click.option(
    "--port",
    type=_PORTS,
    metavar="PORT",
    help=f"Port to listen on; 0 picks a free port.  [default: {PORT}, or a free port]",
)
@click.option("--no-open", is_flag=True, help="Don't open a browser.")
@click.option(
    "--lanes",
    callback=comma_list("lane", LANES, free="x-"),
    metavar="LIST",
    help="Comma-separated lanes, in the order to show.  [default: from the spec]",
)
@click.option(
    "--hide",
    callback=comma_list("part", PARTS),
    metavar="LIST",
    help=f"Comma-separated parts to leave out of the poster and the map: {', '.join(PARTS)}.",
)
@click.option(
    "--theme",
    metavar="THEME",
    help=f"Theme: {', '.join(THEMES)}, or a theme file.  [default: from the spec]",
)
def serve(  # noqa: PLR0913 - one parameter an option
    specs: tuple[str, ...],
    *,
    port: int | None,
    no_open: bool,
    lanes: tuple[str, ...],
    hide: tuple[str, ...],
    theme: str | None,
) -> None:
    """Preview maps in a browser, and rebuild them on every change.

    SPEC is a file, a folder or a pattern. Default: the specs from the settings, or those in the current folder. No
    files are written. The server listens on localhost only; press Ctrl-C to stop it.
    """

    def commission(voice: DiagnosticWriter) -> tuple[tuple[Spec, ...], BuildPlan]:
        meant, settings = named_specs(specs, voice)
        options = merged(settings.options, {"hide": hide or None})
        return meant, BuildPlan(settings, None, ("html",), lanes, chosen(theme, settings, voice), options)

    exit_on_interrupt()
    rounds = iter(Watcher(specs, commission))
    first = next(rounds)
    site = Site()
    server = _listening(site, port)
    single = len(specs) == 1 and first.specs in {
        (Spec(path),) for path in (Path(specs[0]), completed(specs[0], Path()))
    }
    gallery = PreviewSession(site, token_urlsafe(16), single=single)
    console.echo(f"preview at {server.address}; press Ctrl-C to stop")
    _show(gallery, first)
    if not no_open and _has_screen():
        Thread(target=_open, args=(server.address,), daemon=True).start()
    for found in rounds:
        _show(gallery, found)


COMMAND = serve


def _show(gallery: PreviewSession, found: Rebuild) -> None:
    found.tell()
    for spec in gallery.update(found):
        console.echo(f"{path_shown(spec.name)} built")


def _listening(site: Site, port: int | None) -> Server:
    """Return a server that runs; FileError where the port cannot be had."""
    for number in (PORT, 0) if port is None else (port,):
        try:
            server = Server(site, number, crash.handle_exceptions)
        except OSError as error:
            taken = f"cannot listen on port {number}: {describe_oserror(error)}"
            continue
        with undisturbed():  # its threads leave Ctrl-C to the main one
            Thread(target=server.serve_forever, daemon=True).start()
        return server
    raise FileError(taken)


def _has_screen() -> bool:
    """Return whether a browser would have a window: one that takes over the terminal is not wanted."""
    return sys.platform in {"win32", "darwin"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
