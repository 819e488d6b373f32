"""The snapshot, by the name of the layer that makes it: the journey that is compared with it holds the records."""

from mapgen.model.snapshot import (
    Counts,
    JourneyCounts,
    ObservedPath,
    Period,
    Snapshot,
    SurveyCounts,
    TouchpointCounts,
    TransitionCount,
)

__all__ = [
    "Counts",
    "JourneyCounts",
    "ObservedPath",
    "Period",
    "Snapshot",
    "SurveyCounts",
    "TouchpointCounts",
    "TransitionCount",
]
