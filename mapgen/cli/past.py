"""A file in a repository -> the commits that changed it, under each name that it had."""

from mapgen.cli.couples import Text, renamed
from mapgen.files.finding import is_spec
from mapgen.files.reading import SPEC_SIZE
from mapgen.git import Commit, GitTroubleError, Repository
from mapgen.record import record

NAMES = 100
"""How many names of one file are followed."""


@record
class Past:
    """A commit, the path that the file had in it, and its content there; None where it is too large or not a file."""

    commit: Commit
    path: str
    data: bytes | None


def past(repository: Repository, tip: str, path: str) -> list[Past]:
    """Return the versions of a file, oldest first; GitTroubleError where there is none."""
    places: list[tuple[str, str]] = []
    start: str | None = tip
    for _ in range(NAMES):
        found = repository.commits(start, path) if start else []
        places += [(commit, path) for commit in found]
        start, path = _before(repository, found[-1], path) if found else (None, path)
        if start is None:
            break
    places.reverse()
    objects = repository.at(places)
    blobs = repository.blobs([name for name in objects if name], limit=SPEC_SIZE)
    abouts = repository.about([commit for commit, _ in places])
    versions = [
        Past(about, path, blobs.get(name))
        for about, (_, path), name in zip(abouts, places, objects, strict=True)
        if name  # in the others it is not there
    ]
    if not versions:
        message = "git knows no version of it"
        raise GitTroubleError(message)
    return versions


def _before(repository: Repository, commit: str, path: str) -> tuple[str | None, str]:
    """Return the parent of the commit in which a file turned up, if it was there, and the name that it had."""
    parent = repository.parent(commit)
    if parent is None:
        return None, path
    now, then = repository.tree(commit), repository.tree(parent)
    if path in then or path not in now:
        return None, path
    gone = [
        name for name, entry in then.items() if name not in now and is_spec(name.rpartition("/")[2]) and entry.is_file
    ]
    blobs = repository.blobs([now[path].object, *(then[name].object for name in gone)], limit=SPEC_SIZE)
    old = renamed(
        [Text(name, name, blobs.get(then[name].object)) for name in gone],
        [Text(path, path, blobs.get(now[path].object))],
    )
    return (parent, old[path]) if path in old else (None, path)
