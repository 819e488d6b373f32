"""The content of a snapshot -> what was observed, and what is wrong with the file, said of the spec beside it."""

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.snapshot import Snapshot
from mapgen.observe.snapshot_file import read_snapshot
from mapgen.record import replace


def observed(name: str, data: bytes | None, trouble: str) -> tuple[Snapshot | None, tuple[Diagnostic, ...]]:
    """Return what a snapshot says, None and why if it cannot be used; `trouble` is why there is no content."""
    if data is None:
        return None, (Diagnostic("unreadable-snapshot", f"the snapshot {name} cannot be read: {trouble}"),)
    snapshot, found = read_snapshot(data)
    return snapshot, tuple(replace(one, message=_placed(name, one), span=None, pointer="") for one in found)


def _placed(name: str, found: Diagnostic) -> str:
    """Return the message with the place in the snapshot; the place of a diagnostic is one in the spec."""
    line = f", line {found.span.line}" if found.span else ""
    return f"{name}{line}: {found.message}"
