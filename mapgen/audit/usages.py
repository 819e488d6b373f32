"""Journey -> the declarations that the rest of the spec references."""

from collections.abc import Iterator
from itertools import chain

from mapgen.model import walk
from mapgen.model.journey import Journey, Owner


def named_evidence(journey: Journey) -> frozenset[str]:
    """Return the evidence (ids) that claims reference."""
    personas = (persona.evidence for persona in journey.personas)
    quotes = (quote.evidence for persona in journey.personas for quote in persona.quotes)
    return frozenset(evidence.id for evidence in chain(*personas, *quotes, *map(walk.evidence, journey.stages)))


def named_owners(journey: Journey) -> frozenset[str]:
    """Return the owners (ids) that own something, contribute to it, or take part in a handoff."""
    edges = (owner for edge in journey.flow if edge.handoff for owner in (edge.handoff.giver, edge.handoff.taker))
    review = journey.review.owner if journey.review else None
    return frozenset(owner.id for owner in (*edges, *_answering(journey), review) if owner)


def _answering(journey: Journey) -> Iterator[Owner | None]:
    for location in walk.locations(journey):
        yield from (location.part.owner, *location.part.contributors)
        yield from (item.by for item in walk.blueprint(location.part))
    yield from (pain_point.owner for pain_point, _ in walk.pain_points(journey))
    yield from (opportunity.owner for opportunity, _ in walk.opportunities(journey))
