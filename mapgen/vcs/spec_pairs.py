"""Specs in two revisions -> which file then is which file now."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from mapgen.api import Checked, SnapshotFile, check
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import is_spec, snapshot_name
from mapgen.files.libraries import LibraryFolder
from mapgen.files.reading import MAX_SPEC_SIZE, read
from mapgen.files.snapshots import find_snapshot
from mapgen.model.libraries import Libraries, LibraryUser
from mapgen.model.library import SpecLibraries, is_library
from mapgen.record import record
from mapgen.terminal.crash import internal_error
from mapgen.vcs.git import Repository, TreeEntry
from mapgen.vcs.libraries import libraries_of_tree
from mapgen.vcs.pathspec import PathSelection

MIN_SIMILARITY = 0.5
"""From here on, of 1, two files have enough lines in common to be the same one under another name."""

MAX_COMPARISONS = f"it is larger than {MAX_SPEC_SIZE // 1_000_000} MB, or git does not have it"
"""Why there is no blob."""

LINK = "120000"
"""The mode of a link in a tree."""


@record
class SpecBlob:
    """A spec in one version.

    `name` is what messages call it. `data` is None where it cannot be read, and `trouble` says why. `libraries` are
    those that it can use, `snapshot` is what lies beside it.
    """

    path: str
    name: str
    data: bytes | None
    trouble: str | None = None
    libraries: SpecLibraries | None = None
    snapshot: SnapshotFile | None = None

    def checked(self) -> Checked:
        """Read it as a journey."""
        if self.data is None:
            fault = Diagnostic("unreadable-file", f"the spec cannot be read: {self.trouble}")
            return Checked(self.name, "", None, None, (fault,))
        try:
            return check(self.data, name=self.name, libraries=self.libraries, snapshot=self.snapshot)
        except Exception as error:  # noqa: BLE001 - one version never stops the others
            return Checked(self.name, "", None, None, (internal_error(error),))


@record
class SpecPair:
    """A spec then and now; None where it was not there."""

    old: SpecBlob | None
    new: SpecBlob | None


class SpecTree:
    """The specs of a revision, or of the working tree."""

    def __init__(
        self,
        repository: Repository,
        selection: PathSelection,
        revision: str | None,
        commit: str | None,
        library: Sequence[str] = (),
    ) -> None:
        """Look at a commit and call it as the person did; at the working tree where `revision` is None.

        `library` are the paths from the top to libraries that each spec uses.
        """
        self._repository = repository
        self._library = library
        self.revision = revision
        self._tree: Mapping[str, TreeEntry] = repository.tree(commit) if commit else {}
        self.paths = [path for path in self._tree if selection(path)] if revision else list(selection.on_disk())

    @property
    def shown(self) -> str:
        """What people call it."""
        return self.revision or "the working tree"

    def __contains__(self, path: str) -> bool:
        """Return whether there is such a file."""
        return path in self._tree if self.revision else os.path.lexists(self._repository.top / path)

    def objects(self, path: str) -> tuple[str, str | None] | None:
        """Return the names under which git keeps a spec and its snapshot; None where git was not asked."""
        entry, beside = self._tree.get(path), self._tree.get(snapshot_name(path))
        return (entry.object, beside.object if beside else None) if entry else None

    @cached_property
    def _libraries(self) -> Libraries:
        """The libraries of this version."""
        if self.revision:
            return libraries_of_tree(self._repository, self._tree, self.revision, self._library)
        home = self._repository.top
        return Libraries(LibraryFolder(home).find, self._library, str(home / "mapgen.toml"))

    def _user(self, path: str) -> LibraryUser:
        return LibraryUser(self._libraries, path if self.revision else str(self._repository.top / path))

    def library_objects(self) -> dict[str, str]:
        """Return the names under which git keeps libraries, by path; nothing for the working tree."""
        return {path: entry.object for path, entry in self._tree.items() if is_library(path)}

    def uses_libraries(self, blob: SpecBlob) -> bool:
        """Return whether libraries may decide what a spec means."""
        return bool(self._library) or b"uses" in (blob.data or b"")

    def specs(self) -> list[str]:
        """Return the paths of all specs in the tree, meant or not."""
        return [path for path in self._tree if is_spec(Path(path).name)]

    def read(self, paths: Iterable[str]) -> dict[str, SpecBlob]:
        """Return files by path."""
        if self.revision is None:
            return {path: self._from_disk(path) for path in paths}
        entries = {path: self._tree[path] for path in paths}
        blobs = self._repository.blobs(
            (entry.object for entry in entries.values() if entry.is_file), limit=MAX_SPEC_SIZE
        )
        snapshots = self._snapshots(entries)
        return {path: self._from_tree(path, entry, blobs, snapshots) for path, entry in entries.items()}

    def _snapshots(self, paths: Iterable[str]) -> dict[str, SnapshotFile]:
        """Return the snapshots beside specs of a revision, by the path of the spec."""
        beside = {path: self._tree.get(snapshot_name(path)) for path in paths}
        entries = {path: entry for path, entry in beside.items() if entry and entry.is_file}
        if not entries:
            return {}
        data = read_snapshots(self._repository, [entry.object for entry in entries.values()])
        return {
            path: snapshot_blob(f"{self.revision}:{shown(Path(snapshot_name(path)))}", data.get(entry.object))
            for path, entry in entries.items()
        }

    def _from_disk(self, path: str) -> SpecBlob:
        place = self._repository.top / path
        try:
            name = shown(Path(os.path.relpath(place)))
            return SpecBlob(path, name, read(place), None, self._user(path), find_snapshot(place))
        except FileError as trouble:
            return SpecBlob(path, shown(Path(os.path.relpath(place))), None, str(trouble))

    def _from_tree(
        self,
        path: str,
        entry: TreeEntry,
        blobs: Mapping[str, bytes | None],
        snapshots: Mapping[str, SnapshotFile],
    ) -> SpecBlob:
        name = f"{self.revision}:{shown(Path(path))}"
        if not entry.is_file:
            return SpecBlob(
                path, name, None, "it is not a file but a link" if entry.mode == LINK else "it is not a file"
            )
        data = blobs.get(entry.object)
        trouble = MAX_COMPARISONS if data is None else None
        return SpecBlob(path, name, data, trouble, self._user(path), snapshots.get(path))


def pair_specs(old: SpecTree, new: SpecTree) -> tuple[SpecPair, ...]:
    """Return the specs of two versions in pairs, by path; those that got another path are found again.

    What is the same in both is left out, unless a library can make a difference.
    """
    theirs, ours = old.library_objects(), new.library_objects()
    shared = bool(theirs) and (new.revision is None or theirs != ours)
    both = [path for path in new.paths if path in old]
    both += [path for path in old.paths if path in new and path not in set(both)]
    both = [path for path in both if shared or old.objects(path) is None or old.objects(path) != new.objects(path)]
    came = [path for path in new.paths if path not in old]
    went = [path for path in old.paths if path not in new]
    left = [path for path in old.specs() if path not in new and path not in went] if came else []
    then, now = old.read([*both, *went, *left]), new.read([*both, *came])
    found = [
        SpecPair(then[path], now[path])
        for path in both
        if then[path].data is None
        or then[path].data != now[path].data
        or _observed(then[path]) != _observed(now[path])
        or (shared and new.uses_libraries(now[path]))
    ]
    again = renamed([then[path] for path in (*went, *left)], [now[path] for path in came])
    found += [SpecPair(then[one], now[other]) for other, one in again.items()]
    found += [SpecPair(None, now[path]) for path in came if path not in again]
    found += [SpecPair(then[path], None) for path in went if path not in again.values()]
    return tuple(sorted(found, key=lambda pair: (pair.new or pair.old or SpecBlob("", "", None)).path))


def renamed(went: list[SpecBlob], came: list[SpecBlob]) -> dict[str, str]:
    """Return the old path of each file that got a new one: by content, by the id of the journey, by common lines."""
    found: dict[str, str] = {}
    for same in (_content, _journey):
        known = {key: text.path for text in reversed(went) if (key := same(text)) and text.path not in found.values()}
        for text in came:
            key = same(text)
            if text.path not in found and key in known:
                found[text.path] = known.pop(key)
    rest = [text for text in went if text.path not in found.values()]
    new = [text for text in came if text.path not in found]
    kin = ((_kinship(one, other), one.path, other.path) for one in rest for other in new)
    for likeness, one, other in sorted(kin, key=lambda row: (-row[0], row[1:])):
        if likeness >= MIN_SIMILARITY and other not in found and one not in found.values():
            found[other] = one
    return found


def read_snapshots(repository: Repository, objects: Sequence[str]) -> Mapping[str, bytes | None]:
    """Return snapshots by the names under which git keeps them; None for one that is too large."""
    if not objects:
        return {}
    from mapgen.observe.snapshot_file import MAX_SIZE

    return repository.blobs(objects, limit=MAX_SIZE)


def snapshot_blob(name: str, data: bytes | None) -> SnapshotFile:
    """Return a snapshot that git has, under the name that messages call it."""
    return SnapshotFile(name, data, "" if data is not None else "it is too large, or git does not have it")


def _observed(text: SpecBlob) -> bytes | None:
    return text.snapshot.data if text.snapshot else None


def _content(text: SpecBlob) -> bytes | None:
    return text.data


def _journey(text: SpecBlob) -> str | None:
    journey = text.checked().journey if text.data is not None else None
    return journey.id if journey else None


def _kinship(one: SpecBlob, other: SpecBlob) -> float:
    """Return how many lines two files have in common, from 0 to 1."""
    ours, theirs = (Counter((text.data or b"").splitlines()) for text in (one, other))
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0
