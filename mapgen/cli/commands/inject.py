"""`mapgen inject`: Markdown files with markers -> the same files with maps between the markers."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import click

from mapgen.build.check import fix_command, stale_outputs
from mapgen.build.discovery import settings_here
from mapgen.build.foreign import ForeignFileError, refuse_foreign
from mapgen.build.inject import Injected, Injector, stale_markers
from mapgen.build.specs import STDIN
from mapgen.diagnostics import REPORTERS
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import counted
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.writing import Output, write
from mapgen.terminal import console
from mapgen.terminal.crash import EXIT_FAILED, EXIT_MISUSE
from mapgen.terminal.diagnostic_output import DiagnosticWriter, output_format


@click.command("inject")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--check", is_flag=True, help="Write nothing; fail if a file or a picture is out of date.")
@click.option("--force", is_flag=True, help="Overwrite pictures that mapgen did not create.")
@output_format
@click.option("-q", "--quiet", is_flag=True, help="Suppress messages about files that were updated.")
def inject(files: tuple[str, ...], *, check: bool, force: bool, output_format: str, quiet: bool) -> int:
    """Put maps into Markdown files, between markers.

    FILE is a Markdown file, or - for standard input, which is printed with its maps. In it, a line
    <!-- mapgen: checkout.journey.yaml view=poster --> and a line <!-- /mapgen --> below it enclose the map of a spec;
    the picture is built as well. All other text is kept. If a marker of any file is wrong, nothing is written.
    """
    if STDIN in files and REPORTERS[output_format].document:
        message = "- cannot be combined with an --output-format that writes to standard output"
        raise click.UsageError(message, click.get_current_context())
    voice = DiagnosticWriter(output_format, fails=Severity.ERROR)
    injector = Injector(settings_here(voice), voice)
    paths = _paths(files)
    found = [injector.inject(path) for path in paths]
    done = [injected for injected in found if injected]
    is_right = len(done) == len(found)
    if is_right and check:
        _tell_stale(done, injector.pictures, voice)
    voice.finish()
    if not is_right:
        return EXIT_MISUSE if any(path and not os.path.lexists(path) for path in paths) else EXIT_FAILED
    if not check:
        _write(done, injector.pictures, force=force)
    if not (quiet or voice.failed or voice.writes_document):
        _say(done, check=check)
    return EXIT_FAILED if voice.failed else 0


COMMAND = inject


def _paths(files: Sequence[str]) -> list[Path | None]:
    """Return the files, each once; None is standard input."""
    return list({os.path.realpath(file): None if file == STDIN else Path(file) for file in reversed(files)}.values())[
        ::-1
    ]


def _tell_stale(done: Sequence[Injected], pictures: Sequence[Output], voice: DiagnosticWriter) -> None:
    """Report markers and pictures that are out of date, with the command that mends them."""
    context, without = click.get_current_context(), {"check", "output_format", "quiet", "force"}
    command, forced = (fix_command(context, without=without, added=added) for added in ((), ("--force",)))
    for injected in done:
        voice.write(injected.name, injected.before.decode(), stale_markers(injected, command))
    for file in stale_outputs(pictures, command, forced):
        voice.write(file.name, file.text, file.diagnostics)


def _write(done: Sequence[Injected], pictures: Sequence[Output], *, force: bool) -> None:
    """Write files and pictures, all or none; who may read and write a file stays."""
    if not force:
        try:
            refuse_foreign(pictures)
        except ForeignFileError as error:
            error.hint = "use `--force` to overwrite what is there"
            raise
    files = [
        Output(one.path, one.after, stat.S_IMODE(one.path.lstat().st_mode)) for one in done if one.path and one.stale
    ]
    write([*pictures, *files])
    for one in done:
        if one.path is None:
            console.write_stdout(one.after)


def _say(done: Sequence[Injected], *, check: bool) -> None:
    """Say what became of each file; standard output belongs to a file that was read from standard input."""
    for one in done:
        if one.path is None:
            continue
        if not one.marked.markers:
            said = "no markers"
        elif one.stale and not check:
            said = f"{counted(len(one.stale), 'map')} updated"
        else:
            said = "up to date"
        if all(other.path for other in done):
            console.echo(f"{path_shown(one.name)}: {said}")
