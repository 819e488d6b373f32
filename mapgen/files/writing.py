"""The contents of files -> files, all of them or none.

Everything is first written beside its target under a name of ours, flushed to the disk, and then renamed, one file
right after the other; what fails on the way is taken back. A link that stands at a target is replaced, not followed.
"""

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path

from mapgen.files.errors import FileError, describe_oserror, shown
from mapgen.files.locking import locked, undisturbed
from mapgen.files.reading import read
from mapgen.lazy import regex
from mapgen.record import record

_LEFTOVER = regex(r"\.mapgen-\d+-\d+\.tmp")
_CREATE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@record
class Output:
    """A file that shall exist; `mode` says who may read and write it, where that is not left to the system."""

    path: Path
    content: bytes
    mode: int | None = None


def write(outputs: Sequence[Output]) -> None:
    """Write the files, making folders where they are missing; FileError, and all as before, if one fails."""
    change = _Change()
    try:
        with ExitStack() as stack:
            for folder in change.make_folders(output.path.parent for output in outputs):
                stack.enter_context(locked(folder))
            stack.enter_context(undisturbed())
            stack.callback(change.tidy)
            change.run(outputs)
    except BaseException:
        change.remove_folders()
        raise


def create(output: Output) -> None:
    """Write a file that must not exist yet; FileError if it does."""
    if os.path.lexists(output.path):
        message = f"{shown(output.path)} exists; mapgen never overwrites a spec"
        raise FileError(message)
    write([output])


class _Change:
    """A set of files on its way to the disk, with what has to be known to take it back."""

    def __init__(self) -> None:
        self._made: list[Path] = []
        self._temporary: set[Path] = set()
        self._numbers = count()

    def make_folders(self, folders: Iterable[Path]) -> list[Path]:
        """Make what is missing and return the folders, in the one order in which every build locks them."""
        wanted: dict[str, Path] = {}
        for folder in folders:
            wanted.setdefault(os.path.realpath(folder), folder)
        for folder in wanted.values():
            self._make(folder)
        return [wanted[place] for place in sorted(wanted)]

    def _make(self, folder: Path) -> None:
        try:
            for place in [*reversed(folder.parents), folder]:
                if not place.is_dir():
                    place.mkdir(exist_ok=True)
                    self._made.append(place)
        except FileExistsError as error:
            message = f"{shown(folder)} cannot be the output folder: it is a file"
            raise FileError(message) from error
        except OSError as error:
            raise _failure(folder, error) from error

    def remove_folders(self) -> None:
        """Remove the folders that were made, where they are empty."""
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()

    def run(self, outputs: Sequence[Output]) -> None:
        """Write all, then switch all."""
        folders = dict.fromkeys(output.path.parent for output in outputs)
        for folder in folders:
            _remove_leftovers(folder)
        pairs = [(self._write(output), output.path) for output in outputs if _changed(output)]
        done: list[tuple[Path, Path | None]] = []
        try:
            for source, target in pairs:
                done.append((target, self._switch(source, target)))
        except BaseException:
            for target, kept in reversed(done):
                _take_back(target, kept)
            raise
        for folder in folders:
            _flush(folder)

    def _name(self, target: Path) -> Path:
        path = target.parent / f".mapgen-{os.getpid()}-{next(self._numbers)}.tmp"
        self._temporary.add(path)
        return path

    def _write(self, output: Output) -> Path:
        path = self._name(output.path)
        try:
            handle = os.open(path, _CREATE, 0o666)
            with os.fdopen(handle, "wb", buffering=0) as file:
                if output.mode is not None:
                    path.chmod(output.mode)
                view = memoryview(output.content)
                while view:
                    view = view[file.write(view) :]
                os.fsync(handle)
        except OSError as error:
            raise _failure(output.path, error) from error
        return path

    def _switch(self, source: Path, target: Path) -> Path | None:
        """Put a file in its place; return under which name the old one is kept, None where there was none."""
        kept = None
        try:
            if os.path.lexists(target):
                kept = self._name(target)
                with suppress(OSError, NotImplementedError):  # a disk without hard links: then there is no way back
                    os.link(target, kept, follow_symlinks=False)
            source.replace(target)
        except OSError as error:
            raise _failure(target, error) from error
        return kept

    def tidy(self) -> None:
        """Remove the temporary files that are left."""
        for path in self._temporary:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _changed(output: Output) -> bool:
    """Return whether the file has to be written; FileError if what stands there must not be replaced."""
    try:
        mode = output.path.lstat().st_mode
    except FileNotFoundError:
        return True
    except OSError as error:
        raise _failure(output.path, error) from error
    if stat.S_ISLNK(mode):
        return True
    if not stat.S_ISREG(mode):
        message = f"cannot write {shown(output.path)}: it is not a regular file"
        raise FileError(message)
    try:
        return read(output.path, limit=len(output.content), follow=False) != output.content
    except FileError:  # larger, or not ours to read
        return True


def _take_back(target: Path, kept: Path | None) -> None:
    with suppress(OSError):
        if kept is None:
            target.unlink()
        elif os.path.lexists(kept):
            kept.replace(target)


def _remove_leftovers(folder: Path) -> None:
    """Remove what a build that was killed left lying; whoever holds the lock knows that nobody needs it."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    Path(entry.path).unlink()


def _flush(folder: Path) -> None:
    """Make the renaming last; what cannot flush a folder, such as Windows, does so by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _failure(path: Path, error: OSError) -> FileError:
    return FileError(f"cannot write {shown(path)}: {describe_oserror(error)}")
