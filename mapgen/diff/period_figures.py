"""The newest snapshot of a journey -> its figures by period: how many went as planned, came to the end, and left."""

from collections.abc import Iterator, Mapping

from mapgen.analysis.observation import Observation, ObservedAnalysis
from mapgen.diff.observations import exit_effects
from mapgen.model.journey import Journey
from mapgen.record import record

MIN_UNKNOWN_EXIT = 0.1
"""From this share on, exits that the map does not have are told."""


@record
class PeriodFigures:
    """The figures of a period; a `provisional` one has journeys that are not over.

    `over` counts journeys, `as_planned` is the part of them that went so. `conversion` is the part of those in the
    first stage that come to the last one, `exits` the part that leaves at each touchpoint (id). What is not known is
    None, or absent.
    """

    name: str
    provisional: bool
    over: int | None
    as_planned: float | None
    conversion: float | None
    exits: Mapping[str, float]


@record
class ObservedPeriods:
    """The periods, oldest first, and the names of the touchpoints (by id) of which exits are told."""

    periods: tuple[PeriodFigures, ...]
    exits: Mapping[str, str]


def period_figures(journey: Journey, seen: ObservedAnalysis) -> ObservedPeriods:
    """Return the figures by period, with the exits that are losses, or that the map does not have."""
    places = dict(_losing(journey, seen.whole))
    return ObservedPeriods(tuple(_figures(one, places) for one in seen.periods), places)


def _losing(journey: Journey, whole: Observation) -> Iterator[tuple[str, str]]:
    effects = exit_effects(journey)
    for touchpoint in journey.touchpoints():
        leaving = whole.touchpoints[touchpoint.id].exit
        if leaving and leaving.share is not None:
            is_unknown = not leaving.known and leaving.share >= MIN_UNKNOWN_EXIT
            if is_unknown or effects.get(touchpoint.id) == "worse":
                yield touchpoint.id, touchpoint.name


def _figures(cut: Observation, places: Mapping[str, str]) -> PeriodFigures:
    exits = {place: cut.touchpoints[place].exit for place in places}
    return PeriodFigures(
        name=cut.name,
        provisional=cut.provisional,
        over=cut.journeys.over,
        as_planned=cut.as_planned,
        conversion=cut.stages[-1].share if cut.stages else None,
        exits={place: one.share for place, one in exits.items() if one and one.share is not None},
    )
