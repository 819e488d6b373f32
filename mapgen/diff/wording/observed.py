"""The change of what was observed -> its description."""

from mapgen.analysis.observation import day
from mapgen.diff.changes import Change
from mapgen.diff.observations import LEAVING, ObservedFigure, ObservedSpan
from mapgen.diff.wording.sentence import Sentence, quoted
from mapgen.diff.wording.values import WORDS


def observed_change(change: Change) -> Sentence:
    """Describe a share that changed, or another snapshot."""
    before, after = change.before, change.after
    if isinstance(before, ObservedFigure) and isinstance(after, ObservedFigure):
        return _share(change, before, after)
    spans = [span if isinstance(span, ObservedSpan) else None for span in (before, after)]
    return (_snapshot(*spans),)


def _share(change: Change, before: ObservedFigure, after: ObservedFigure) -> Sentence:
    """Describe how many leave or go on, and how many did before."""
    now, then = WORDS.percent(after.share), WORDS.percent(before.share)
    when = f"{then} in {before.period}" if before.period else f"{then} before"
    effect = f": {change.effect}" if change.effect else ""
    if change.field == LEAVING or after.end is None:
        return (f"{now} leave, {when}{effect}",)
    if not before.share:
        return ("new transition to ", *quoted(after.end), f": {now}")
    if not after.share:
        return ("nobody goes on to ", *quoted(after.end), f" any more, {when}")
    return (f"{now} go on to ", *quoted(after.end), f", {when}")


def _snapshot(before: ObservedSpan | None, after: ObservedSpan | None) -> str:
    """Describe on one line what a snapshot is about, and what the one before it was about."""
    if after is None:
        return "no longer observed"
    told = f"observed from {day(after.since)} until {day(after.until)}"
    if before and before.since != after.since:
        told += f", from {day(before.since)} until {day(before.until)} before"
    elif before and before.until != after.until:
        told += f", until {day(before.until)} before"
    elif before:
        told += ", counted again"
    if after.as_planned is not None and after.over is not None:
        told += f": {WORDS.percent(after.as_planned)} of {WORDS.number(after.over)} journeys as planned"
    return told
