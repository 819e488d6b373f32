"""What programs call: specs as maps, with diagnostics and journeys as values. The command line calls nothing else.

Pure: `mapgen.load`, which reads files, is in `mapgen.build`.
"""

from typing import TYPE_CHECKING

from mapgen.lazy import lazily

if TYPE_CHECKING:
    from mapgen.api.audits import audit
    from mapgen.api.diffs import diff
    from mapgen.api.journey_map import JourneyMap, SpecError
    from mapgen.pipeline.accepting import Accepted, accept
    from mapgen.pipeline.checking import Checked, SnapshotFile, check
    from mapgen.pipeline.drawing import DEFAULT_THEME, DrawObserver, DrawRequest, draw

__all__ = [
    "DEFAULT_THEME",
    "Accepted",
    "Checked",
    "DrawObserver",
    "DrawRequest",
    "JourneyMap",
    "SnapshotFile",
    "SpecError",
    "accept",
    "audit",
    "check",
    "diff",
    "draw",
]
__getattr__ = lazily(
    __name__,
    {
        "audit": "mapgen.api.audits",
        "diff": "mapgen.api.diffs",
        **dict.fromkeys(("JourneyMap", "SpecError"), "mapgen.api.journey_map"),
        **dict.fromkeys(("Accepted", "accept"), "mapgen.pipeline.accepting"),
        **dict.fromkeys(("Checked", "SnapshotFile", "check"), "mapgen.pipeline.checking"),
        **dict.fromkeys(("DEFAULT_THEME", "DrawObserver", "DrawRequest", "draw"), "mapgen.pipeline.drawing"),
    },
)
