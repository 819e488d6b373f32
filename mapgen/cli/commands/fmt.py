"""`mapgen fmt`: specs -> the same specs in one order and layout."""

import stat
from pathlib import Path

import click

from mapgen.build.discovery import report_nothing_to_check, specs_to_check
from mapgen.build.specs import Spec, failure
from mapgen.cli.shown_changes import show_changes
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.terminal import path_shown
from mapgen.files.errors import FileError
from mapgen.files.naming import suggestion
from mapgen.files.reading import read, read_stdin
from mapgen.files.writing import Output, write
from mapgen.formatting import FormattingError, formatted
from mapgen.record import record
from mapgen.terminal import console
from mapgen.terminal.crash import internal_error
from mapgen.terminal.diagnostic_output import DiagnosticWriter


@record
class _Result:
    """A spec, its bytes as they are, and as they should be; None if it cannot be formatted."""

    spec: Spec
    before: bytes = b""
    after: bytes | None = None

    @property
    def changes(self) -> bool:
        """Whether there is something to do."""
        return self.after not in {None, self.before}


@click.command("fmt")
@click.argument("specs", nargs=-1, metavar="[SPEC]...")
@click.option("--check", is_flag=True, help="Write nothing; fail if a spec is not formatted.")
@click.option("--diff", is_flag=True, help="Write nothing; print a diff, and fail if a spec is not formatted.")
@click.option("-q", "--quiet", is_flag=True, help="Suppress messages.")
def fmt(specs: tuple[str, ...], *, check: bool, diff: bool, quiet: bool) -> int:
    """Format specs: one key order, one layout; comments are kept.

    SPEC is a file, a folder, a pattern, or - to format standard input to standard output. Default: the specs from the
    settings. Libraries are formatted too. The meaning of a spec does not change; a file that is not valid YAML is left
    unchanged.
    """
    voice = DiagnosticWriter()
    meant, _, empty = specs_to_check(specs, voice, libraries=True)
    if empty and not quiet:
        report_nothing_to_check(empty)
    results = [_formatted(spec, voice) for spec in meant]
    voice.finish()
    failed = any(result.after is None for result in results)
    if not (check or diff):
        _write(results)
    for result in results:
        if diff and result.changes:
            show_changes(result.spec.name, result.before, result.after or b"")
        elif result.spec.path is None and not check and result.after is not None:
            console.write_stdout(result.after)
        elif result.changes and not quiet:
            console.echo(f"{path_shown(result.spec.name)}: {'would be formatted' if check else 'formatted'}")
    found = (check or diff) and any(result.changes for result in results)
    return failure(meant) if failed or found else 0


COMMAND = fmt


def _formatted(spec: Spec, voice: DiagnosticWriter) -> _Result:
    try:
        before = _read(spec.path)
        text, faults = formatted(before, name=spec.name, library=spec.is_library)
    except FileError as trouble:
        hint = suggestion(spec.path) if spec.path and spec.is_missing else None
        voice.write(spec.name, "", (Diagnostic("unreadable-file", f"the spec cannot be read: {trouble}", hint=hint),))
        return _Result(spec)
    except FormattingError as error:
        console.report_error(
            "internal-error",
            f"{path_shown(spec.name)}: {error}",
            "please report it with the spec, which was not changed",
        )
        return _Result(spec)
    except Exception as error:  # noqa: BLE001 - one spec never stops the others
        voice.write(spec.name, "", (internal_error(error),))
        return _Result(spec)
    if text is None:
        from mapgen.source.decoding import readable

        voice.write(spec.name, readable(before), faults)
        return _Result(spec)
    return _Result(spec, before, text.encode())


def _read(path: Path | None) -> bytes:
    """Read a spec. A link is not followed: what is written would take its place, and leave the file as it was."""
    if path is None:
        return read_stdin()
    return read(path, follow=False)


def _write(results: list[_Result]) -> None:
    """Write what changes, all or nothing; who may read and write a file stays."""
    write(
        [
            Output(result.spec.path, result.after, stat.S_IMODE(result.spec.path.lstat().st_mode))
            for result in results
            if result.changes and result.spec.path and result.after is not None
        ]
    )
