"""Two versions of a snapshot -> the newer one, whole: figures of two do not belong together."""

import re

from mapgen.model.snapshot import Snapshot
from mapgen.observe.snapshot_file import read_snapshot

_SNAPSHOT = re.compile(rb'\s*\{\s*"format"\s*:\s*"mapgen-observed"')


def is_snapshot(data: bytes) -> bool:
    """Return whether a file is meant as a snapshot.

    >>> is_snapshot(b'{ "format": "mapgen-observed"'), is_snapshot(b"title: Coffee")
    (True, False)
    """
    return _SNAPSHOT.match(data) is not None


def newer(ours: bytes, theirs: bytes) -> bytes | None:
    """Return the snapshot that ends later or, of two, the one with more rows; None if neither can be read.

    Of equals, it is the one with the greater digest, so that the order of the two does not matter.
    """
    read = [(snapshot, data) for data in (ours, theirs) if (snapshot := read_snapshot(data)[0])]
    return max(read, key=lambda one: _age(one[0]))[1] if read else None


def _age(snapshot: Snapshot) -> tuple[str, int, str]:
    return snapshot.until, snapshot.rows, snapshot.digest
