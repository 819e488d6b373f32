"""`mapgen merge-driver`: what git calls to merge two versions of a spec."""

from pathlib import Path

import click

from mapgen.cli import streams
from mapgen.cli.net import FAILED
from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.reading import read
from mapgen.files.trouble import FileTroubleError
from mapgen.files.writing import Output, write
from mapgen.git import GitTroubleError, merge_lines
from mapgen.merge import MARKER, merge

_SIZES = click.IntRange(1, 1_000)


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
        try:
            text, conflicts = merge_lines(Path(base), Path(ours), Path(theirs), marker=marker_size)
        except GitTroubleError as trouble:
            raise FileTroubleError(str(trouble)) from trouble
        write([Output(Path(ours), text)])
        return FAILED if conflicts else 0
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
