"""A folder for one build at a time, and a moment in which no signal interrupts."""

import errno
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mapgen.files.errors import FileError, describe_oserror, shown

if sys.platform != "win32":
    import fcntl

LOCK_TIMEOUT = 60.0
"""How long to wait for another build, in seconds."""

_PAUSE = 0.02
_TAKEN = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def locked(folder: Path, *, patience: float = LOCK_TIMEOUT) -> Iterator[None]:
    """Hold a folder; the lock lies on the folder itself, so that nothing is left behind.

    Where the file system knows no locks, nothing is held. FileError when another build does not end.
    """
    if sys.platform == "win32":  # two builds at once are the user's to avoid
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        message = f"cannot write to {shown(folder)}: {describe_oserror(error)}"
        raise FileError(message) from error
    try:
        _wait(handle, folder, time.monotonic() + patience)
        yield
    finally:
        with suppress(OSError):  # the lock ends with the process at the latest
            os.close(handle)


def _wait(handle: int, folder: Path, end: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _TAKEN:
                return  # no locks here, as on some network drives
            if time.monotonic() > end:
                message = f"another build is writing to {shown(folder)}"
                raise FileError(message) from error
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put off the signals that ask for an end: what is written here is written whole, and nothing is left lying."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [getattr(signal, name) for name in _SIGNALS])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
