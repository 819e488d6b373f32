"""View -> things: all that a page can open, in the order of the journey."""

from collections.abc import Iterator, Mapping, Sequence

from mapgen.lanes.lane import View
from mapgen.record import replace
from mapgen.render.page.details import declared, parts, stages, touchpoints
from mapgen.render.page.details.thing import Thing


def things(view: View) -> tuple[Thing, ...]:
    """Return every thing once: where two have the same anchor, the first."""
    found: dict[str, Thing] = {}
    for thing in _all(view):
        found.setdefault(thing.anchor, thing)
    return tuple(found.values())


def _all(view: View) -> Iterator[Thing]:
    met = _met(view)
    for stage in view.journey.stages:
        own = (stages.thing(view, stage), *(parts.metric(view, one, stage, None) for one in stage.metrics))
        yield from (_on_paths(thing, ()) for thing in own)
        for touchpoint in stage.touchpoints:
            there = (touchpoints.thing(view, stage, touchpoint), *parts.things(view, stage, touchpoint))
            yield from (_on_paths(thing, met.get(touchpoint.id, ())) for thing in there)
    yield from declared.things(view)


def _met(view: View) -> Mapping[str, Sequence[str]]:
    """Return which scenarios come by each touchpoint."""
    met: dict[str, list[str]] = {}
    for scenario in view.journey.scenarios:
        for place in dict.fromkeys(scenario.path):
            met.setdefault(place, []).append(scenario.id)
    return met


def _on_paths(thing: Thing, scenarios: Sequence[str]) -> Thing:
    """Tag what stands at a place with the scenarios that come by."""
    return replace(thing, tags={**thing.tags, "scenario": tuple(scenarios)})
