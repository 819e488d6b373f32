"""Journey -> where somebody works on what is wrong: opportunities that nobody has dropped."""

from collections.abc import Iterator

from mapgen.audit.rule import Setting
from mapgen.model.journey import Journey, Opportunity, Touchpoint

ALSO_ANSWERED = Setting(default=False, means="tell also where an opportunity answers it")


def is_alive(opportunity: Opportunity) -> bool:
    """Whether an opportunity was not dropped."""
    return opportunity.status != "dropped"


def answered_pains(journey: Journey) -> frozenset[str]:
    """Return the pain points (ids) that an opportunity answers.

    It does so where it says which it addresses; where it does not, it is about those of its own touchpoint.
    """
    return frozenset(_answered_pains(journey))


def answered_touchpoints(journey: Journey) -> frozenset[str]:
    """Return the touchpoints (ids) that have an opportunity, or a pain point that one from elsewhere addresses."""
    pains = answered_pains(journey)
    return frozenset(one.id for one in journey.touchpoints() if _is_answered(one, pains))


def _answered_pains(journey: Journey) -> Iterator[str]:
    for touchpoint in journey.touchpoints():
        for opportunity in filter(is_alive, touchpoint.opportunities):
            yield from opportunity.addresses or (pain.id for pain in touchpoint.pain_points)


def _is_answered(touchpoint: Touchpoint, pains: frozenset[str]) -> bool:
    return any(map(is_alive, touchpoint.opportunities)) or any(pain.id in pains for pain in touchpoint.pain_points)
