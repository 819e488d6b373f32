"""Names of specs -> which paths of a repository they mean, in a tree of git and on the disk alike."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from mapgen.diagnostics.phrases import quoted
from mapgen.files.errors import FileError
from mapgen.files.finding import find, is_spec
from mapgen.files.naming import completed
from mapgen.files.patterns import PathPattern, is_pattern, pattern
from mapgen.record import record


@record
class Pathspec:
    """One name, as the path from the top of the repository that it means: a file or a folder; or as a pattern."""

    path: str
    pattern: PathPattern | None

    def means(self, path: str) -> bool:
        """Return whether it means a path: itself, a spec below it, or one that matches."""
        if self.pattern:
            return self.pattern.matches(path)
        if path == self.path:
            return True
        below = path.removeprefix(f"{self.path}/") if self.path else path
        inside = not self.path or below != path
        return inside and is_spec(PurePosixPath(path).name) and not any(p.startswith(".") for p in below.split("/"))


@record
class PathSelection:
    """The specs of a repository that are meant."""

    top: Path
    wanted: tuple[Pathspec, ...]
    names: tuple[str, ...]
    folder: Path

    def __call__(self, path: str) -> bool:
        """Return whether a path is meant."""
        return any(one.means(path) for one in self.wanted)

    def unmatched(self, paths: Iterable[str]) -> list[str]:
        """Return the names that mean none of the paths."""
        known = tuple(paths)
        pairs = zip(self.names, self.wanted, strict=True)
        return [name for name, one in pairs if not any(map(one.means, known))]

    def on_disk(self) -> Iterator[str]:
        """Yield the paths of the specs on the disk that are meant, each once."""
        seen: set[str] = set()
        for name in self.names:
            found: Iterable[Path] = ()
            with suppress(FileError):  # what is not there now was perhaps there then
                found = find([name], folder=self.folder)
            for path in found:
                inside = _inside(path, self.top)
                if inside not in seen and os.path.lexists(path):
                    seen.add(inside)
                    yield inside


def select(names: Iterable[str], folder: Path, top: Path) -> PathSelection:
    """Return what is meant by names that start in a folder; all below it where none is given."""
    told = tuple(names) or (".",)
    return PathSelection(top, tuple(_wanted(name, folder, top) for name in told), told, folder)


def _wanted(name: str, folder: Path, top: Path) -> Pathspec:
    if "\0" in name:
        message = "a file name cannot contain the character U+0000"
        raise FileError(message)
    path, whole = folder / name, completed(name, folder)
    if whole and (not os.path.lexists(path) or find([name], folder=folder) == (whole,)):
        path = whole
    inside = _inside(path, top)
    stands_for_others = is_pattern(name) and not os.path.lexists(path)
    return Pathspec(inside, pattern(inside, last=is_spec) if stands_for_others else None)


def _inside(path: Path, top: Path) -> str:
    """Return a path as one from the top of the repository; a link as its last part is not followed."""
    whole = os.path.normpath(Path(os.path.realpath(path.parent), path.name))
    if path.name in {"", "..", "."}:
        whole = os.path.realpath(path)
    inside = os.path.relpath(whole, os.path.realpath(top))
    if inside == os.pardir or inside.startswith(f"{os.pardir}{os.sep}"):
        message = f"{quoted(os.fsencode(path).decode(errors='replace'))} is outside the repository"
        raise FileError(message)
    return "" if inside == os.curdir else inside.replace(os.sep, "/")
