"""`mapgen merge-driver`: what git calls to merge two versions of a spec."""

import subprocess
from pathlib import Path

import click

from mapgen.cli import streams
from mapgen.cli.net import FAILED
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.reading import read
from mapgen.files.trouble import FileTroubleError
from mapgen.files.writing import Output, write
from mapgen.merge import MARKER, merge

_SIZES = click.IntRange(1, 1_000)
_PATIENCE = 60  # seconds for git to merge two texts


@click.command("merge-driver", short_help="Merge two versions of a spec, as git's merge driver.")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.argument("path", required=False)
@click.option(
    "--marker-size",
    type=_SIZES,
    default=MARKER,
    metavar="N",
    help=f"Signs of a conflict's marker.  [default: {MARKER}]",
)
def merge_driver(base: str, ours: str, theirs: str, *, path: str | None, marker_size: int) -> int:
    """Merge OURS and THEIRS, two versions of the spec BASE, into OURS; for git, which calls it for PATH.

    Stages, touchpoints and all else that has an id are merged one by one: only what both sides changed is left as a
    conflict. A spec that cannot be read is merged line by line, as git does.
    """
    merged = merge(*map(_version, (base, ours, theirs)), marker=marker_size)
    name = quoted(path or ours)
    if merged is None:
        streams.tell(f"{path_shown(path or ours)}: merged line by line, since it could not be read as YAML\n")
        return _line_by_line(base, ours, theirs, marker_size)
    write([Output(Path(ours), merged.text.encode())])
    if merged.conflicts:
        count = "1 conflict" if merged.conflicts == 1 else f"{merged.conflicts} conflicts"
        streams.complain("conflict", f"{count} in {name}", "choose between the lines, and remove the markers")
    return FAILED if merged.conflicts else 0


COMMAND = merge_driver


def _version(path: str) -> bytes:
    try:
        return read(Path(path))
    except FileTroubleError as trouble:
        message = f"{quoted(path)} cannot be read: {trouble}"
        raise FileTroubleError(message) from trouble


def _line_by_line(base: str, ours: str, theirs: str, marker: int) -> int:
    """Let git merge the lines."""
    names = ("-L", "ours", "-L", "base", "-L", "theirs")
    files = [str(Path(version).absolute()) for version in (ours, base, theirs)]
    command = ["git", "merge-file", "-q", f"--marker-size={marker}", *names, "--", *files]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=_PATIENCE, check=False)  # noqa: S603 - fixed words and paths
    except (OSError, subprocess.TimeoutExpired) as error:
        message = "git, which merges what is no YAML, did not answer"
        raise FileTroubleError(message) from error
    return FAILED if done.returncode else 0
