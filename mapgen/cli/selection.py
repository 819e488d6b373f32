"""Names of specs -> which paths of a repository they mean, in a tree of git and on the disk alike."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from mapgen.diagnostics.phrases import quoted
from mapgen.files.finding import find, is_pattern, is_spec
from mapgen.files.naming import completed
from mapgen.files.trouble import FileTroubleError
from mapgen.record import record


@record
class Wanted:
    """One name, as the path from the top of the repository that it means: a file or a folder; or as a pattern."""

    path: str
    pattern: re.Pattern[str] | None

    def means(self, path: str) -> bool:
        """Tell whether it means a path: itself, a spec below it, or one that matches."""
        if self.pattern:
            return bool(self.pattern.fullmatch(path))
        if path == self.path:
            return True
        below = path.removeprefix(f"{self.path}/") if self.path else path
        inside = not self.path or below != path
        return inside and is_spec(PurePosixPath(path).name) and not any(p.startswith(".") for p in below.split("/"))


@record
class Selection:
    """The specs of a repository that are meant."""

    top: Path
    wanted: tuple[Wanted, ...]
    names: tuple[str, ...]
    folder: Path

    def __call__(self, path: str) -> bool:
        """Tell whether a path is meant."""
        return any(one.means(path) for one in self.wanted)

    def lost(self, paths: Iterable[str]) -> list[str]:
        """Return the names that mean none of the paths."""
        known = tuple(paths)
        pairs = zip(self.names, self.wanted, strict=True)
        return [name for name, one in pairs if not any(map(one.means, known))]

    def on_disk(self) -> Iterator[str]:
        """Yield the paths of the specs on the disk that are meant, each once."""
        seen: set[str] = set()
        for name in self.names:
            found: Iterable[Path] = ()
            with suppress(FileTroubleError):  # what is not there now was perhaps there then
                found = find([name], folder=self.folder)
            for path in found:
                inside = _inside(path, self.top)
                if inside not in seen and os.path.lexists(path):
                    seen.add(inside)
                    yield inside


def select(names: Iterable[str], folder: Path, top: Path) -> Selection:
    """Return what is meant by names that start in a folder; all below it where none is given."""
    told = tuple(names) or (".",)
    return Selection(top, tuple(_wanted(name, folder, top) for name in told), told, folder)


def _wanted(name: str, folder: Path, top: Path) -> Wanted:
    if "\0" in name:
        message = "no file can have a name with the character U+0000"
        raise FileTroubleError(message)
    path, whole = folder / name, completed(name, folder)
    if whole and (not os.path.lexists(path) or find([name], folder=folder) == (whole,)):
        path = whole
    inside = _inside(path, top)
    pattern = is_pattern(name) and not os.path.lexists(path)
    return Wanted(inside, re.compile(_expression(inside)) if pattern else None)


def _inside(path: Path, top: Path) -> str:
    """Return a path as one from the top of the repository; a link as its last part is not followed."""
    whole = os.path.normpath(Path(os.path.realpath(path.parent), path.name))
    if path.name in {"", "..", "."}:
        whole = os.path.realpath(path)
    inside = os.path.relpath(whole, os.path.realpath(top))
    if inside == os.pardir or inside.startswith(f"{os.pardir}{os.sep}"):
        message = f"{quoted(os.fsencode(path).decode(errors='replace'))} is outside the repository"
        raise FileTroubleError(message)
    return "" if inside == os.curdir else inside.replace(os.sep, "/")


def _expression(pattern: str) -> str:
    """Return a pattern of paths as a regular expression: `**` for folders at any depth, `*` and `?` within a name."""
    parts = pattern.split("/")
    out = ""
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            out += ".*" if last else "(?:[^/]+/)*"
        else:
            out += _name(part) + ("" if last else "/")
    return out


def _name(part: str) -> str:
    signs = {"*": "[^/]*", "?": "[^/]"}
    pieces = re.split(r"(\*|\?|\[!?\]?[^\]/]*\])", part)
    return "".join(signs.get(piece) or _set(piece) for piece in pieces)


def _set(piece: str) -> str:
    """Return a set of signs, `[abc]` or `[!abc]`, as one of a regular expression; other text as it is."""
    if not (piece.startswith("[") and piece.endswith("]") and len(piece) > 2):  # noqa: PLR2004 - the brackets
        return re.escape(piece)
    inside = piece[1:-1]
    negated = inside.startswith("!")
    ends = re.sub(r"([\\\[\]^&~|])", r"\\\1", inside.removeprefix("!"))
    return f"[{'^' if negated else ''}{ends}]"
