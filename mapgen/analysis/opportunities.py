"""Journey -> its opportunities by score, and which pain points they address."""

from collections.abc import Mapping

from mapgen.model import walk
from mapgen.model.journey import Journey, Opportunity
from mapgen.model.walk import Part
from mapgen.record import record


@record
class Ranked:
    """An opportunity (id), its place (id), and its score: impact over effort, None where one is missing."""

    opportunity: str
    place: str
    score: float | None


@record
class OpportunityAnalysis:
    """The opportunities, best score first and those without one last.

    `addressed` leads from each pain point (id) to the opportunities (ids) that address it, in the order of the spec;
    `beside` to those at the same place that address none by name, and so are for all pain points of the place;
    `open` are the pain points (ids) that no opportunity with status `done` addresses, or that another one with status
    `in-progress` addresses too: while people work on a pain point, it is not resolved.
    """

    ranked: tuple[Ranked, ...]
    addressed: Mapping[str, tuple[str, ...]]
    beside: Mapping[str, tuple[str, ...]]
    open: tuple[str, ...]


def analyze_opportunities(journey: Journey) -> OpportunityAnalysis:
    """Return the opportunities by score, and what becomes of each pain point."""
    ranked = []
    addressing: dict[str, list[str]] = {pain.id: [] for pain, _ in walk.pain_points(journey)}
    solved: set[str] = set()
    worked_on: set[str] = set()
    for opportunity, location in walk.opportunities(journey):
        ranked.append(Ranked(opportunity.id, location.part.id, _score(opportunity)))
        if opportunity.status == "done":
            solved.update(opportunity.addresses)
        elif opportunity.status == "in-progress":
            worked_on.update(opportunity.addresses)
        for pain in dict.fromkeys(opportunity.addresses):
            addressing[pain].append(opportunity.id)
    return OpportunityAnalysis(
        ranked=tuple(sorted(ranked, key=_by_score_desc)),
        addressed={pain: tuple(opportunities) for pain, opportunities in addressing.items()},
        beside={pain.id: _general(place.part) for pain, place in walk.pain_points(journey)},
        open=tuple(pain for pain in addressing if pain not in solved or pain in worked_on),
    )


def _general(part: Part) -> tuple[str, ...]:
    """Return the opportunities of a stage or touchpoint that address no pain point by name."""
    return tuple(opportunity.id for opportunity in part.opportunities if not opportunity.addresses)


def _score(opportunity: Opportunity) -> float | None:
    if opportunity.impact is None or not opportunity.effort:
        return None
    return opportunity.impact / opportunity.effort


def _by_score_desc(ranked: Ranked) -> tuple[bool, float]:
    return ranked.score is None, -(ranked.score or 0)
