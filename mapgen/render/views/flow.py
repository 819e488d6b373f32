"""The flow: the ways between touchpoints, back, round and out; Graphviz takes part where it is there."""

from typing import TYPE_CHECKING

from mapgen.analysis import Analysis
from mapgen.diagnostics.phrases import nearest, quoted
from mapgen.lanes.lane import look
from mapgen.model.journey import Journey, Scenario
from mapgen.model.shares import exits_by_place
from mapgen.render.engine import EngineError
from mapgen.render.format import Drawing
from mapgen.render.view import ViewKind
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene


_MOST = 3_000  # ways that are drawn in a second or two
_HINT = "`--view map` leaves the flow out"


def scene(drawing: Drawing) -> "Scene":
    """Compose and arrange the flow; EngineError where Graphviz does not answer, or not with a layout."""
    from mapgen.charts.flow import flow
    from mapgen.layout.flow import arrange_flow
    from mapgen.layout.flow.ranks import AnswerError

    journey, name = drawing.journey, drawing.options.scenario
    chart = flow(look(journey, drawing.analysis, Words(journey.language)), scenario(journey, name) if name else None)
    if len(chart.wires) > _MOST:
        message = f"the flow has {len(chart.wires):,} ways from stage to stage, and can show {_MOST:,}"
        raise EngineError(message, _HINT)
    try:
        return arrange_flow(
            chart,
            drawing.typeface,
            drawing.lay_out,
            width=drawing.options.width,
            footer=drawing.map.footer,
            look=drawing.look,
        )
    except AnswerError as error:
        message = f"Graphviz gave no layout: {error}"
        raise EngineError(message, _HINT) from error


def scenario(journey: Journey, name: str) -> Scenario:
    """Return the scenario of a name; EngineError where the journey has none."""
    for one in journey.scenarios:
        if one.id == name:
            return one
    near = nearest(name, [one.id for one in journey.scenarios])
    message = f"there is no scenario {quoted(name)}"
    raise EngineError(message, f"did you mean {quoted(near)}?" if near else None)


def is_usual(journey: Journey, _analysis: Analysis) -> bool:
    """Tell whether the journey is more than a line."""
    return bool(journey.flow or journey.scenarios) or any(ways for _, ways in exits_by_place(journey.stages))


VIEW = ViewKind(title="flow", rank=20, scene=scene, is_usual=is_usual, uses_engine=True)
