"""The map: stages over lanes, with the emotion curve."""

from typing import TYPE_CHECKING

from mapgen.render.format import Drawing
from mapgen.render.view import ViewKind

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene


def scene(drawing: Drawing) -> "Scene":
    """Arrange the map."""
    from mapgen.layout import arrange

    options = drawing.options
    return arrange(drawing.map, drawing.typeface, width=options.width, paper=options.paper, look=drawing.look)


VIEW = ViewKind(title="map", rank=10, scene=scene, is_usual=lambda _journey, _analysis: True)
