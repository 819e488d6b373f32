"""All steps in their order: YAML text -> Journey -> the contents of the files.

Pure: disk and terminal are elsewhere. Whoever only checks specs imports nothing that draws.
"""

from typing import TYPE_CHECKING

from mapgen.lazy import lazily

if TYPE_CHECKING:
    from mapgen.pipeline.checking import Checked, SnapshotFile, check
    from mapgen.pipeline.drawing import DEFAULT_THEME, DrawObserver, DrawRequest, draw

__all__ = ["DEFAULT_THEME", "Checked", "DrawObserver", "DrawRequest", "SnapshotFile", "check", "draw"]
__getattr__ = lazily(
    __name__,
    dict.fromkeys(("Checked", "SnapshotFile", "check"), "mapgen.pipeline.checking")
    | dict.fromkeys(("DEFAULT_THEME", "DrawObserver", "DrawRequest", "draw"), "mapgen.pipeline.drawing"),
)
