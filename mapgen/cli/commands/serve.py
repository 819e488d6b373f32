"""`mapgen serve`: specs -> their maps in a browser, made anew with each change."""

import os
import sys
from pathlib import Path
from secrets import token_urlsafe
from threading import Thread

import click

from mapgen.cli import net, streams
from mapgen.cli.choices import names
from mapgen.cli.ending import end_with_ctrl_c
from mapgen.cli.gallery import Gallery
from mapgen.cli.options import merged
from mapgen.cli.order import Order
from mapgen.cli.rounds import Round, Rounds
from mapgen.cli.settings import THEMES
from mapgen.cli.sources import named_specs
from mapgen.cli.specs import Spec
from mapgen.cli.themes import chosen
from mapgen.cli.voice import Voice
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.locking import undisturbed
from mapgen.files.naming import completed
from mapgen.files.trouble import FileTroubleError, reason
from mapgen.lanes import LANES
from mapgen.preview.server import PORT, Server
from mapgen.preview.site import Site

_PORTS = click.IntRange(0, 65_535)


@click.command("serve")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@click.option("--port", type=_PORTS, metavar="PORT", help=f"Port to listen on; 0 for any.  [default: {PORT}, else any]")
@click.option("--no-open", is_flag=True, help="Leave it to you to open a browser.")
@click.option(
    "--lanes",
    callback=names("lane", LANES, free="x-"),
    metavar="LIST",
    help="Lanes to show, in this order, with commas between.  [default: as the spec says]",
)
@click.option(
    "--theme",
    metavar="THEME",
    help=f"The look: {', '.join(THEMES)}, or a file of your own.  [default: as the spec says]",
)
def serve(
    specs: tuple[str, ...], *, port: int | None, no_open: bool, lanes: tuple[str, ...], theme: str | None
) -> None:
    """Show the maps of specs in a browser, and make them anew with each change.

    SPEC is a file, a folder or a pattern; without one, what the settings name, else the specs of this folder. Nothing
    is written, and nothing but this machine can see it. Ctrl-C ends it.
    """

    def commission(voice: Voice) -> tuple[tuple[Spec, ...], Order]:
        meant, settings = named_specs(specs, voice)
        return meant, Order(settings, None, ("html",), lanes, chosen(theme, settings, voice), merged(settings))

    end_with_ctrl_c()
    rounds = iter(Rounds(specs, commission))
    first = next(rounds)
    site = Site()
    server = _listening(site, port)
    single = len(specs) == 1 and first.specs in {
        (Spec(path),) for path in (Path(specs[0]), completed(specs[0], Path()))
    }
    gallery = Gallery(site, token_urlsafe(16), single=single)
    streams.say(f"the preview is at {server.address} until Ctrl-C")
    _show(gallery, first)
    if not no_open and _has_screen():
        Thread(target=_open, args=(server.address,), daemon=True).start()
    for found in rounds:
        _show(gallery, found)


COMMAND = serve


def _show(gallery: Gallery, found: Round) -> None:
    found.tell()
    for spec in gallery.take(found):
        streams.say(f"{path_shown(spec.name)} is drawn")


def _listening(site: Site, port: int | None) -> Server:
    """Return a server that runs; FileTroubleError where the port cannot be had."""
    for number in (PORT, 0) if port is None else (port,):
        try:
            server = Server(site, number, net.catch)
        except OSError as error:
            taken = f"port {number} of this machine cannot be used: {reason(error)}"
            continue
        with undisturbed():  # its threads leave Ctrl-C to the main one
            Thread(target=server.serve_forever, daemon=True).start()
        return server
    raise FileTroubleError(taken)


def _has_screen() -> bool:
    """Return whether a browser would have a window: one that takes over the terminal is not wanted."""
    return sys.platform in {"win32", "darwin"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")))


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
