"""What a person names (files, folders, patterns) -> the paths of specs, each once, in a stable order."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from mapgen.files.errors import FileError, shown
from mapgen.files.naming import completed
from mapgen.files.patterns import is_pattern, pattern
from mapgen.model.library import is_library

_ENDINGS = (".journey.yaml", ".journey.yml")
_NAMES = ("journey.yaml", "journey.yml")
_YAML = (".yaml", ".yml")

SNAPSHOT_ENDING = ".observed.json"
"""How the name of a snapshot ends, which lies beside its spec."""


class NothingFoundError(FileError):
    """A folder holds no spec, or none matches a pattern; `name` is what was named."""

    def __init__(self, message: str, name: str) -> None:
        """Keep the name for those who go on without it."""
        super().__init__(message)
        self.name = name


def find(
    names: Iterable[str],
    *,
    folder: Path | None = None,
    empty: Callable[[NothingFoundError], None] | None = None,
    libraries: bool = False,
) -> tuple[Path, ...]:
    """Return the specs that are meant; NothingFoundError where a folder or a pattern holds none.

    A file is taken as named, its ending may be left out, a folder is searched for `*.journey.yaml` and `journey.yaml`,
    and what is none of them and holds `*`, `?` or `[` is a pattern (`**` for folders at any depth). A search follows no
    link and passes hidden folders by. Relative names start in `folder`. `empty` is called in place of an error, and may
    raise it. With `libraries`, a folder is searched for them too.
    """
    fits = _is_spec_or_library if libraries else is_spec
    found: dict[str, Path] = {}
    for name in names:
        try:
            paths = _named(name, folder or Path(), fits)
        except NothingFoundError as trouble:
            if empty is None:
                raise
            empty(trouble)
            continue
        for path in paths:
            found.setdefault(os.path.realpath(path), path)
    return tuple(found.values())


def find_here(*, libraries: bool = False) -> tuple[Path, ...]:
    """Return the specs that lie in the current folder itself, in a stable order; with `libraries`, these too."""
    fits = _is_spec_or_library if libraries else is_spec
    return tuple(sorted(path for path in Path().glob("*") if fits(path.name) and _is_file(path)))


def find_made(folders: Iterable[Path], spec_of: Callable[[str], str | None]) -> tuple[Path, ...]:
    """Return the files below folders whose names are those of maps of a spec that a search finds.

    `spec_of` returns the name of the spec of a map, without its ending, None where a name is not that of a map.
    """
    stems = tuple(name.removesuffix(".yaml") for name in (_NAMES[0], _ENDINGS[0]))
    own, ending = stems

    def fits(name: str) -> bool:
        stem = spec_of(name) or ""
        return stem == own or stem.endswith(ending)

    return tuple(sorted({path for folder in folders for path in _searched(folder, fits)}))


def output_name(spec: Path) -> str:
    """Return the name of a spec's maps without their last suffix.

    >>> output_name(Path("maps/checkout.journey.yaml"))
    'checkout.journey'
    """
    return spec.stem if is_yaml(spec) else spec.name


def snapshot_name(spec: str) -> str:
    """Return the name of the snapshot that belongs to a spec, which is named with or without folders.

    >>> snapshot_name("maps/checkout.journey.yaml"), snapshot_name("journey.yml")
    ('maps/checkout.observed.json', 'journey.observed.json')
    """
    begin = max(spec.rfind("/"), spec.rfind("\\")) + 1
    name = spec[begin:]
    for ending in (*_ENDINGS, *_YAML):
        if name.lower().endswith(ending) and len(name) > len(ending):
            name = name[: -len(ending)]
            break
    return f"{spec[:begin]}{name}{SNAPSHOT_ENDING}"


def is_yaml(path: Path) -> bool:
    """Return whether a file is YAML by its name."""
    return path.suffix.lower() in _YAML


def is_folder(path: Path) -> bool:
    """Return whether a path leads to a folder; one that is too long for the system does not."""
    return os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises an error for such a path


def is_spec(name: str) -> bool:
    """Return whether a search takes a file of that name for a spec."""
    return name in _NAMES or name.endswith(_ENDINGS)


def _is_spec_or_library(name: str) -> bool:
    return is_spec(name) or is_library(name)


def _named(name: str, folder: Path, fits: Callable[[str], bool]) -> tuple[Path, ...]:
    if "\0" in name:
        message = "a file name cannot contain the character U+0000"
        raise FileError(message)
    path = folder / name
    if is_folder(path):
        found = tuple(sorted(_searched(path, fits)))
        otherwise = f"the folder {shown(path)} contains no *.journey.yaml or journey.yaml"
    elif is_pattern(name) and not os.path.lexists(path):
        found = tuple(sorted(_matching(Path(name), folder)))
        otherwise = f"no spec matches {name}"
    else:
        found, otherwise = ((path,) if os.path.lexists(path) else ()), ""
    whole = None if found else completed(name, folder)
    found = found or ((whole,) if whole else ())
    if otherwise and not found:
        raise NothingFoundError(otherwise, name)
    return found or (path,)


def _searched(folder: Path, fits: Callable[[str], bool]) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(place, name)
            if fits(name) and _is_file(path):
                yield path


def _matching(name: Path, folder: Path) -> Iterator[Path]:
    """Yield the files that match; the part of the pattern before its first sign is where to look.

    Each folder is listed once, and only if a file below it can match. No link is followed: with one, a stranger's
    pattern could lead anywhere.
    """
    parts = name.parts
    first = next(index for index, part in enumerate(parts) if is_pattern(part))
    base = folder.joinpath(*parts[:first])
    shows_hidden = any(part.startswith(".") for part in parts[first:])
    meant = pattern("/".join(parts[first:]), last=is_spec)
    states = {str(base): meant.start}
    for place, folders, files in os.walk(base):
        here = states.pop(place)
        for names in (folders, files):
            names[:] = [name for name in names if shows_hidden or not name.startswith(".")]
        below = {name: meant.after(here, name) for name in folders}
        folders[:] = [name for name in folders if below[name]]
        states |= {os.path.join(place, name): below[name] for name in folders}  # noqa: PTH118 - as `os.walk` joins them
        for file in files:
            if meant.ends(here, file) and _is_file(path := Path(place, file)):
                yield path


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
