"""Journey -> how many of its claims have evidence; the others are hypotheses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from mapgen.model import walk
from mapgen.model.journey import Evidence, Journey, backs
from mapgen.record import record

ClaimKind = Literal["emotion", "quote", "pain-point", "metric", "persona"]
KINDS: tuple[ClaimKind, ...] = ("emotion", "quote", "pain-point", "metric", "persona")

Claim = tuple[ClaimKind, tuple[Evidence, ...]]


@record
class Coverage:
    """How many claims there are, and how many of them name evidence."""

    claims: int
    backed: int

    @property
    def share(self) -> float | None:
        """Backed claims as a part of all, from 0 to 1; None without claims.

        >>> Coverage(4, 1).share
        0.25
        """
        return self.backed / self.claims if self.claims else None


@record
class EvidenceAnalysis:
    """The claims of a journey, together and by kind; kinds without a claim are there with zeros."""

    total: Coverage
    by_kind: Mapping[ClaimKind, Coverage]


def analyze_evidence(journey: Journey) -> EvidenceAnalysis:
    """Return how many emotions with a score, quotes, pain points, metrics with a value and personas have evidence."""
    claims = Counter((kind, backs(evidence)) for kind, evidence in _claims(journey))
    return EvidenceAnalysis(_cover(claims, KINDS), {kind: _cover(claims, (kind,)) for kind in KINDS})


def _cover(claims: Counter[tuple[ClaimKind, bool]], kinds: Iterable[ClaimKind]) -> Coverage:
    backed = sum(claims[kind, True] for kind in kinds)
    return Coverage(backed + sum(claims[kind, False] for kind in kinds), backed)


def _claims(journey: Journey) -> Iterator[Claim]:
    for persona in journey.personas:
        yield "persona", persona.evidence
    for emotion, _ in walk.emotions(journey):
        if emotion.score is not None or emotion.by:
            yield "emotion", emotion.evidence
    yield from (("quote", quote.evidence) for quote in walk.all_quotes(journey))
    for pain_point, _ in walk.pain_points(journey):
        yield "pain-point", pain_point.evidence
    for metric, _ in walk.metrics(journey):
        if metric.value is not None:
            yield "metric", metric.evidence
