"""A snapshot that tests share: two stages, three touchpoints, two periods, one segment."""

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
from mapgen.observe.snapshot_file import sealed

DIGEST = "sha256:" + "0" * 64


def counts(times: int) -> Counts:
    """Return counts of which each is a multiple of a number."""
    return Counts(
        touchpoints={
            "search": TouchpointCounts(100 * times, 20 * times, 90 * times, None, 80 * times, 10 * times),
            "compare": TouchpointCounts(70 * times, None, None, 0, 60 * times, 70 * times),
            "pay": TouchpointCounts(None, None, 0, 0, None),
        },
        transitions=(TransitionCount("search", "compare", 70 * times, 21, None),),
        journeys=JourneyCounts(90 * times, 60 * times, 20 * times, None, 0, 10 * times, 0),
        funnel={"find": 90 * times, "buy": None},
        reached={"find": 90 * times, "buy": 30 * times},
    )


SNAPSHOT = sealed(
    Snapshot(
        journey="music",
        query=1,
        mapping=DIGEST,
        ends_after="P30D",
        simultaneous=None,
        hidden_below=10,
        zone="Europe/Amsterdam",
        since="2026-01-01T00:00:00Z",
        until="2026-03-01T00:00:00Z",
        settled_until="2026-02-01T00:00:00Z",
        rows=1000,
        mapped=600,
        nameless=3,
        tied=1,
        whole=counts(2),
        paths=(ObservedPath(("search", "compare"), 40),),
        periods=(
            Period("2026-01", provisional=False, counts=counts(1)),
            Period("2026-02", provisional=True, counts=counts(1)),
        ),
        segments=(("ios", counts(1)),),
        surveys=(SurveyCounts("pay", "csat", (1, 2, 3, 4, 5)),),
        digest="",
    )
)
