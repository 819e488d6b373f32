"""`mapgen import`: a file of another tool -> a spec, and what was dropped, guessed or looks wrong on the way."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from mapgen.api import Checked, check
from mapgen.build.specs import STDIN
from mapgen.cli.import_options import ACTORS, Wishes, options_for
from mapgen.cli.spec_path import ENDING, spec_path
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import counted, quoted
from mapgen.diagnostics.terminal import path_shown, visible
from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read, read_stdin
from mapgen.files.writing import Output, write
from mapgen.importers import IMPORTERS
from mapgen.importers.detection import detect, suffixes
from mapgen.importers.finishing import STDIN as STDIN_NAME
from mapgen.importers.finishing import finish
from mapgen.importers.importer import Imported, ImportFile, failed
from mapgen.record import record
from mapgen.terminal import console
from mapgen.terminal.crash import EXIT_FAILED, internal_error
from mapgen.terminal.diagnostic_output import DiagnosticWriter
from mapgen.terminal.misuse import MisuseError

MAX_SIZE = 20_000_000
"""The largest file that is imported, in bytes."""


@record
class _Wanted:
    """Where the spec goes: a file, None for standard output; whether it may replace one, and whether it is written."""

    path: Path | None
    force: bool
    dry_run: bool
    quiet: bool


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="SPEC", help="Spec to write.  [default: standard output]")
@click.option("--from", "kind", type=click.Choice(list(IMPORTERS)), help="Format of FILE.  [default: detected]")
@click.option("--title", metavar="TEXT", help="Title of the journey.  [default: from FILE or its name]")
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="Say what a column of a table is, such as Mood=emotion or Notes=ignore; repeatable.",
)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook, by name or number.  [default: the first visible]")
@click.option(
    "--fence",
    type=click.IntRange(1),
    metavar="N",
    help="Read only the Nth Mermaid journey of a Markdown file.  [default: all]",
)
@click.option(
    "--actors", type=click.Choice(ACTORS), help="What the actors of a Mermaid journey are.  [default: personas]"
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what each part of FILE becomes.")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@click.option("-q", "--quiet", is_flag=True, help="Suppress messages other than problems.")
def import_(  # noqa: PLR0913 - one parameter an option
    file: str,
    *,
    output: str | None,
    kind: str | None,
    title: str | None,
    columns: tuple[str, ...],
    sheet: str | None,
    fence: int | None,
    actors: str | None,
    dry_run: bool,
    force: bool,
    quiet: bool,
) -> int:
    """Make a spec from a table, a diagram or a page.

    FILE is a table (.csv, .tsv, .xlsx) with a row for each touchpoint or the stages side by side, a Mermaid journey
    (.mmd, or in .md), a Markdown page with a table or lists (.md), a journey map of DGMO (.dgmo), JSON of mapgen
    (.json), or - for standard input. What cannot be kept, was guessed or looks wrong is reported with its place.
    """
    document = _document(file)
    kind = kind or (detect(document) if document.data.strip() else None)
    imported = _imported(kind, document, Wishes(columns, sheet, fence, actors))
    name = document.name or STDIN_NAME
    path = None if output in {None, STDIN} else spec_path(str(output), _in_folder(document))
    return _finish(imported, kind or "", name, title, _Wanted(path, force, dry_run, quiet))


COMMAND = import_


def _document(file: str) -> ImportFile:
    if file == STDIN:
        return ImportFile("", read_stdin(limit=MAX_SIZE))
    path = Path(file)
    try:
        return ImportFile(shown(path), read(path, limit=MAX_SIZE))
    except FileError as error:
        if os.path.lexists(path):
            message = f"{shown(path)} cannot be read: {error}"
            raise FileError(message) from error
        message = f"{quoted(shown(path))}: {error}"
        raise MisuseError(message) from error


def _in_folder(document: ImportFile) -> str:
    """Return the name of the spec in a folder that was named as output."""
    return f"{Path(document.name).stem}{ENDING}" if document.name else "journey.yaml"


def _imported(kind: str | None, document: ImportFile, wishes: Wishes) -> Imported:
    if not document.data.strip():
        return failed("the file is empty")
    if kind is None:
        return failed("the format of the file is not known", f"name it with `--from`; known files end in {suffixes()}")
    importer = IMPORTERS[kind]
    options = options_for(kind, importer, wishes)
    try:
        return importer.read(document, options)
    except Exception as error:  # noqa: BLE001 - a fault of ours is told like one of the file
        return Imported(None, (internal_error(error),))


def _finish(imported: Imported, kind: str, name: str, title: str | None, wanted: _Wanted) -> int:
    """Report what there is to say, write the spec, and return the exit code."""
    voice = DiagnosticWriter(fails=Severity.ERROR)
    if imported.spec is None:
        voice.write(name, imported.text, imported.remarks)
        return EXIT_FAILED
    text, told = finish(imported, name, title)
    voice.write(name, imported.text, (*imported.remarks, *told))
    spec = shown(wanted.path) if wanted.path else "<stdout>"
    checked = check(text, name=spec)
    voice.write(spec, text, checked.diagnostics)
    if wanted.dry_run:
        console.echo("\n".join(_mapping(imported, kind, name, checked)))
    elif not voice.failed:
        _write(text, checked, wanted)
    return EXIT_FAILED if voice.failed else 0


def _mapping(imported: Imported, kind: str, name: str, checked: Checked) -> Iterator[str]:
    """Yield lines that say what each part of the file becomes."""
    yield f"{path_shown(name)}: {kind}, {_counts(checked)}"
    width = max((len(visible(part)) for part, _ in imported.mapping), default=0)
    yield from (f"  {visible(part):<{width}}  {visible(meaning)}" for part, meaning in imported.mapping)


def _counts(checked: Checked) -> str:
    journey = checked.journey
    stages = len(journey.stages) if journey else 0
    return (
        f"{counted(stages, 'stage')}, {counted(sum(1 for _ in journey.touchpoints()) if journey else 0, 'touchpoint')}"
    )


def _write(text: str, checked: Checked, wanted: _Wanted) -> None:
    if wanted.path is None:
        console.write_stdout(text.encode())
        return
    if os.path.lexists(wanted.path) and not wanted.force:
        error = FileError(f"{shown(wanted.path)} exists; nothing was written")
        error.hint = "use `--force` to overwrite it, or `-o` to write to another file"
        raise error
    write([Output(wanted.path, text.encode())])
    if not wanted.quiet:
        name = path_shown(shown(wanted.path))
        console.echo(f"{name} created ({_counts(checked)}); next: mapgen build {name}")
