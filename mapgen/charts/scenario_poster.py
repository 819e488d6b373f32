"""Journey, scenario -> the poster of that scenario: its touchpoints in the order of its path, and what they feel like.

What the spec says about all customers, such as how many remain, is not about those on one path, and is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from mapgen.analysis import analyze
from mapgen.charts.poster import PosterChart, poster
from mapgen.charts.poster_headline import headline
from mapgen.charts.stage_endings import LossPicture
from mapgen.lanes.lane import lane_context
from mapgen.model import walk
from mapgen.model.journey import Journey, Opportunity, Scenario, Stage, Touchpoint
from mapgen.record import replace
from mapgen.words import Words

_VISIT = "..."


def scenario_poster(journey: Journey, scenario: Scenario, words: Words) -> PosterChart:
    """Compose the poster of a scenario, with a headline about it."""
    part = along(journey, scenario)
    view = lane_context(part, analyze(part), words)
    finding = headline(view)
    share = words("headline-scenario", share=words.percent(scenario.share)) if scenario.share is not None else ""
    sentences = (share, *(finding.sentences if finding.text != part.title else ()))
    told = tuple(filter(None, sentences)) or (scenario.name,)
    finding = replace(finding, sentences=told, longer=None, loss=None, share=scenario.share)
    return replace(poster(view), headline=finding, volumes=(), endings=(), losses=LossPicture())


def along(journey: Journey, scenario: Scenario) -> Journey:
    """Return the journey of those on the path of a scenario; what it comes back to is repeated."""
    homes = {touchpoint.id: stage for touchpoint, stage in walk.touchpoints(journey)}
    return replace(
        journey,
        title=f"{journey.title} · {scenario.name}",
        summary=scenario.description,
        scenario=None,
        poster=None,
        stages=tuple(_stages(scenario.path, homes, _remedies(journey, frozenset(scenario.path)))),
        flow=(),
        scenarios=(),
        experiments=(),
    )


def _stages(
    path: Iterable[str], homes: Mapping[str, Stage], remedies: Mapping[str, tuple[Opportunity, ...]]
) -> Iterator[Stage]:
    """Yield a stage for each part of the path that lies within one; repeats have ids of their own."""
    visits: dict[str, int] = {}
    stages = {stage.id: stage for stage in homes.values()}
    for name, part in groupby(path, lambda place: homes[place].id):
        stage = stages[name]
        touchpoints = tuple(_touchpoint(stage, place, _count(visits, place), remedies) for place in part)
        number = _count(visits, f"stage {name}")
        yield replace(
            stage,
            id=_id(name, number),
            touchpoints=touchpoints,
            volume=None,
            metrics=(),
            exits=(),
            repeats=False,
            pain_points=(),
            opportunities=(),
        )


def _count(visits: dict[str, int], name: str) -> int:
    """Return how often the path has come here, this time included."""
    visits[name] = visits.get(name, 0) + 1
    return visits[name]


def _id(name: str, number: int) -> str:
    """Return the id of a visit, which no item of a spec has."""
    return name if number == 1 else f"{name}{_VISIT}{number}"


def _touchpoint(stage: Stage, name: str, number: int, remedies: Mapping[str, tuple[Opportunity, ...]]) -> Touchpoint:
    """Return a touchpoint as it is on a path; what hurts there is told at the first visit."""
    touchpoint = next(touchpoint for touchpoint in stage.touchpoints if touchpoint.id == name)
    first = number == 1
    return replace(
        touchpoint,
        id=_id(name, number),
        pain_points=walk.pains(touchpoint) if first else (),
        frontstage=(),
        backstage=(),
        support=(),
        opportunities=remedies.get(name, ()) if first else (),
        metrics=(),
        exits=(),
        entry=False,
        entry_share=None,
    )


def _remedies(journey: Journey, path: frozenset[str]) -> Mapping[str, tuple[Opportunity, ...]]:
    """Return by touchpoint (id) the opportunities for pain points on the path, wherever in the journey they are."""
    homes = {pain.id: place.part.id for pain, place in walk.pain_points(journey) if place.part.id in path}
    found: dict[str, list[Opportunity]] = {}
    for opportunity, place in walk.opportunities(journey):
        addressed = tuple(pain for pain in opportunity.addresses if pain in homes)
        if addressed:
            home = place.part.id if place.part.id in path else homes[addressed[0]]
            found.setdefault(home, []).append(replace(opportunity, addresses=addressed))
    return {home: tuple(opportunities) for home, opportunities in found.items()}
