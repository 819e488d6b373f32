"""Specs in two revisions -> which file then is which file now."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from mapgen.cli.net import unexpected
from mapgen.cli.selection import Selection
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.files.finding import is_spec
from mapgen.files.reading import SPEC_SIZE, read
from mapgen.files.trouble import FileTroubleError, shown
from mapgen.git import Entry, Repository
from mapgen.pipeline import Checked, check
from mapgen.record import record

KIN = 0.5
"""From here on, of 1, two files have enough lines in common to be the same one under another name."""

TOO_LARGE = f"it is larger than {SPEC_SIZE // 1_000_000} MB, or git does not have it"
"""Why there is no blob."""

LINK = "120000"
"""The mode of a link in a tree."""


@record
class Text:
    """A spec in one version.

    `name` is what messages call it. `data` is None where it cannot be read, and `trouble` says why.
    """

    path: str
    name: str
    data: bytes | None
    trouble: str | None = None

    def checked(self) -> Checked:
        """Read it as a journey."""
        if self.data is None:
            fault = Diagnostic("unreadable-file", f"the spec cannot be read: {self.trouble}")
            return Checked(self.name, "", None, None, (fault,))
        try:
            return check(self.data, name=self.name)
        except Exception as error:  # noqa: BLE001 - one version never stops the others
            return Checked(self.name, "", None, None, (unexpected(error),))


@record
class Couple:
    """A spec then and now; None where it was not there."""

    old: Text | None
    new: Text | None


class Version:
    """The specs of a revision, or of the working tree."""

    def __init__(self, repository: Repository, selection: Selection, revision: str | None, commit: str | None) -> None:
        """Look at a commit and call it as the person did; at the working tree where `revision` is None."""
        self._repository = repository
        self.revision = revision
        self._tree: Mapping[str, Entry] = repository.tree(commit) if commit else {}
        self.paths = [path for path in self._tree if selection(path)] if revision else list(selection.on_disk())

    @property
    def shown(self) -> str:
        """What people call it."""
        return self.revision or "the working tree"

    def __contains__(self, path: str) -> bool:
        """Tell whether there is such a file."""
        return path in self._tree if self.revision else os.path.lexists(self._repository.top / path)

    def object(self, path: str) -> str | None:
        """Return the name under which git keeps a file; None where git was not asked."""
        entry = self._tree.get(path)
        return entry.object if entry else None

    def specs(self) -> list[str]:
        """Return the paths of all specs in the tree, meant or not."""
        return [path for path in self._tree if is_spec(Path(path).name)]

    def read(self, paths: Iterable[str]) -> dict[str, Text]:
        """Return files by path."""
        if self.revision is None:
            return {path: self._from_disk(path) for path in paths}
        entries = {path: self._tree[path] for path in paths}
        blobs = self._repository.blobs((entry.object for entry in entries.values() if entry.is_file), limit=SPEC_SIZE)
        return {path: self._from_tree(path, entry, blobs) for path, entry in entries.items()}

    def _from_disk(self, path: str) -> Text:
        place = self._repository.top / path
        try:
            return Text(path, shown(Path(os.path.relpath(place))), read(place))
        except FileTroubleError as trouble:
            return Text(path, shown(Path(os.path.relpath(place))), None, str(trouble))

    def _from_tree(self, path: str, entry: Entry, blobs: Mapping[str, bytes | None]) -> Text:
        name = f"{self.revision}:{shown(Path(path))}"
        if not entry.is_file:
            return Text(path, name, None, "it is not a file but a link" if entry.mode == LINK else "it is not a file")
        data = blobs.get(entry.object)
        return Text(path, name, data, TOO_LARGE if data is None else None)


def couple(old: Version, new: Version) -> tuple[Couple, ...]:
    """Return the specs of two versions in pairs, by path; those that got another path are found again.

    What is the same in both is left out.
    """
    both = [path for path in new.paths if path in old]
    both += [path for path in old.paths if path in new and path not in set(both)]
    both = [path for path in both if old.object(path) is None or old.object(path) != new.object(path)]
    came = [path for path in new.paths if path not in old]
    went = [path for path in old.paths if path not in new]
    left = [path for path in old.specs() if path not in new and path not in went] if came else []
    then, now = old.read([*both, *went, *left]), new.read([*both, *came])
    found = [
        Couple(then[path], now[path]) for path in both if then[path].data is None or then[path].data != now[path].data
    ]
    again = renamed([then[path] for path in (*went, *left)], [now[path] for path in came])
    found += [Couple(then[one], now[other]) for other, one in again.items()]
    found += [Couple(None, now[path]) for path in came if path not in again]
    found += [Couple(then[path], None) for path in went if path not in again.values()]
    return tuple(sorted(found, key=lambda pair: (pair.new or pair.old or Text("", "", None)).path))


def renamed(went: list[Text], came: list[Text]) -> dict[str, str]:
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
        if likeness >= KIN and other not in found and one not in found.values():
            found[other] = one
    return found


def _content(text: Text) -> bytes | None:
    return text.data


def _journey(text: Text) -> str | None:
    journey = text.checked().journey if text.data is not None else None
    return journey.id if journey else None


def _kinship(one: Text, other: Text) -> float:
    """Return how many lines two files have in common, from 0 to 1."""
    ours, theirs = (Counter((text.data or b"").splitlines()) for text in (one, other))
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0
