"""The maps to write, and what is in their place -> a refusal where mapgen did not make what would be lost."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from mapgen.diagnostics.phrases import listed
from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read
from mapgen.files.writing import Output
from mapgen.render.stamp import is_made_by_mapgen

LARGEST = 1_000_000_000
"""The most bytes of a map that are read back."""

_NAMED = 5  # files that a message names


class ForeignFileError(FileError):
    """Files that mapgen did not make would be overwritten."""

    def __init__(self, paths: list[Path]) -> None:
        """Name the first few of them."""
        names = [shown(path) for path in paths[:_NAMED]]
        names += [f"{len(paths) - _NAMED} more"] if len(paths) > _NAMED else []
        one = len(paths) == 1
        exist, them = ("exists", "it") if one else ("exist", "them")
        super().__init__(f"{listed(names, joint='and')} {exist}, but mapgen did not build {them}; nothing was written")
        self.hint = f"use `--force` to overwrite {them}, or `-o` to write to another folder"


def refuse_foreign(outputs: Iterable[Output]) -> None:
    """Raise ForeignFileError where a file, or a link, that mapgen did not make is in the place of an output."""
    found = list(_foreign(outputs))
    if found:
        raise ForeignFileError(found)


def _foreign(outputs: Iterable[Output]) -> Iterator[Path]:
    for output in outputs:
        try:
            mode = output.path.lstat().st_mode
        except OSError:  # nothing is there, or what writes will say why it cannot
            continue
        if stat.S_ISLNK(mode) or (stat.S_ISREG(mode) and not _is_ours(output)):
            yield output.path


def _is_ours(output: Output) -> bool:
    try:
        there = read(output.path, limit=LARGEST, follow=False)
    except FileError:
        return False
    return there == output.content or is_made_by_mapgen(there)
