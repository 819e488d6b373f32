"""What git has to know of maps -> `.gitattributes`: the same line ends on each machine, and folded in reviews."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mapgen.files.errors import FileError, shown
from mapgen.files.reading import read
from mapgen.files.writing import Output, write

_NAME = ".gitattributes"
_COMMENT = "# Maps built by mapgen: the same line endings on every machine, collapsed in reviews."
_TEXTS = (".*svg", ".html", ".md", ".*json", ".csv", ".mmd", ".txt", ".drawio")
_PICTURES = (".*png", ".*pdf", ".xlsx", ".pptx")  # one of several views: journey.png, journey.flow.png
_SIZE = 1_000_000  # bytes of a .gitattributes


def add_attributes(folder: Path) -> str:
    """Add the lines that the folder's file lacks, behind what stands there, and return what to say about that."""
    path = folder / _NAME
    there = _read(path) if os.path.lexists(path) else b""
    known = {line.split()[0] for line in there.decode(errors="replace").splitlines() if line.strip()}
    lines = [line for line in _lines() if line.split()[0] not in known]
    if not lines:
        return f"{_NAME} already covers mapgen's maps"
    gap = "" if not there else "\n" if there.endswith(b"\n") else "\n\n"
    added = "\n".join((_COMMENT, *lines, ""))
    write([Output(path, there + f"{gap}{added}".encode())])
    return f"{_NAME} has {len(lines)} new lines"


def _read(path: Path) -> bytes:
    try:
        return read(path, limit=_SIZE, follow=False)
    except FileError as trouble:
        message = f"cannot read {shown(path)}: {trouble}"
        raise FileError(message) from trouble


def lacks_attributes(folder: Path) -> bool:
    """Return whether a folder belongs to a repository in which no `.gitattributes` above it speaks of maps."""
    for place in (folder.resolve(), *folder.resolve().parents):
        with suppress(FileError):
            if b"journey.*svg" in read(place / _NAME, limit=_SIZE, follow=False):
                return False
        if os.path.lexists(place / ".git"):
            return True
    return False


def _lines() -> Iterator[str]:
    for name in ("*.journey", "journey"):
        yield from (f"{name}{suffix} text eol=lf linguist-generated" for suffix in _TEXTS)
        yield from (f"{name}{suffix} binary linguist-generated" for suffix in _PICTURES)
