"""LaneContext -> the pain points of a poster: the worst of each stage, with its remedy."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mapgen.lanes.lane import LaneContext
from mapgen.lanes.worst_pains import worst_pains
from mapgen.model.journey import Opportunity, PainPoint, Status, grade
from mapgen.model.walk import Location
from mapgen.record import record, replace

_PROGRESS: tuple[Status | None, ...] = ("done", "in-progress", "planned", "idea", None, "dropped")


@record
class PosterPain:
    """A pain point and its remedy.

    `place` is the id of its touchpoint or stage, `stage` the index of its stage, `number` the number of its touchpoint,
    None for a pain point of the whole stage. `level` is its severity from 1 to 4, or 0, and `severity` that in words.
    `status` is the status of the remedy in words, None if there is no remedy; `owner` is who owns the remedy, else the
    pain point, its touchpoint or its stage. `more` is the number of other open pain points of the stage in words.
    """

    id: str
    place: str
    place_name: str
    stage: int
    number: int | None
    level: int
    severity: str | None
    text: str
    hypothesis: bool
    done: bool
    dropped: bool
    status: str | None
    remedy: str | None
    owner: str | None
    more: str | None = None


def shown(view: LaneContext, pains: Sequence[PosterPain]) -> tuple[PosterPain, ...]:
    """Return the pain points that the author selected, in that order, else the open ones."""
    chosen = view.journey.poster.pains if view.journey.poster else ()
    by_id = {pain.id: pain for pain in pains}
    return tuple(by_id[pain_id] for pain_id in chosen) or tuple(pain for pain in pains if not pain.done)


def worst_by_stage(view: LaneContext, pains: Sequence[PosterPain]) -> Iterator[PosterPain]:
    """Yield the first pain point of each stage: those that the author selected, or all, open before resolved ones."""
    is_chosen = bool(view.journey.poster and view.journey.poster.pains)
    firsts: dict[int, PosterPain] = {}
    for pain in shown(view, pains) if is_chosen else pains:
        firsts.setdefault(pain.stage, pain)
    counts = Counter(pain.stage for pain in pains if not pain.done)
    for stage, pain in sorted(firsts.items()):
        others = counts[stage] - (not pain.done)
        yield replace(pain, more=view.words("more", n=others) if others else None)


def ranked(view: LaneContext) -> tuple[PosterPain, ...]:
    """Return all pain points: open before resolved, then the worst first."""
    ranks = {scored.opportunity: rank for rank, scored in enumerate(view.analysis.opportunities.ranked)}
    stages = {stage.id: index for index, stage in enumerate(view.journey.stages)}
    pains = [
        _poster_pain(view, pain, place, stages[place.stage.id], _remedy(view, pain, ranks))
        for pain, place in worst_pains(view)
    ]
    return tuple(sorted(pains, key=lambda pain: pain.done))


def _poster_pain(
    view: LaneContext, pain: PainPoint, place: Location, stage: int, remedy: Opportunity | None
) -> PosterPain:
    status = remedy.status if remedy else None
    owner = (remedy.owner if remedy else None) or pain.owner or place.owner
    return PosterPain(
        id=pain.id,
        place=place.part.id,
        place_name=place.part.name,
        stage=stage,
        number=view.numbers.get(place.part.id),
        level=grade(pain.severity),
        severity=view.words(f"severity-{pain.severity}") if pain.severity else None,
        text=pain.text,
        hypothesis=view.is_guess(pain.evidence),
        done=pain.id not in view.analysis.opportunities.open,
        dropped=status == "dropped",
        status=view.words(f"status-{status or 'idea'}") if remedy else None,
        remedy=remedy.text if remedy else None,
        owner=owner.name if owner else None,
    )


def _remedy(view: LaneContext, pain: PainPoint, ranks: Mapping[str, int]) -> Opportunity | None:
    """Return the opportunity for a pain point that is furthest along; among equals, the one with the highest score.

    Where none addresses it, those beside it that address no other count. One that is done left an open pain point open:
    of those, what is in progress is shown.
    """
    found = view.analysis.opportunities
    ideas = [view.ideas[idea_id] for idea_id in found.addressed[pain.id] or found.beside[pain.id]]
    if pain.id in found.open:
        ideas = [idea for idea in ideas if idea.status != "done"]
    return min(ideas, key=lambda idea: (_PROGRESS.index(idea.status), ranks[idea.id]), default=None)
