"""Journey -> Listing: its scenarios and the paths through its flow, each with all there is to say about it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
    the way is one that moves nobody. `end` is None for a scenario. `walked` is how many journeys were observed to take
    it from begin to end, as far as its touchpoints are measured; None without a snapshot, and where too few did.
    """

    passage: PathSummary
    scenario: Scenario | None
    chance: float | None
    bound: bool
    end: OutcomeKind | None
    reason: str | None
    walked: int | None = None


@record
class ScenarioReport:
    """What `mapgen scenarios` tells of one spec. `numbers` are those of the touchpoints (ids) on the map, from 1.

    `told` says whether the spec gives any share; where not, paths are sorted by their length. `complete` says that
    there are no more paths than these, or none to the `end` that was asked for. `observed` are the paths that customers
    took and no scenario names, the most frequent first, and `over` the journeys of which they are a part.
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
    observed: tuple[ReportedPath, ...] = ()
    over: int | None = None
    is_observed: bool = False
    """Whether chances are those that were observed, because the spec gives no share."""

    @property
    def covered(self) -> float | None:
        """The part of all who begin that takes one of the paths, from 0 to 1; None where shares are missing."""
        chances = [path.chance for path in self.paths if path.chance is not None and not path.bound]
        return min(1.0, fsum(chances)) if self.told and len(chances) == len(self.paths) > 0 else None


def report_scenarios(journey: Journey, name: str, *, most: int, end: OutcomeKind | None) -> ScenarioReport:
    """Return the scenarios and the `most` likeliest paths, those to one kind of `end` or all."""
    movement, is_observed = _movement(journey)
    touchpoints = {one.id: one for one in journey.touchpoints()}
    walks = _walks(journey)
    paths, complete = most_likely_paths(movement, most, outcome=end)
    return ScenarioReport(
        name=name,
        journey=journey,
        numbers={ident: number for number, ident in enumerate(touchpoints, start=1)},
        told=movement.told,
        chances=analyze_outcomes(movement),
        scenarios=tuple(_scenarios(journey, movement, touchpoints, walks, is_observed=is_observed)),
        paths=tuple(_path(path, movement, touchpoints, walks) for path in paths),
        complete=complete,
        end=end,
        observed=tuple(walks.unnamed(journey, touchpoints))[:most],
        over=journey.observed.whole.journeys.over if journey.observed else None,
        is_observed=is_observed,
    )


def _movement(journey: Journey) -> tuple[TransitionModel, bool]:
    """Return how customers move by the shares of the spec, or without any as it was observed, and whether it was."""
    flow = analyze_flow(journey)
    movement = find_transitions(journey, flow)
    if movement.told or journey.observed is None:
        return movement, False
    from mapgen.analysis import analyze
    from mapgen.analysis.observed_movement import observed_movement

    seen = analyze(journey).observed
    return (observed_movement(journey, flow, seen.whole), True) if seen else (movement, False)


@record
class _Walks:
    """The paths of a snapshot, by what of them can be observed: how many journeys took each from begin to end."""

    measured: Collection[str]
    journeys: Mapping[tuple[str, ...], int]

    def seen(self, path: Sequence[str]) -> tuple[str, ...]:
        """Return what can be observed of a path."""
        return tuple(place for place in path if place in self.measured)

    def count(self, path: Sequence[str]) -> int | None:
        """Return how many journeys took exactly a path; None where nothing of it can be observed, or too few did."""
        return self.journeys.get(self.seen(path))

    def unnamed(self, journey: Journey, touchpoints: Mapping[str, Touchpoint]) -> Iterator[ReportedPath]:
        """Yield the paths that no scenario names; one through a touchpoint that is gone is not on the map."""
        named = {self.seen(scenario.path) for scenario in journey.scenarios}
        for path, count in sorted(self.journeys.items(), key=lambda one: -one[1]):
            if path not in named and touchpoints.keys() >= set(path):
                yield ReportedPath(summarize_path(path, touchpoints), None, None, False, None, None, count)  # noqa: FBT003 - no bound


def _walks(journey: Journey) -> _Walks:
    seen = journey.observed
    if seen is None:
        return _Walks((), {})
    return _Walks(seen.whole.touchpoints.keys(), {one.touchpoints: one.journeys for one in seen.paths})


def _scenarios(
    journey: Journey,
    movement: TransitionModel,
    touchpoints: Mapping[str, Touchpoint],
    walks: _Walks,
    *,
    is_observed: bool,
) -> Iterator[ReportedPath]:
    for scenario in sorted(journey.scenarios, key=lambda scenario: -(scenario.share or 0)):
        path = walks.seen(scenario.path) if is_observed else scenario.path
        chance, bound = likelihood(movement, path) if path else (0.0, False)
        told = chance if movement.told and chance else None
        walked = walks.count(scenario.path)
        yield ReportedPath(summarize_path(scenario.path, touchpoints), scenario, told, bound, None, None, walked)


def _path(
    path: FlowPath, movement: TransitionModel, touchpoints: Mapping[str, Touchpoint], walks: _Walks
) -> ReportedPath:
    leave = path.leave
    chance = path.chance if movement.told else None
    way = summarize_path(path.touchpoints, touchpoints)
    kind: OutcomeKind = leave.kind if leave else "end"
    reason = leave.reason if leave else None
    return ReportedPath(way, None, chance, path.bound, kind, reason, walks.count(path.touchpoints))
