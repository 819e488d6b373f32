"""View -> things: all that a page can open, in the order of the journey."""

from collections.abc import Iterator, Sequence

from mapgen.lanes.lane import LaneContext
from mapgen.model.walk import Location
from mapgen.record import replace
from mapgen.render.page.details import declared, parts, stages, touchpoints
from mapgen.render.page.details.item import DetailItem


def things(view: LaneContext) -> tuple[DetailItem, ...]:
    """Return every thing once: where two have the same anchor, the first."""
    found: dict[str, DetailItem] = {}
    for thing in _all(view):
        found.setdefault(thing.anchor, thing)
    return tuple(found.values())


def _all(view: LaneContext) -> Iterator[DetailItem]:
    around = touchpoints.Around.of(view.journey)
    met = {place: tuple(one.id for one in some) for place, some in around.scenarios.items()}
    for stage in view.journey.stages:
        own = (stages.thing(view, stage), *parts.things(view, Location(stage, None)))
        yield from (_on_paths(thing, ()) for thing in own)
        for touchpoint in stage.touchpoints:
            here = parts.things(view, Location(stage, touchpoint))
            there = (touchpoints.thing(view, stage, touchpoint, around), *here)
            yield from (_on_paths(thing, met.get(touchpoint.id, ())) for thing in there)
    yield from declared.things(view)


def _on_paths(thing: DetailItem, scenarios: Sequence[str]) -> DetailItem:
    """Tag what stands at a place with the scenarios that come by."""
    return replace(thing, tags={**thing.tags, "scenario": tuple(scenarios)})
