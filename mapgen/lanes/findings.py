"""Findings of an audit -> what they say to readers of the map, where they belong, and rows of them for documents."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.lanes.cells import by_stage, by_touchpoint
from mapgen.lanes.grid import Row
from mapgen.lanes.lane import View
from mapgen.model.journey import Journey, Stage, Touchpoint

_NAMES = ("name", "title", "text")


def place_of(journey: Journey, finding: Diagnostic) -> tuple[Stage | None, Touchpoint | None]:
    """Return the stage and the touchpoint that a finding is about; one about a way belongs to where that ends."""
    match finding.pointer.split("/")[1:]:
        case ["stages", stage, "touchpoints", touchpoint, *_]:
            found = journey.stages[int(stage)]
            return found, found.touchpoints[int(touchpoint)]
        case ["stages", stage, *_]:
            return journey.stages[int(stage)], None
        case ["flow", edge, *_]:
            end = journey.flow[int(edge)].end
            pairs = ((stage, touchpoint) for stage in journey.stages for touchpoint in stage.touchpoints)
            return next(pair for pair in pairs if pair[1].id == end)
        case _:
            return None, None


def said(view: View, finding: Diagnostic) -> str:
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


def findings(view: View) -> Iterator[Row]:
    """Yield a row of what was found about stages, and one of what was found about touchpoints, where something was."""
    places = [(*place_of(view.journey, one), said(view, one)) for one in view.findings]

    def of_stage(_: View, stage: Stage) -> Iterator[Text]:
        return (Text(text=text) for at, touchpoint, text in places if at is stage and touchpoint is None)

    def of_touchpoint(_: View, touchpoint: Touchpoint) -> Iterator[Text]:
        return (Text(text=text) for _, at, text in places if at is touchpoint)

    for name, cells in (("stages", by_stage(of_stage)), ("touchpoints", by_touchpoint(of_touchpoint))):
        told = tuple(cells(view)) if places else ()
        if told:
            yield Row(id=f"audit-of-{name}", title=view.words("audit-findings"), note=None, cells=told)
