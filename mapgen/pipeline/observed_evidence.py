"""Evidence that is what was observed -> the same with the date and the sample of the snapshot."""

from collections.abc import Mapping

from mapgen.analysis.observation import day
from mapgen.model.journey import Evidence, Journey
from mapgen.model.snapshot import Snapshot
from mapgen.record import names, replace


def with_observed_evidence(journey: Journey, snapshot: Snapshot) -> Journey:
    """Return a journey whose observed evidence has the day until which was counted, and how many journeys were.

    What the spec states stays.
    """
    dated = {one.pointer: _dated(one, snapshot) for one in journey.evidence if one.observed}
    changed = {pointer: one for pointer, one in dated.items() if one not in journey.evidence}
    found = _replaced(journey, changed) if changed else journey
    assert isinstance(found, Journey)  # noqa: S101 - it is the journey, with other evidence
    return found


def _dated(evidence: Evidence, snapshot: Snapshot) -> Evidence:
    sample = evidence.sample or snapshot.whole.journeys.over or None
    return replace(evidence, date=evidence.date or day(snapshot.until), sample=sample)


def _replaced(value: object, evidence: Mapping[str, Evidence]) -> object:
    """Return a value in which evidence, by its pointer, is replaced wherever it is referenced."""
    if isinstance(value, Evidence):
        return evidence.get(value.pointer, value)
    if isinstance(value, tuple):
        parts = tuple(_replaced(part, evidence) for part in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    changes = {
        name: new for name in names(value) if (held := getattr(value, name)) is not (new := _replaced(held, evidence))
    }
    return replace(value, **changes) if changes else value
