"""A path -> the bytes of a regular file, never more than a limit."""

import os
import stat
import sys
from pathlib import Path

from mapgen.files.errors import FileError, describe_oserror

MAX_SPEC_SIZE = 10_000_000
"""The largest spec, in bytes."""

_MEGABYTE = 1_000_000
# A pipe without a writer must not make the opening wait.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read(path: Path, *, limit: int = MAX_SPEC_SIZE, follow: bool = True) -> bytes:
    """Return the content of a regular file; FileError says why there is none.

    `limit` is in bytes. A link as the last part of the path is followed only with `follow`.
    """
    try:
        handle = os.open(path, _FLAGS | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    except OSError as error:
        linked = not follow and path.is_symlink()
        raise FileError("it is a symbolic link" if linked else describe_oserror(error)) from error
    except ValueError as error:  # a NUL in the name
        message = "no file can have such a name"
        raise FileError(message) from error
    try:
        return _content(handle, limit)
    finally:
        os.close(handle)


def read_stdin(*, limit: int = MAX_SPEC_SIZE) -> bytes:
    """Return what stands in standard input; FileError says why there is none. `limit` is in bytes."""
    if sys.stdin is None:
        message = "standard input is closed"
        raise FileError(message)
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise FileError(describe_oserror(error)) from error
    if len(data) > limit:
        raise FileError(_too_large(limit))
    return data


def _content(handle: int, limit: int) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        message = f"it is {_kind(status.st_mode)}, not a file"
        raise FileError(message)
    if status.st_size > limit:
        raise FileError(_too_large(limit))
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := os.read(handle, min(_MEGABYTE, limit + 1 - size)):
            chunks.append(chunk)
            size += len(chunk)
    except OSError as error:
        raise FileError(describe_oserror(error)) from error
    if size > limit:  # it grew while it was read, or it is of the kind that hides its size
        raise FileError(_too_large(limit))
    return b"".join(chunks)


def _too_large(limit: int) -> str:
    return f"it is larger than {limit // _MEGABYTE} MB"


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
    return next((name for fits, name in kinds if fits(mode)), "a device")
