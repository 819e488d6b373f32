"""The flow: the ways between touchpoints, back, round and out; Graphviz takes part where it is there."""

from typing import TYPE_CHECKING

from mapgen.analysis import Analysis
from mapgen.lanes.lane import lane_context
from mapgen.model.journey import Journey
from mapgen.model.shares import exits_by_place
from mapgen.render.drawing import Drawing, ViewKind
from mapgen.render.optional_engine import EngineError
from mapgen.render.scenario import find_scenario
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene


_MOST = 3_000  # ways that are drawn in a second or two
_HINT = "use `--view map` to skip the flow"


def scene(drawing: Drawing) -> "Scene":
    """Compose and arrange the flow; EngineError where Graphviz does not answer, or not with a layout."""
    from mapgen.charts.flow import flow
    from mapgen.layout.flow import arrange_flow
    from mapgen.layout.flow.ranks import AnswerError

    journey, name = drawing.journey, drawing.options.scenario
    chart = flow(
        lane_context(journey, drawing.analysis, Words(journey.language)), find_scenario(journey, name) if name else None
    )
    if len(chart.wires) > _MOST:
        message = f"the flow has {len(chart.wires):,} edges between stages; the maximum is {_MOST:,}"
        raise EngineError(message, _HINT)
    try:
        return arrange_flow(
            chart,
            drawing.measures,
            drawing.lay_out,
            width=drawing.options.width,
            footer=drawing.map.footer,
            look=drawing.look,
        )
    except AnswerError as error:
        message = f"Graphviz returned no layout: {error}"
        raise EngineError(message, _HINT) from error


def is_usual(journey: Journey, _analysis: Analysis) -> bool:
    """Return whether the journey is more than a line."""
    return bool(journey.flow or journey.scenarios) or any(ways for _, ways in exits_by_place(journey.stages))


VIEW = ViewKind(title="flow", rank=20, scene=scene, is_usual=is_usual, uses_engine=True)
