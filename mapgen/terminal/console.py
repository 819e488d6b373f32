"""The three standard streams: usable whatever they are connected to, and never with a surprise."""

import contextlib
import os
import sys
from typing import NoReturn

from mapgen.ci_commands import inert_text
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.terminal import visible
from mapgen.shortening import shortened

_STREAMS = 3
_LONGEST = 1_000  # characters of a message, or of a hint


class OutputError(Exception):
    """Standard output takes no more; the text says why."""


def prepare() -> None:
    """Give each closed stream a hole to fall into, and let no character fail.

    A file that is opened later would else get the number of a closed stream, and with it what is meant for that.
    """
    for number in range(_STREAMS):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def echo(text: str) -> None:
    """Write text of ours to standard output."""
    write_stdout((text + "\n").encode(_encoding(), "backslashreplace"))


def write_stdout(data: bytes) -> None:
    """Write bytes to standard output as they are; OutputError unless it is only that the reader has gone."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        pass
    except OSError as error:
        raise OutputError(error.strerror or "it is closed") from error


def write_stderr(text: str) -> None:
    """Write a message to standard error; where nobody can read it, the exit code has to do."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()


def report_error(code: str, message: str, hint: str | None = None, *, severity: Severity = Severity.ERROR) -> None:
    """Report what is wrong where no place in a spec can be shown, on one line, with a hint on a second."""
    write_stderr(
        inert_text(
            f"{severity.name.lower()}[{code}]: {_fitted(message)}\n" + (f"  = hint: {_fitted(hint)}\n" if hint else "")
        )
    )


def _fitted(text: str) -> str:
    return shortened(visible(shortened(text, _LONGEST)), _LONGEST)


def can_write(text: str) -> bool:
    """Return whether standard output can show a text; code pages of Windows lack many characters."""
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        return False
    return True


def colored(*, on_stdout: bool = False) -> bool:
    """Return whether messages may be colored: as `NO_COLOR` and `FORCE_COLOR` say, else on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    stream = sys.stdout if on_stdout else sys.stderr
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def exit_process(code: int) -> NoReturn:
    """End the process at once: all is written, and taking the interpreter apart would cost time and could fail."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)


def _encoding() -> str:
    return (sys.stdout.encoding if sys.stdout is not None else None) or "utf-8"
