"""Findings of an audit -> what they say to readers of the map, where they belong, and rows of them for documents."""

from collections.abc import Iterator, Mapping

from mapgen.blocks import Text
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.lanes.cells import by_stage, by_touchpoint
from mapgen.lanes.grid import Row
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.journey import Journey, Stage, Touchpoint

_NAMES = ("name", "title", "text")


Home = tuple[Stage | None, Touchpoint | None]
"""The stage and the touchpoint that something is about."""


def placed(view: LaneContext) -> Iterator[tuple[Diagnostic, Home]]:
    """Yield each finding with its place; one about a way belongs to where that ends."""
    homes = {touchpoint.id: (stage, touchpoint) for touchpoint, stage in walk.touchpoints(view.journey)}
    for finding in view.findings:
        yield finding, _place_of(view.journey, finding, homes)


def _place_of(journey: Journey, finding: Diagnostic, homes: Mapping[str, Home]) -> Home:
    match finding.pointer.split("/")[1:]:
        case ["stages", stage, "touchpoints", touchpoint, *_]:
            found = journey.stages[int(stage)]
            return found, found.touchpoints[int(touchpoint)]
        case ["stages", stage, *_]:
            return journey.stages[int(stage)], None
        case ["flow", edge, *_]:
            return homes[journey.flow[int(edge)].end]
        case _:
            return None, None


def said(view: LaneContext, finding: Diagnostic) -> str:
    """Return a finding in a sentence for readers of the map, in its language, with the name of what it is about.

    A stage or a touchpoint is not named: the finding is shown in its place.
    """
    sentence = view.words(f"rule-{finding.code}")
    thing = _thing_at(view.journey, finding.pointer)
    name = None if isinstance(thing, Stage | Touchpoint) else _name(thing)
    return view.words("finding-about", finding=sentence, name=name) if name else sentence


def _thing_at(journey: Journey, pointer: str) -> object:
    """Return what is at a pointer; None where the journey has no such thing."""
    found: object = journey
    for part in pointer.split("/")[1:]:
        found = found[int(part)] if isinstance(found, tuple) else getattr(found, part, None)
    return found


def _name(thing: object) -> str | None:
    names = (getattr(thing, key, None) for key in _NAMES)
    return next((name for name in names if isinstance(name, str)), None)


def findings(view: LaneContext) -> Iterator[Row]:
    """Yield a row of what was found about stages, and one of what was found about touchpoints, where something was."""
    places: dict[tuple[str | None, str | None], list[str]] = {}
    for finding, (stage, touchpoint) in placed(view):
        place = (None, touchpoint.id) if touchpoint else (stage.id if stage else None, None)
        places.setdefault(place, []).append(said(view, finding))

    def of_stage(_: LaneContext, stage: Stage) -> Iterator[Text]:
        return (Text(text=text) for text in places.get((stage.id, None), ()))

    def of_touchpoint(_: LaneContext, touchpoint: Touchpoint) -> Iterator[Text]:
        return (Text(text=text) for text in places.get((None, touchpoint.id), ()))

    for name, cells in (("stages", by_stage(of_stage)), ("touchpoints", by_touchpoint(of_touchpoint))):
        told = tuple(cells(view)) if places else ()
        if told:
            yield Row(id=f"audit-of-{name}", title=view.words("audit-findings"), note=None, cells=told)
