"""The slide: the one finding of a journey, for a presentation."""

from typing import TYPE_CHECKING

from mapgen.render.drawing import Drawing, ViewKind
from mapgen.render.scenario import drawn_poster

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene


def scene(drawing: Drawing) -> "Scene":
    """Compose and arrange the slide."""
    from mapgen.layout.slide import arrange_slide

    return arrange_slide(drawn_poster(drawing), drawing.measures, paper=drawing.options.paper, look=drawing.look)


VIEW = ViewKind(title="slide", rank=50, scene=scene, is_usual=lambda _journey, _analysis: True)
