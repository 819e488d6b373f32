"""The funnel: how many customers go from stage to stage, and where they are lost."""

from typing import TYPE_CHECKING

from mapgen.analysis import Analysis
from mapgen.lanes.lane import lane_context
from mapgen.model.journey import Journey
from mapgen.render.drawing import Drawing, ViewKind
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene

_FEW = 2


def scene(drawing: Drawing) -> "Scene":
    """Compose and arrange the funnel."""
    from mapgen.charts.funnel import funnel
    from mapgen.layout.funnel import arrange_funnel

    chart = funnel(lane_context(drawing.journey, drawing.analysis, Words(drawing.journey.language)))
    width, footer = drawing.options.width, drawing.map.footer
    return arrange_funnel(chart, drawing.measures, width=width, footer=footer, look=drawing.look)


def is_usual(_journey: Journey, analysis: Analysis) -> bool:
    """Return whether two stages or more have a figure."""
    stages = analysis.funnel.stages.values()
    return sum(stage.volume is not None or stage.conversion is not None for stage in stages) >= _FEW


VIEW = ViewKind(title="funnel", rank=30, scene=scene, is_usual=is_usual)
