"""`mapgen observe --accept`: what was observed is written into the spec."""

import stat
from pathlib import Path

from mapgen.api import Accepted, accept
from mapgen.build.specs import LoadedSpec
from mapgen.cli.shown_changes import show_changes
from mapgen.diagnostics.phrases import counted, listed
from mapgen.files.errors import shown
from mapgen.files.reading import read
from mapgen.files.writing import Output, write
from mapgen.formatting import FormattingError
from mapgen.terminal import console
from mapgen.terminal.crash import EXIT_FAILED
from mapgen.terminal.misuse import MisuseError


def accept_observed(loaded: LoadedSpec, *, diff: bool) -> int:
    """Write the observed shares, volumes and metrics into a spec, or print what would change; return the exit code.

    MisuseError where the spec is no file, or has no snapshot.
    """
    path, source, journey = loaded.spec.path, loaded.checked.source, loaded.checked.journey
    if path is None or source is None or journey is None:
        message = "`--accept` writes into the spec, which must be a file"
        raise MisuseError(message, "name the file of the spec")
    try:
        found = accept(source, journey)
    except FormattingError as error:
        hint = "please report it with the spec, which was not changed"
        console.report_error("internal-error", f"{shown(path)}: {error}", hint)
        return EXIT_FAILED
    if found is None:
        message = "there is no snapshot beside the spec to accept"
        raise MisuseError(message, "run `mapgen observe` with `--from` first")
    before, after = read(path, follow=False), found.text.encode()
    if diff:
        if before != after:
            show_changes(loaded.spec.name, before, after)
        return 0
    if before != after:
        write([Output(path, after, stat.S_IMODE(path.lstat().st_mode))])
    console.echo(_told(path, found))
    return 0


def _told(path: Path, found: Accepted) -> str:
    numbers = ((found.shares, "share"), (found.volumes, "volume"), (found.metrics, "metric"))
    parts = [counted(number, noun) for number, noun in numbers if number]
    return (
        f"{shown(path)}: {listed(parts, joint='and')} as observed" if parts else f"{shown(path)}: as observed already"
    )
