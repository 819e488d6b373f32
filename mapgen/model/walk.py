"""Journey -> its parts in the order of the spec, each with its place."""

from collections.abc import Iterable, Iterator

from mapgen.model.journey import (
    BlueprintItem,
    Channel,
    Emotion,
    Evidence,
    Exit,
    Journey,
    Metric,
    Opportunity,
    Owner,
    PainPoint,
    Quotation,
    Stage,
    Touchpoint,
)
from mapgen.record import record
from mapgen.remembered import remembered

Part = Stage | Touchpoint
"""What facts can be stated about: both kinds have the same ones, under the same names."""


@record
class Location:
    """A place in a journey: a stage, or one of its touchpoints, or an `item` of the blueprint there."""

    stage: Stage
    touchpoint: Touchpoint | None
    item: BlueprintItem | None = None

    @property
    def part(self) -> Part:
        """The touchpoint if the place is one, else the stage."""
        return self.touchpoint or self.stage

    @property
    def kind(self) -> str:
        """The word for what the place is: "touchpoint" or "stage"."""
        return "touchpoint" if self.touchpoint else "stage"

    @property
    def owner(self) -> Owner | None:
        """Who does the item of the blueprint, or else the owner of the touchpoint, or else of its stage."""
        if self.item and self.item.by:
            return self.item.by
        return (self.touchpoint.owner if self.touchpoint else None) or self.stage.owner


@remembered
def locations(journey: Journey) -> tuple[Location, ...]:
    """Return each stage, followed by its touchpoints."""
    return tuple(Location(stage, place) for stage in journey.stages for place in (None, *stage.touchpoints))


@remembered
def touchpoints(journey: Journey) -> tuple[tuple[Touchpoint, Stage], ...]:
    """Return each touchpoint with its stage."""
    return tuple((touchpoint, stage) for stage in journey.stages for touchpoint in stage.touchpoints)


def parts(stage: Stage) -> Iterator[Part]:
    """Yield a stage, followed by its touchpoints."""
    yield stage
    yield from stage.touchpoints


def names(journey: Journey) -> dict[str, str]:
    """Return the names of stages and touchpoints by id."""
    return {location.part.id: location.part.name for location in locations(journey)}


@remembered
def pain_points(journey: Journey) -> tuple[tuple[PainPoint, Location], ...]:
    """Return each pain point with its place."""
    return tuple(found for location in locations(journey) for found in pains_at(location))


def pains_at(location: Location) -> Iterator[tuple[PainPoint, Location]]:
    """Yield each pain point of a stage or touchpoint, then those of the items of its blueprint, with its place."""
    for pain_point in location.part.pain_points:
        yield pain_point, location
    for item in blueprint(location.part):
        for pain_point in item.pain_points:
            yield pain_point, Location(location.stage, location.touchpoint, item)


def blueprint(part: Part) -> tuple[BlueprintItem, ...]:
    """Return the items of the blueprint of a touchpoint; a stage has none."""
    if not isinstance(part, Touchpoint) or not (part.frontstage or part.backstage or part.support):
        return ()
    return (*part.frontstage, *part.backstage, *part.support)


def pains(part: Part) -> tuple[PainPoint, ...]:
    """Return the pain points of a stage or touchpoint, and those of the items of its blueprint."""
    items = blueprint(part)
    return (*part.pain_points, *(pain for item in items for pain in item.pain_points)) if items else part.pain_points


@remembered
def opportunities(journey: Journey) -> tuple[tuple[Opportunity, Location], ...]:
    """Return each opportunity with its place."""
    return tuple((opportunity, at) for at in locations(journey) for opportunity in at.part.opportunities)


@remembered
def metrics(journey: Journey) -> tuple[tuple[Metric, Location], ...]:
    """Return each metric with its place."""
    return tuple((metric, at) for at in locations(journey) for metric in at.part.metrics)


@remembered
def exits(journey: Journey) -> tuple[tuple[Exit, Location], ...]:
    """Return each exit with its place."""
    return tuple((leaving, at) for at in locations(journey) for leaving in at.part.exits)


@remembered
def emotions(journey: Journey) -> tuple[tuple[Emotion, Location], ...]:
    """Return each emotion with its place."""
    return tuple((at.part.emotion, at) for at in locations(journey) if at.part.emotion)


def curve_places(stage: Stage) -> tuple[Part, ...]:
    """Return what the emotion curve goes through in a stage.

    Those are its touchpoints, or the stage itself where it has an emotion and none of them has.
    """
    is_one_place = stage.emotion and not any(touchpoint.emotion for touchpoint in stage.touchpoints)
    return (stage,) if is_one_place else stage.touchpoints


def channels(part: Part) -> tuple[Channel, ...]:
    """Return the channels of a stage or touchpoint, the main one of a touchpoint first."""
    own = (part.channel,) if isinstance(part, Touchpoint) and part.channel else ()
    return (*own, *(channel for channel in part.channels if channel not in own))


def thoughts(part: Part) -> tuple[str, ...]:
    """Return the thoughts of customers in a stage or at a touchpoint, each once, in the order of the spec."""
    return _main_first(part.thought if isinstance(part, Touchpoint) else None, part.thoughts)


def quotes(part: Part) -> Iterator[Quotation]:
    """Yield the quotes of a stage or touchpoint, and then those of its pain points."""
    yield from part.quotes
    for pain_point in pains(part):
        yield from pain_point.quotes


def all_quotes(journey: Journey) -> Iterator[Quotation]:
    """Yield each quote of a journey: those of personas, then those of its parts."""
    for persona in journey.personas:
        yield from persona.quotes
    for location in locations(journey):
        yield from quotes(location.part)


def needs(part: Part) -> tuple[str, ...]:
    """Return the needs of customers in a stage or at a touchpoint, each once, in the order of the spec."""
    return _main_first(part.need if isinstance(part, Touchpoint) else None, part.needs)


def _main_first(main: str | None, more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((main, *more) if main else more))


def has_facts(stage: Stage) -> bool:
    """Return whether a stage says by itself what happens in it, or how it is."""
    return bool(
        stage.emotion
        or stage.moment_of_truth
        or stage.channels
        or stage.thoughts
        or stage.quotes
        or stage.needs
        or stage.pain_points
        or stage.delights
        or stage.opportunities
        or stage.tools
        or stage.events
    )


def evidence(stage: Stage) -> Iterator[Evidence]:
    """Yield the evidence behind each claim of a stage and its touchpoints, as often as it is referenced."""
    for part in parts(stage):
        yield from _evidence_of_part(part)


def _evidence_of_part(part: Part) -> Iterator[Evidence]:
    if part.emotion:
        yield from part.emotion.evidence
    for quote in quotes(part):
        yield from quote.evidence
    for pain_point in pains(part):
        yield from pain_point.evidence
    for delight in part.delights:
        yield from delight.evidence
    for metric in part.metrics:
        yield from metric.evidence
    for leaving in part.exits:
        yield from leaving.evidence


def custom_keys(journeys: Iterable[Journey]) -> frozenset[str]:
    """Return the `x-` keys of the stages and touchpoints of some journeys."""
    parts = (location.part for journey in journeys for location in locations(journey))
    return frozenset(extra.key for part in parts for extra in part.extras)
