"""An exception that got as far as the command -> one line for people, and an exit code."""

import errno
import os

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.files.errors import FileError
from mapgen.terminal import console

EXIT_FAILED = 1
EXIT_MISUSE = 2

_MEMORY = ("Cannot allocate memory", "failed to map segment")
_REPORT = "please report it: run again with MAPGEN_DEBUG=1, and include the output and the spec"
_FILES = "Too many open files"


def handle_exceptions(error: BaseException) -> int:
    """Say what happened and return the exit code. `MAPGEN_DEBUG=1` shows the traceback as well."""
    _show_traceback(error)
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else EXIT_FAILED
    console.report_error(*describe(error))
    return EXIT_FAILED


def internal_error(error: Exception) -> Diagnostic:
    """Return an unexpected exception as a diagnostic of the spec that was worked on, so that the others go on.

    An exception with which a command ends, because it is about no spec, is raised again.
    """
    import click  # here, so that `catch` can report that it is missing

    if isinstance(error, click.ClickException | FileError | console.OutputError | ImportError):
        raise error
    _show_traceback(error)
    code, message, hint = describe(error)
    return Diagnostic(code, message, hint=hint)


def _show_traceback(error: BaseException) -> None:
    if os.environ.get("MAPGEN_DEBUG"):
        import traceback

        console.write_stderr("".join(traceback.format_exception(error)))


def describe(error: BaseException) -> tuple[str, str, str | None]:
    """Return code, message and hint for what nobody foresaw."""
    text = str(error)
    if isinstance(error, MemoryError) or any(sign in text for sign in _MEMORY):
        return "out-of-memory", "not enough memory for this map", None
    if isinstance(error, console.OutputError):
        return "cannot-write", f"cannot write to standard output: {text}", None
    if (isinstance(error, OSError) and error.errno == errno.EMFILE) or _FILES in text:
        return "cannot-open", "too many files are open", "raise the limit with `ulimit -n`"
    if isinstance(error, OSError) and error.strerror:
        return "cannot-open", f"{error.filename or 'a file'}: {error.strerror}", None
    if isinstance(error, ImportError):
        from mapgen.terminal.packages import missing

        absent = missing(error)
        if absent:
            return absent
    said = f"{type(error).__name__}: {text}"[:300]
    return "internal-error", f"internal error: {said}", _REPORT
