"""The map: stages over lanes, with the emotion curve."""

from typing import TYPE_CHECKING

from mapgen.render.drawing import Drawing, ViewKind

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene


def scene(drawing: Drawing) -> "Scene":
    """Arrange the map."""
    from mapgen.layout.arrangement import arrange

    width, paper = drawing.options.width, drawing.options.paper
    return arrange(drawing.shown_map, drawing.measures, width=width, paper=paper, look=drawing.look)


VIEW = ViewKind(title="map", rank=10, scene=scene, is_usual=lambda _journey, _analysis: True)
