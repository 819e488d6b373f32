"""`mapgen merge-driver`: what git calls to merge two versions of a spec."""

from collections.abc import Sequence
from pathlib import Path

import click

from mapgen.diagnostics.phrases import quoted
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.errors import FileError
from mapgen.files.reading import read
from mapgen.files.writing import Output, write
from mapgen.merge import MARKER, merge
from mapgen.terminal import console
from mapgen.terminal.crash import EXIT_FAILED
from mapgen.vcs.git import GitError, merge_lines

_SIZES = click.IntRange(1, 1_000)


@click.command("merge-driver", short_help="Merge two versions of a spec, as a git merge driver.")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.argument("path", required=False)
@click.option(
    "--marker-size",
    type=_SIZES,
    default=MARKER,
    metavar="N",
    help=f"Length of conflict markers.  [default: {MARKER}]",
)
def merge_driver(base: str, ours: str, theirs: str, *, path: str | None, marker_size: int) -> int:
    """Merge OURS and THEIRS, two versions of the spec BASE, into OURS. Git calls this for PATH.

    Stages, touchpoints and everything else with an id are merged one by one; only what both sides changed becomes a
    conflict. A spec that is not valid YAML is merged line by line, as git does. Of two snapshots, the newer is taken.
    """
    versions = [_version(name) for name in (base, ours, theirs)]
    if (
        versions[1].lstrip()[:1] == versions[2].lstrip()[:1] == b"{"
        and (code := _snapshots(versions, ours)) is not None
    ):
        return code
    merged = merge(*versions, marker=marker_size)
    name = quoted(path or ours)
    if merged is None:
        console.write_stderr(f"{path_shown(path or ours)}: merged line by line, because it is not valid YAML\n")
        try:
            text, conflicts = merge_lines(Path(base), Path(ours), Path(theirs), marker=marker_size)
        except GitError as trouble:
            raise FileError(str(trouble)) from trouble
        write([Output(Path(ours), text)])
        return EXIT_FAILED if conflicts else 0
    write([Output(Path(ours), merged.text.encode())])
    if merged.conflicts:
        count = "1 conflict" if merged.conflicts == 1 else f"{merged.conflicts} conflicts"
        console.report_error("conflict", f"{count} in {name}", "edit the conflicting lines and remove the markers")
    return EXIT_FAILED if merged.conflicts else 0


COMMAND = merge_driver


def _snapshots(versions: Sequence[bytes], ours: str) -> int | None:
    """Write the newer of two snapshots and return the exit code; None for other files, and where none can be read."""
    from mapgen.observe.merging import is_snapshot, newer

    chosen = newer(*versions[1:]) if all(map(is_snapshot, versions[1:])) else None
    if chosen is None:
        return None
    write([Output(Path(ours), chosen)])
    return 0


def _version(path: str) -> bytes:
    try:
        return read(Path(path))
    except FileError as trouble:
        message = f"{quoted(path)} cannot be read: {trouble}"
        raise FileError(message) from trouble
