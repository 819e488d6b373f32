"""A file in a repository -> the commits that changed it, under each name that it had."""

from collections.abc import Sequence
from pathlib import Path

from mapgen.api import SnapshotFile
from mapgen.files.errors import shown
from mapgen.files.finding import is_spec, snapshot_name
from mapgen.files.reading import MAX_SPEC_SIZE
from mapgen.model.libraries import LibraryUser
from mapgen.record import record
from mapgen.vcs.git import Commit, GitError, Repository
from mapgen.vcs.libraries import libraries_of_tree
from mapgen.vcs.spec_pairs import SpecBlob, read_snapshots, renamed, snapshot_blob

MAX_NAMES = 100
"""How many names of one file are followed."""

_SHORT = 7


@record
class FileRevision:
    """A commit, the path that the file had in it, and its content there; None where it is too large or not a file.

    `libraries` are those that the file can use there, `snapshot` is what lies beside it.
    """

    commit: Commit
    path: str
    data: bytes | None
    libraries: LibraryUser | None = None
    snapshot: SnapshotFile | None = None


def revisions(repository: Repository, tip: str, path: str, library: Sequence[str] = ()) -> list[FileRevision]:
    """Return the versions of a file, oldest first; GitError where there is none.

    A version in which a library changed that the newest one uses, or its snapshot, is one of its own. `library` are
    the paths from the top to libraries that each spec uses.
    """
    used = _libraries(repository, tip, path, library)
    places: list[tuple[str, str]] = []
    start: str | None = tip
    for _ in range(MAX_NAMES):
        found = repository.commits(start, path) if start else []
        places += [(commit, path) for commit in found]
        start, path = _before(repository, found[-1], path) if found else (None, path)
        if start is None:
            break
    beside = snapshot_name(places[0][1]) if places else ""
    observed = repository.at([(tip, beside)]) if beside else [None]
    places = _with_others(repository, tip, places, (*used, beside) if observed[0] else used)
    places.reverse()
    objects = repository.at(places)
    blobs = repository.blobs([name for name in objects if name], limit=MAX_SPEC_SIZE)
    abouts = repository.about([commit for commit, _ in places])
    snapshots = _snapshots(repository, places)
    versions = [
        FileRevision(
            about, path, blobs.get(name), _user(repository, about.name, path, library) if used else None, snapshot
        )
        for about, (_, path), name, snapshot in zip(abouts, places, objects, snapshots, strict=True)
        if name  # in the others it is not there
    ]
    if not versions:
        message = "no commit contains it"
        raise GitError(message)
    return versions


def _snapshots(repository: Repository, places: Sequence[tuple[str, str]]) -> list[SnapshotFile | None]:
    """Return the snapshot beside a spec in each commit."""
    beside = [(commit, snapshot_name(path)) for commit, path in places]
    objects = repository.at(beside)
    data = read_snapshots(repository, [name for name in objects if name])
    return [
        snapshot_blob(f"{commit[:_SHORT]}:{shown(Path(path))}", data.get(name)) if name else None
        for (commit, path), name in zip(beside, objects, strict=True)
    ]


def _libraries(repository: Repository, tip: str, path: str, library: Sequence[str]) -> tuple[str, ...]:
    """Return the paths of the libraries that a file uses at last."""
    (name,) = repository.at([(tip, path)])
    data = repository.blobs([name], limit=MAX_SPEC_SIZE).get(name) if name else None
    if not data or not (library or b"uses" in data):
        return ()
    blob = SpecBlob(path, path, data, None, _user(repository, tip, path, library))
    return tuple(sorted(one.key for one in blob.checked().libraries))


def _user(repository: Repository, commit: str, path: str, library: Sequence[str]) -> LibraryUser:
    return LibraryUser(libraries_of_tree(repository, repository.tree(commit), commit[:_SHORT], library), path)


def _with_others(
    repository: Repository, tip: str, places: list[tuple[str, str]], used: Sequence[str]
) -> list[tuple[str, str]]:
    """Return commits and the path of the file in each, newest first, with those that changed another used file."""
    if not used or not places:
        return places
    known = dict(places)
    found: list[tuple[str, str]] = []
    names = dict.fromkeys(path for _, path in reversed(places))
    last = next(iter(names))
    for commit in reversed(repository.commits(tip, *names, *used)):
        last = known.get(commit, last)
        if commit in known or found:  # before the first, the file is not there
            found.append((commit, last))
    return found[::-1]


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
    blobs = repository.blobs([now[path].object, *(then[name].object for name in gone)], limit=MAX_SPEC_SIZE)
    old = renamed(
        [SpecBlob(name, name, blobs.get(then[name].object)) for name in gone],
        [SpecBlob(path, path, blobs.get(now[path].object))],
    )
    return (parent, old[path]) if path in old else (None, path)
