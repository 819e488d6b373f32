"""Journey -> pain points and touchpoints with an opportunity that is not dropped."""

from collections.abc import Iterator

from mapgen.audit.rule import Setting
from mapgen.model import walk
from mapgen.model.journey import Journey, Opportunity
from mapgen.model.walk import Part
from mapgen.remembered import remembered

ALSO_ANSWERED = Setting(default=False, means="whether to report it even if an opportunity addresses it")


def is_alive(opportunity: Opportunity) -> bool:
    """Return whether an opportunity is not dropped."""
    return opportunity.status != "dropped"


@remembered
def answered_pains(journey: Journey) -> frozenset[str]:
    """Return the pain points (ids) with an opportunity.

    An opportunity without `addresses` counts for all pain points of its touchpoint; one of a stage, for those of the
    stage itself.
    """
    return frozenset(_answered_pains(journey))


@remembered
def answered_places(journey: Journey) -> frozenset[str]:
    """Return the touchpoints and stages (ids) that have an opportunity, or a pain point that one elsewhere addresses.

    An opportunity of a stage is for all of its touchpoints.
    """
    pains = answered_pains(journey)
    answered = set()
    for stage in journey.stages:
        is_alive_in_stage = any(map(is_alive, stage.opportunities))
        for part in walk.parts(stage):
            if is_alive_in_stage or _is_answered(part, pains):
                answered.add(part.id)
    return frozenset(answered)


def _answered_pains(journey: Journey) -> Iterator[str]:
    for opportunity, place in walk.opportunities(journey):
        if is_alive(opportunity):
            yield from opportunity.addresses or (pain.id for pain in walk.pains(place.part))


def _is_answered(part: Part, pains: frozenset[str]) -> bool:
    return any(map(is_alive, part.opportunities)) or any(pain.id in pains for pain in walk.pains(part))
