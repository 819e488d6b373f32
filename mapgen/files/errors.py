"""What can go wrong with a file, in a sentence for people."""

import errno
import os
from pathlib import Path

_PLAIN = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ELOOP: "its symbolic links form a loop",
    errno.EACCES: "permission is denied",
    errno.EPERM: "permission is denied",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EFBIG: "it exceeds the file size limit",
    errno.EADDRINUSE: "the port is in use",
    errno.EMFILE: "too many files are open",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EIO: "the disk reported an error",
}


class FileError(Exception):
    """A file cannot be read or written; the text says which, and why; `hint` may say what to do."""

    hint: str | None = None


def describe_oserror(error: OSError) -> str:
    """Return why the system refused, in plain words where there are some.

    >>> describe_oserror(OSError(errno.ENOSPC, "No space left on device"))
    'the disk is full'
    """
    return _PLAIN.get(error.errno or 0) or (error.strerror or type(error).__name__).lower()


def shown(path: Path) -> str:
    """Return a path as text that is the same in each locale; bytes that are no UTF-8 become replacement characters."""
    return os.fsencode(path).decode(errors="replace")
