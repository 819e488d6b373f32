"""A spec on the disk -> the snapshot beside it, if there is one."""

import os
from pathlib import Path

from mapgen.api import SnapshotFile
from mapgen.files.errors import FileError, shown
from mapgen.files.finding import snapshot_name
from mapgen.files.reading import read


def snapshot_path(spec: Path) -> Path:
    """Return where the snapshot of a spec lies, whether there is one or not."""
    return spec.with_name(snapshot_name(spec.name))


def find_snapshot(spec: Path) -> SnapshotFile | None:
    """Return the snapshot beside a spec; without one, a look at the folder is all it costs."""
    path = snapshot_path(spec)
    if not os.path.lexists(path):
        return None
    from mapgen.observe.snapshot_file import MAX_SIZE

    try:
        return SnapshotFile(shown(path), read(path, limit=MAX_SIZE))
    except FileError as trouble:
        return SnapshotFile(shown(path), None, str(trouble))
