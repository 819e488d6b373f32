"""Journey -> what each owner owns, as the spec says it; a pain point without an owner is that of its place's owner."""

from collections.abc import Iterable, Mapping

from mapgen.model import walk
from mapgen.model.journey import Journey, Owner, Touchpoint
from mapgen.record import record


@record
class Holding:
    """What an owner (id) answers for, as ids; `contributes_to` are stages and touchpoints that others own."""

    owner: str
    stages: tuple[str, ...]
    touchpoints: tuple[str, ...]
    pain_points: tuple[str, ...]
    opportunities: tuple[str, ...]
    contributes_to: tuple[str, ...]


@record
class OwnershipAnalysis:
    """The holding of every declared owner (id), in the order of the spec; it may be empty."""

    holdings: Mapping[str, Holding]


class _Lists:
    __slots__ = ("contributes_to", "opportunities", "pain_points", "stages", "touchpoints")

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.touchpoints: list[str] = []
        self.pain_points: list[str] = []
        self.opportunities: list[str] = []
        self.contributes_to: list[str] = []


def analyze_ownership(journey: Journey) -> OwnershipAnalysis:
    """Return what each owner owns."""
    lists = {owner.id: _Lists() for owner in journey.owners}
    nobody = _Lists()

    def of(owner: Owner | None) -> _Lists:
        return lists[owner.id] if owner else nobody

    for stage in journey.stages:
        of(stage.owner).stages.append(stage.id)
        for contributor in stage.contributors:
            of(contributor).contributes_to.append(stage.id)
        for touchpoint in stage.touchpoints:
            of(touchpoint.owner).touchpoints.append(touchpoint.id)
            for contributor in touchpoint.contributors:
                of(contributor).contributes_to.append(touchpoint.id)
            for owner in _doers(touchpoint):
                of(owner).contributes_to.append(touchpoint.id)
    for pain, place in walk.pain_points(journey):
        of(pain.owner or place.owner).pain_points.append(pain.id)
    for opportunity, _ in walk.opportunities(journey):
        of(opportunity.owner).opportunities.append(opportunity.id)
    return OwnershipAnalysis({owner: _holding(owner, held) for owner, held in lists.items()})


def _doers(touchpoint: Touchpoint) -> Iterable[Owner]:
    """Return who does items of the blueprint of a touchpoint, and is not named there in another way."""
    doers = dict.fromkeys(item.by for item in walk.blueprint(touchpoint) if item.by)
    return [owner for owner in doers if owner != touchpoint.owner and owner not in touchpoint.contributors]


def _holding(owner: str, held: _Lists) -> Holding:
    return Holding(
        owner=owner,
        stages=tuple(held.stages),
        touchpoints=tuple(held.touchpoints),
        pain_points=tuple(held.pain_points),
        opportunities=tuple(held.opportunities),
        contributes_to=tuple(held.contributes_to),
    )
