"""What there is to say about files -> standard error for people, standard output for programs."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from mapgen import __version__
from mapgen.api import Checked
from mapgen.diagnostics import REPORTERS
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.reporter import File, Report
from mapgen.terminal import console

FULL = "full"
"""The reporter that is used when none is asked for."""

output_format = click.option(
    "--output-format",
    type=click.Choice(tuple(REPORTERS)),
    default=FULL,
    help=f"Diagnostic output format.  [default: {FULL}]",
)
"""The option of commands that tell what is wrong with files."""

_SEVERITIES = {severity.name.lower(): severity for severity in sorted(Severity, reverse=True)}

fail_on = click.option(
    "--fail-on",
    "fails",
    type=click.Choice(tuple(_SEVERITIES)),
    callback=lambda _context, _option, name: _SEVERITIES[name],
    default="error",
    help="Exit with 1 on problems of this severity or worse.  [default: error]",
)
"""The option of commands whose exit code depends on what is wrong with files."""

_BUDGET = 7_800  # bytes of messages a run; whoever has more to mend starts at the top


class DiagnosticWriter:
    """Tells what there is to say about each file, in the way of a reporter.

    People are told at once, and never too much; programs are told at the end, and everything.
    """

    def __init__(self, reporter: str = FULL, *, fails: Severity = Severity.WARNING) -> None:
        """Begin with the whole budget; `fails` is the least severity that makes the run fail."""
        self._reporter = REPORTERS[reporter]
        self._fails = fails
        self._files: list[File] = []
        self._left = _BUDGET
        self._unsaid = 0
        self._failed = False
        self._libraries: set[str] = set()

    @property
    def failed(self) -> bool:
        """Whether a diagnostic was reported that makes the run fail."""
        return self._failed

    @property
    def writes_document(self) -> bool:
        """Whether standard output belongs to a document, so that nothing else may be said there."""
        return self._reporter.document

    def write(self, name: str, text: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Report the diagnostics of one file; a document has a file once, with what is reported of it in a row."""
        self._failed = self._failed or any(one.severity >= self._fails for one in diagnostics)
        if self._reporter.document:
            if self._files and self._files[-1].name == _from_here(name):
                last = self._files.pop()
                text, diagnostics = last.text or text, (*last.diagnostics, *diagnostics)
            self._files.append(File(_from_here(name), text if diagnostics else "", tuple(diagnostics)))
        elif diagnostics:
            self._speak(File(name, text, tuple(diagnostics)))

    def write_libraries(self, checked: Checked) -> Sequence[Diagnostic]:
        """Report the diagnostics of the libraries of a spec, once for all specs, and return what was reported."""
        told: list[Diagnostic] = []
        for library in checked.libraries:
            if library.diagnostics and library.key not in self._libraries:
                self._libraries.add(library.key)
                self.write(library.name, library.text, library.diagnostics)
                told += library.diagnostics
        return told

    def write_error(self, found: Diagnostic) -> None:
        """Report a diagnostic that is about no file."""
        self._failed = self._failed or found.severity >= self._fails
        console.report_error(found.code, found.message, found.hint, severity=found.severity)

    def finish(self) -> None:
        """Write the document, or say of how many files nothing was said."""
        if self._reporter.document:
            console.write_stdout(self._reporter.report(self._findings()).encode())
        elif self._unsaid:
            files = "1 more file" if self._unsaid == 1 else f"{self._unsaid} more files"
            console.write_stderr(f"… and problems in {files}; check one file at a time to see them\n")

    def _findings(self) -> Report:
        from mapgen.audit.explanations import explained  # of all rules and codes; only documents explain them

        return Report(self._files, fails=self._fails, version=__version__, explain=explained)

    def _speak(self, file: File) -> None:
        said = self._reporter.report(Report((file,), fails=self._fails))
        if len(said.encode()) > self._left:
            self._unsaid += 1
            return
        self._left -= len(said.encode()) + 1
        if console.colored():
            said = self._reporter.report(Report((file,), color=True, fails=self._fails))
        console.write_stderr(said)


def _from_here(name: str) -> str:
    """Return a path as CI knows the file: from the current folder, with slashes, where it lies below that."""
    with suppress(OSError, ValueError):  # the current folder is gone; another drive
        path, here = Path(os.path.abspath(name)), Path.cwd()  # noqa: PTH100 - `resolve` would follow links
        return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
    return name
