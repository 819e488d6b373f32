"""What was observed -> words: how many journeys went as planned, and in which time."""

from datetime import date, timedelta

from mapgen.analysis.observation import Observation, ObservedAnalysis
from mapgen.words import Words

_NOON = 12


def conformance(words: Words, found: ObservedAnalysis, cut: Observation | None = None) -> str | None:
    """Tell how many journeys went as planned, of all or of one cut; None where none is over, or the figure is hidden.

    It is about the plan that the snapshot was counted for, and says so where that is an earlier one.
    """
    cut = cut or found.whole
    over, planned, unknown = cut.journeys.over, cut.as_planned, cut.with_unknown_transition
    if over is None or planned is None:
        return None
    values = {
        "since": words.date(day(found.snapshot.since)),
        "until": words.date(day(found.snapshot.settled_until)),
        "share": words.percent(planned),
    }
    if unknown is None:
        told = words.count("went-as-planned", over, **values)
    else:
        told = words.count("took-unknown", over, unknown=words.percent(unknown), **values)
    return f"{told} · {words('of-earlier-plan')}" if found.of_this_plan is False else told


def day(moment: str) -> str:
    """Return the day that begins at a time in UTC: midnight of another zone is that of the nearest day.

    >>> day("2026-01-01T00:00:00Z"), day("2025-12-31T23:00:00Z"), day("2026-01-01T05:00:00Z")
    ('2026-01-01', '2026-01-01', '2026-01-01')
    """
    begun = date.fromisoformat(moment[:10])
    return (begun + timedelta(days=1) if int(moment[11:13]) >= _NOON else begun).isoformat()
