"""Journey -> Listing: its scenarios and the paths through its flow, each with all there is to say about it."""

from collections.abc import Callable, Iterator, Mapping
from math import fsum

from mapgen.analysis.chances import Chances, Outcome, analyse_chances
from mapgen.analysis.flow import analyse_flow
from mapgen.analysis.moves import Movement, find_moves
from mapgen.analysis.passages import Passage, passage
from mapgen.analysis.paths import Path, likeliest, likelihood
from mapgen.model.journey import Journey, Scenario, Touchpoint
from mapgen.record import record


@record
class Listed:
    """A way through the journey: a scenario of the author's, or a path that was found.

    `chance` is what the shares of the flow say, from 0 to 1: of a path for all who begin, of a scenario for those who
    are at its first touchpoint. It is the most that it can be where `bound`, and None where the spec gives no shares or
    the way is one that moves nobody. `end` is None for a scenario.
    """

    passage: Passage
    scenario: Scenario | None
    chance: float | None
    bound: bool
    end: Outcome | None
    reason: str | None


@record
class Listing:
    """What `mapgen scenarios` tells of one spec. `numbers` are those of the touchpoints (ids) on the map, from 1.

    `told` says whether the spec gives any share; where not, paths are sorted by their length. `complete` says that
    there are no more paths than these, or none to the `end` that was asked for.
    """

    name: str
    journey: Journey
    numbers: Mapping[str, int]
    told: bool
    chances: Chances | None
    scenarios: tuple[Listed, ...]
    paths: tuple[Listed, ...]
    complete: bool
    end: Outcome | None

    @property
    def covered(self) -> float | None:
        """The part of all who begin that takes one of the paths, from 0 to 1; None where shares are missing."""
        chances = [path.chance for path in self.paths if path.chance is not None and not path.bound]
        return min(1.0, fsum(chances)) if self.told and len(chances) == len(self.paths) > 0 else None


@record
class ListingFormat:
    """A way to write a listing down."""

    write: Callable[[Listing], str]


def take(journey: Journey, name: str, *, most: int, end: Outcome | None) -> Listing:
    """Return the scenarios and the `most` likeliest paths, those to one kind of `end` or all."""
    movement = find_moves(journey, analyse_flow(journey))
    touchpoints = {one.id: one for one in journey.touchpoints()}
    paths, complete = likeliest(movement, most, outcome=end)
    return Listing(
        name=name,
        journey=journey,
        numbers={ident: number for number, ident in enumerate(touchpoints, start=1)},
        told=movement.told,
        chances=analyse_chances(movement),
        scenarios=tuple(_scenarios(journey, movement, touchpoints)),
        paths=tuple(_path(path, movement, touchpoints) for path in paths),
        complete=complete,
        end=end,
    )


def _scenarios(journey: Journey, movement: Movement, touchpoints: Mapping[str, Touchpoint]) -> Iterator[Listed]:
    for scenario in sorted(journey.scenarios, key=lambda scenario: -(scenario.share or 0)):
        chance, bound = likelihood(movement, scenario.path)
        told = chance if movement.told and chance else None
        yield Listed(passage(scenario.path, touchpoints), scenario, told, bound, None, None)


def _path(path: Path, movement: Movement, touchpoints: Mapping[str, Touchpoint]) -> Listed:
    leave = path.leave
    chance = path.chance if movement.told else None
    way = passage(path.touchpoints, touchpoints)
    return Listed(way, None, chance, path.bound, leave.kind if leave else "end", leave.reason if leave else None)
