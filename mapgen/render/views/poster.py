"""The poster: a journey at a glance, on one sheet."""

from typing import TYPE_CHECKING

from mapgen.render.drawing import Drawing, ViewKind
from mapgen.render.scenario import drawn_poster

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene


def scene(drawing: Drawing) -> "Scene":
    """Compose and arrange the poster."""
    from mapgen.layout.poster import arrange_poster

    options = drawing.options
    chart = drawn_poster(drawing)
    return arrange_poster(chart, drawing.measures, paper=options.paper, look=drawing.look, hide=options.hide)


VIEW = ViewKind(title="poster", rank=5, scene=scene, is_usual=lambda _journey, _analysis: True)
