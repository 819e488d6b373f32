"""What was observed -> words: how many journeys went as planned, and in which time."""

from mapgen.analysis.observation import Observation, ObservedAnalysis, day
from mapgen.words import Words


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
