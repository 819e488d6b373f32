"""Journey -> which of the things that are declared at its top are named below."""

from collections.abc import Iterator
from itertools import chain

from mapgen.model.journey import Evidence, Journey, Owner, Stage


def named_evidence(journey: Journey) -> frozenset[str]:
    """Return the evidence (ids) that claims rest on."""
    personas = (one.evidence for one in journey.personas)
    groups = chain(personas, *map(_grounds, journey.stages))
    return frozenset(one.id for group in groups for one in group)


def named_owners(journey: Journey) -> frozenset[str]:
    """Return the owners (ids) that answer for something, help with it, or hand a customer over."""
    edges = (owner for edge in journey.flow if edge.handoff for owner in (edge.handoff.giver, edge.handoff.taker))
    stages = (owner for stage in journey.stages for owner in _answering(stage))
    review = journey.review.owner if journey.review else None
    return frozenset(owner.id for owner in (*edges, *stages, review) if owner)


def _grounds(stage: Stage) -> Iterator[tuple[Evidence, ...]]:
    yield from (metric.evidence for metric in stage.metrics)
    yield from (leaving.evidence for leaving in stage.exits)
    for touchpoint in stage.touchpoints:
        if touchpoint.emotion:
            yield touchpoint.emotion.evidence
        yield from (pain.evidence for pain in touchpoint.pain_points)
        yield from (delight.evidence for delight in touchpoint.delights)
        yield from (metric.evidence for metric in touchpoint.metrics)
        yield from (leaving.evidence for leaving in touchpoint.exits)


def _answering(stage: Stage) -> Iterator[Owner | None]:
    yield from (stage.owner, *stage.contributors)
    for touchpoint in stage.touchpoints:
        yield from (touchpoint.owner, *touchpoint.contributors)
        yield from (one.owner for one in touchpoint.pain_points)
        yield from (one.owner for one in touchpoint.opportunities)
