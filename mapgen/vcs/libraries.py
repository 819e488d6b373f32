"""The name of a library, as a file writes it -> that file in a revision."""

import posixpath
from collections.abc import Mapping, Sequence
from pathlib import Path

from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.files.errors import shown
from mapgen.files.libraries import FROM_HERE
from mapgen.model.libraries import Libraries
from mapgen.model.library import MAX_LIBRARY_SIZE, LibraryFile, is_library
from mapgen.vcs.git import Repository, TreeEntry


def libraries_of_tree(
    repository: Repository, tree: Mapping[str, TreeEntry], called: str, defaults: Sequence[str] = ()
) -> Libraries:
    """Return the libraries of a revision, which is `called` so in messages.

    `defaults` are paths from the top; one that the revision does not have yet counts for none of its specs.
    """

    def find(name: str, user: str) -> LibraryFile:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(user), name))
        if path.startswith(("../", "/")):
            return LibraryFile(path, name, trouble="it is outside the repository")
        entry = tree.get(path)
        if entry is None:
            near = nearest(path, [one for one in tree if is_library(one)])
            return LibraryFile(path, name, hint=f"did you mean {quoted(near)}?" if near else FROM_HERE, exists=False)
        if not entry.is_file:
            return LibraryFile(path, name, trouble="it is not a file")
        data = repository.blobs([entry.object], limit=MAX_LIBRARY_SIZE).get(entry.object)
        trouble = "" if data is not None else f"it is larger than {MAX_LIBRARY_SIZE // 1_000_000} MB"
        return LibraryFile(path, f"{called}:{shown(Path(path))}", data, trouble)

    return Libraries(find, [name for name in defaults if name in tree])
