"""Snapshots for tests: only what a test says, the rest empty."""

from collections.abc import Mapping, Sequence

from mapgen.model.snapshot import (
    Counts,
    JourneyCounts,
    ObservedPath,
    Period,
    Snapshot,
    TouchpointCounts,
    TransitionCount,
)
from mapgen.observe.snapshot_file import sealed
from mapgen.record import replace

Flows = Mapping[str, Mapping[str | None, int]]
"""By touchpoint: how many settled visits were followed by which touchpoint; None is an exit."""

NO_JOURNEYS = JourneyCounts(0, 0, 0, 0, 0, 0, 0)

JOURNEYS = JourneyCounts(
    over=116_864,
    as_planned=69_924,
    unknown_transition=19_128,
    unknown_entry=4_655,
    unknown_exit=26_327,
    open=17_886,
    may_have_begun_before=14_816,
)


def counts(  # noqa: PLR0913 - each has its default
    flows: Flows,
    *,
    entries: Mapping[str, int] | None = None,
    journeys: JourneyCounts = NO_JOURNEYS,
    funnel: Mapping[str, int | None] | None = None,
    merged: Mapping[str, int] | None = None,
    still_open: int = 0,
) -> Counts:
    """Return the counts of one cut; `merged`: by touchpoint, the visits whose transitions are not listed.

    `still_open` is the number of visits at each touchpoint that are not settled.
    """
    touchpoints = {}
    for place, after in flows.items():
        hidden = (merged or {}).get(place, 0)
        visits = sum(after.values()) + hidden
        touchpoints[place] = TouchpointCounts(
            visits=visits,
            exits=after.get(None, 0),
            entries=(entries or {}).get(place, 0),
            open=still_open,
            customers=visits,
            merged_visits=hidden,
        )
    transitions = (
        TransitionCount(start, end, visits, 21, 27)
        for start, after in flows.items()
        for end, visits in after.items()
        if end is not None and visits
    )
    stages = funnel or {}
    return Counts(touchpoints, tuple(transitions), journeys, stages, stages)


def snapshot(
    whole: Counts,
    *,
    paths: Sequence[tuple[tuple[str, ...], int]] = (),
    periods: Sequence[tuple[str, Counts]] = (),
    segments: Sequence[tuple[str, Counts]] = (),
    provisional: Sequence[str] = (),
) -> Snapshot:
    """Return a snapshot of the months from January to August 2026."""
    return sealed(
        replace(
            EMPTY,
            whole=whole,
            paths=tuple(ObservedPath(path, count) for path, count in paths),
            periods=tuple(Period(name, name in provisional, one) for name, one in periods),
            segments=tuple(segments),
        )
    )


EMPTY = Snapshot(
    journey="music-subscription",
    query=1,
    mapping="sha256:" + "0" * 64,
    ends_after="P30D",
    simultaneous=None,
    hidden_below=10,
    zone="UTC",
    since="2026-01-01T00:00:00Z",
    until="2026-10-01T00:00:00Z",
    settled_until="2026-09-01T00:00:00Z",
    rows=993_807,
    mapped=551_322,
    nameless=0,
    tied=0,
    whole=counts({}),
    paths=(),
    periods=(),
    segments=(),
    surveys=(),
    digest="",
)
"""A snapshot in which nothing was seen."""
