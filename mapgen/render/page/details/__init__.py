"""View -> things: all that a page can open, in the order of the journey."""

from collections.abc import Iterator

from mapgen.lanes.lane import View
from mapgen.render.page.details import declared, parts, stages, touchpoints
from mapgen.render.page.details.thing import Thing


def things(view: View) -> tuple[Thing, ...]:
    """Return every thing once: where two have the same anchor, the first."""
    found: dict[str, Thing] = {}
    for thing in _all(view):
        found.setdefault(thing.anchor, thing)
    return tuple(found.values())


def _all(view: View) -> Iterator[Thing]:
    for stage in view.journey.stages:
        yield stages.thing(view, stage)
        yield from (parts.metric(view, one, stage, None) for one in stage.metrics)
        for touchpoint in stage.touchpoints:
            yield touchpoints.thing(view, stage, touchpoint)
            yield from parts.things(view, stage, touchpoint)
    yield from declared.things(view)
