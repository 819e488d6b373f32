"""What was observed of a journey, for rules that compare it with the map, and the words for it."""

from collections.abc import Iterator, Mapping

from mapgen.analysis.flow import Way
from mapgen.analysis.observation import Observation, ObservedAnalysis, ObservedShare, ObservedTransition
from mapgen.audit.number_text import percent
from mapgen.audit.rule import Case
from mapgen.diagnostics.phrases import counted, quoted
from mapgen.model.journey import Journey, Touchpoint
from mapgen.record import record

EXIT = None
"""The end of those who leave."""


@record
class Observed:
    """What was observed, with the touchpoints and the edges of the map that it is about, by id."""

    whole: Observation
    touchpoints: Mapping[str, Touchpoint]
    ways: Mapping[tuple[str, str], Way]

    def planned(self) -> Iterator[tuple[ObservedTransition, Way]]:
        """Yield the observed transitions that are edges of the map, each with its edge."""
        for one in self.whole.transitions:
            way = self.ways.get((one.start, one.end))
            if way:
                yield one, way

    def name(self, touchpoint: str) -> str:
        """Return the name of a touchpoint, in quotes."""
        return quoted(self.touchpoints[touchpoint].name)

    def start(self, touchpoint: str) -> str:
        """Return the pointer to a touchpoint."""
        return self.touchpoints[touchpoint].pointer

    def visits(self, start: str, end: str | None, taken: ObservedShare) -> str:
        """Say which part of the visits of a touchpoint goes on to another one, or ends there."""
        part = f"at most {percent(taken.interval.high)}" if taken.share is None else percent(taken.share)
        way = "are the last" if end is None else f"go on to {self.name(end)}"
        return f"{part} of {counted(taken.of, 'visit')} of {self.name(start)} {way}"


def observation_of(case: Case) -> ObservedAnalysis | None:
    """Return what was observed; None without a snapshot, and for a future state, which is a plan to be different."""
    return None if case.journey.state == "future" else case.analysis.observed


def observed_of(case: Case) -> Observed | None:
    """Return what was observed in all of the data, as `observation_of`."""
    found = observation_of(case)
    if found is None:
        return None
    touchpoints = {one.id: one for one in case.journey.touchpoints()}
    return Observed(found.whole, touchpoints, {(way.start, way.end): way for way in case.analysis.flow.ways})


def mapping_pointer(journey: Journey) -> str:
    """Return the pointer to the `events` of a journey, or to all of it where there are none any more."""
    return journey.events.pointer if journey.events else ""
