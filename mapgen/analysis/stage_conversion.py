"""A stage and the shares within it -> the part of those who enter it that enters the next one."""

from collections.abc import Iterable, Mapping
from math import fsum

from mapgen.analysis.flow import FlowAnalysis, Way, exit_shares, is_beside
from mapgen.analysis.markov import factorize
from mapgen.analysis.outcomes import MIN_SHARE, OutcomeAnalysis
from mapgen.model.journey import Journey, Number, Stage
from mapgen.record import record


@record
class StageConversion:
    """What is known of the ways through stages, by touchpoint (id).

    `entrances` are the touchpoints at which stages are entered; `visits`, where they are known, how often one who
    begins comes to each touchpoint. `returns` tells whether a way leads back into an earlier stage.
    """

    ways: Mapping[str, list[Way]]
    exits: Mapping[str, tuple[Number | None, ...]]
    entrances: frozenset[str]
    visits: Mapping[str, float]
    returns: bool

    def conversion(self, stage: Stage, following: Stage) -> float | None:
        """Return the part of those who enter a stage that enters the next one, by what the author said of shares.

        None where nothing was said, where a share is open, where a way leads to another stage than the next, or where
        nobody knows how many enter the stage in its midst.
        """
        if not stage.touchpoints:
            return _stay(self.exits.get(stage.id, ()))
        here = [touchpoint.id for touchpoint in stage.touchpoints]
        there = {touchpoint.id for touchpoint in following.touchpoints}
        if not self._is_told(here) or not self._is_closed(here, there):
            return None
        entering = self._entering(here)
        return self._settle(here, there, entering) if entering else None

    def _is_told(self, here: Iterable[str]) -> bool:
        """Whether the author gave any share in the stage; without one, that everybody goes on would be a guess."""
        return any(place in self.exits or any(map(_is_stated, self.ways.get(place, ()))) for place in here)

    def _is_closed(self, here: list[str], there: set[str]) -> bool:
        """Whether each share in the stage is known, and each way stays or enters the next stage."""
        known = there.union(here)
        return all(
            all(is_beside(way) or (way.share is not None and way.end in known) for way in self.ways.get(place, ()))
            and all(share is not None for share in self.exits.get(place, ()))
            for place in here
        )

    def _entering(self, here: list[str]) -> Mapping[str, float] | None:
        """Return how many enter the stage at each touchpoint: those who come there, but for who came from within."""
        if self.entrances.isdisjoint(here[1:]):
            return {here[0]: 1.0}
        entering = {place: self.visits.get(place, 0.0) for place in here}
        for place in here:
            for way in self.ways.get(place, ()):
                if way.end in entering:
                    entering[way.end] -= self.visits.get(place, 0.0) * (way.share or 0.0)
        return entering if fsum(entering.values()) > MIN_SHARE else None

    def _settle(self, here: list[str], there: set[str], entering: Mapping[str, float]) -> float | None:
        """Return the chance to get from where the stage is entered to the next; None where nobody leaves a loop."""
        steps: dict[str, dict[str, float]] = {place: {} for place in here}
        arrivals = dict.fromkeys(here, 0.0)
        for place in here:
            for way in self.ways.get(place, ()):
                if way.end in there:
                    arrivals[place] += way.share or 0.0
                elif way.share:
                    steps[place][way.end] = steps[place].get(way.end, 0.0) + way.share
        chain = factorize(steps)
        if chain is None:
            return None
        hits = chain.expected_reward(arrivals)
        return fsum(part * hits[place] for place, part in entering.items()) / fsum(entering.values())


def find_stage_conversion(journey: Journey, flow: FlowAnalysis, chances: OutcomeAnalysis | None) -> StageConversion:
    """Return what is known of the ways through the stages of a journey."""
    stages = {touchpoint.id: at for at, stage in enumerate(journey.stages) for touchpoint in stage.touchpoints}
    ways: dict[str, list[Way]] = {}
    for way in flow.ways:
        ways.setdefault(way.start, []).append(way)
    crossing = [way for way in flow.ways if not is_beside(way) and stages[way.start] != stages[way.end]]
    known = chances is not None and not chances.unknown
    return StageConversion(
        ways=ways,
        exits=exit_shares(journey),
        entrances=frozenset((*flow.entries, *(way.end for way in crossing))),
        visits=chances.visits if chances and known else {},
        returns=any(stages[way.end] < stages[way.start] for way in crossing),
    )


def _is_stated(way: Way) -> bool:
    return way.share is not None and not way.implied


def _stay(exits: Iterable[Number | None]) -> float | None:
    known = [share for share in exits if share is not None]
    return 1 - fsum(known) if known and len(known) == len(tuple(exits)) else None
