"""Findings of an audit -> where in the journey they belong, and rows of them for documents."""

from collections.abc import Iterator

from mapgen.blocks import Text
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.lanes.cells import by_stage, by_touchpoint
from mapgen.lanes.grid import Row
from mapgen.lanes.lane import View
from mapgen.model.journey import Journey, Stage, Touchpoint


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


def findings(view: View) -> Iterator[Row]:
    """Make a row of what was found about stages, and one of what was found about touchpoints, where something was."""
    places = [(*place_of(view.journey, one), one.message) for one in view.findings]

    def of_stage(_: View, stage: Stage) -> Iterator[Text]:
        return (Text(text=said) for at, touchpoint, said in places if at is stage and touchpoint is None)

    def of_touchpoint(_: View, touchpoint: Touchpoint) -> Iterator[Text]:
        return (Text(text=said) for _, at, said in places if at is touchpoint)

    for name, cells in (("stages", by_stage(of_stage)), ("touchpoints", by_touchpoint(of_touchpoint))):
        told = tuple(cells(view)) if places else ()
        if told:
            yield Row(id=f"audit-of-{name}", title=view.words("audit-findings"), note=None, cells=told)
