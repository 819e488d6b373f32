"""The contract of a reporter: a module in `reporters/` offers one as `REPORTER`; the module's name is its id."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.span import Span
from mapgen.diagnostics.terminal import cut
from mapgen.record import record

if TYPE_CHECKING:
    from mapgen.diagnostics.codes.explanation import Explanation

TOP = Span(1, 1, 1, 2)
"""Where a diagnostic of a whole file is told."""


@record
class File:
    """A file that was looked at, and what there is to say about it.

    `name` is its path, for documents from the folder in which CI starts, with slashes. `text` is what the places of the
    diagnostics are places of, "" where it could not be read.
    """

    name: str
    text: str
    diagnostics: tuple[Diagnostic, ...]


def explained(code: str) -> "Explanation | None":
    """Return the explanation of a code, None where there is none."""
    from mapgen.diagnostics.codes import CODES

    return CODES.get(code)


@record
class ReportedDiagnostic:
    """A diagnostic with its file.

    `number` is that of the file, from 0. `fingerprint` is of no other finding of the run, and stays the same when the
    spec is edited elsewhere.
    """

    number: int
    file: File
    diagnostic: Diagnostic
    span: Span
    fingerprint: str

    @property
    def message(self) -> str:
        """The message, on one line that is safe to show."""
        return cut(self.diagnostic.message)

    @property
    def advice(self) -> str:
        """The message and, on a second line, the hint where there is one."""
        hint = self.diagnostic.hint
        return f"{self.message}\nhint: {cut(hint)}" if hint else self.message


@record
class Report:
    """All that a run has to say.

    `fails` is the least severity that makes the run fail, `version` that of mapgen; `explain` finds what a code means.
    """

    files: Sequence[File]
    color: bool = False
    fails: Severity = Severity.WARNING
    version: str = "0.0.0"
    explain: "Callable[[str], Explanation | None]" = explained

    def each(self) -> Iterator["ReportedDiagnostic"]:
        """Yield each diagnostic: as the files came, in a file by place."""
        from hashlib import sha256

        seen: Counter[str] = Counter()
        for number, file in enumerate(self.files):
            for diagnostic in ordered(file.diagnostics):
                key = f"{file.name}\0{diagnostic.code}\0{diagnostic.address or diagnostic.pointer}"
                mark = sha256(f"{key}\0{seen[key]}".encode(errors="replace")).hexdigest()
                seen[key] += 1
                yield ReportedDiagnostic(number, file, diagnostic, diagnostic.span or TOP, mark)


@record
class Reporter:
    """A way to tell diagnostics.

    `report` returns text that ends in a line end, or "". A reporter for people is asked file by file, as the files are
    read, and its text goes to standard error. A `document` is made once, of all files, those with nothing wrong too,
    and goes to standard output even where it holds nothing, so that what reads it finds one.
    """

    report: Callable[[Report], str]
    document: bool = True


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics by place; what is worse comes first where they share one."""
    return sorted(diagnostics, key=lambda one: (one.span or TOP, -one.severity, one.code))


def counts(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """Count by the name of the severity, the worst first."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity.name.lower(): found[severity] for severity in sorted(Severity, reverse=True)}


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """Say how many there are of each severity, "" for none.

    >>> counted([Diagnostic("tab-indent", "a tab"), Diagnostic("hypothesis", "a guess", Severity.INFO)])
    '1 error, 1 note'
    """
    words = {"error": "error", "warning": "warning", "info": "note"}
    found = counts(diagnostics).items()
    return ", ".join(f"{count} {words[name]}{'' if count == 1 else 's'}" for name, count in found if count)
