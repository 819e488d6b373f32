"""Journey -> Listing: its scenarios and the paths through its flow, each with all there is to say about it."""

from collections.abc import Iterator, Mapping
from math import fsum

from mapgen.analysis.flow import analyze_flow
from mapgen.analysis.outcomes import OutcomeAnalysis, OutcomeKind, analyze_outcomes
from mapgen.analysis.path_summary import PathSummary, summarize_path
from mapgen.analysis.paths import FlowPath, likelihood, most_likely_paths
from mapgen.analysis.transitions import TransitionModel, find_transitions
from mapgen.model.journey import Journey, Scenario, Touchpoint
from mapgen.record import record


@record
class ReportedPath:
    """A way through the journey: a scenario of the author's, or a path that was found.

    `chance` is what the shares of the flow say, from 0 to 1: of a path for all who begin, of a scenario for those who
    are at its first touchpoint. It is the most that it can be where `bound`, and None where the spec gives no shares or
    the way is one that moves nobody. `end` is None for a scenario.
    """

    passage: PathSummary
    scenario: Scenario | None
    chance: float | None
    bound: bool
    end: OutcomeKind | None
    reason: str | None


@record
class ScenarioReport:
    """What `mapgen scenarios` tells of one spec. `numbers` are those of the touchpoints (ids) on the map, from 1.

    `told` says whether the spec gives any share; where not, paths are sorted by their length. `complete` says that
    there are no more paths than these, or none to the `end` that was asked for.
    """

    name: str
    journey: Journey
    numbers: Mapping[str, int]
    told: bool
    chances: OutcomeAnalysis | None
    scenarios: tuple[ReportedPath, ...]
    paths: tuple[ReportedPath, ...]
    complete: bool
    end: OutcomeKind | None

    @property
    def covered(self) -> float | None:
        """The part of all who begin that takes one of the paths, from 0 to 1; None where shares are missing."""
        chances = [path.chance for path in self.paths if path.chance is not None and not path.bound]
        return min(1.0, fsum(chances)) if self.told and len(chances) == len(self.paths) > 0 else None


def report_scenarios(journey: Journey, name: str, *, most: int, end: OutcomeKind | None) -> ScenarioReport:
    """Return the scenarios and the `most` likeliest paths, those to one kind of `end` or all."""
    movement = find_transitions(journey, analyze_flow(journey))
    touchpoints = {one.id: one for one in journey.touchpoints()}
    paths, complete = most_likely_paths(movement, most, outcome=end)
    return ScenarioReport(
        name=name,
        journey=journey,
        numbers={ident: number for number, ident in enumerate(touchpoints, start=1)},
        told=movement.told,
        chances=analyze_outcomes(movement),
        scenarios=tuple(_scenarios(journey, movement, touchpoints)),
        paths=tuple(_path(path, movement, touchpoints) for path in paths),
        complete=complete,
        end=end,
    )


def _scenarios(
    journey: Journey, movement: TransitionModel, touchpoints: Mapping[str, Touchpoint]
) -> Iterator[ReportedPath]:
    for scenario in sorted(journey.scenarios, key=lambda scenario: -(scenario.share or 0)):
        chance, bound = likelihood(movement, scenario.path)
        told = chance if movement.told and chance else None
        yield ReportedPath(summarize_path(scenario.path, touchpoints), scenario, told, bound, None, None)


def _path(path: FlowPath, movement: TransitionModel, touchpoints: Mapping[str, Touchpoint]) -> ReportedPath:
    leave = path.leave
    chance = path.chance if movement.told else None
    way = summarize_path(path.touchpoints, touchpoints)
    return ReportedPath(way, None, chance, path.bound, leave.kind if leave else "end", leave.reason if leave else None)
