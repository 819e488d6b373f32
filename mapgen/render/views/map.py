"""The map: stages over lanes, with the emotion curve."""

from typing import TYPE_CHECKING

from mapgen.composition import without
from mapgen.render.drawing import Drawing, ViewKind

if TYPE_CHECKING:
    from mapgen.layout.scene import Scene


def scene(drawing: Drawing) -> "Scene":
    """Arrange the map."""
    from mapgen.layout.arrangement import arrange

    options = drawing.options
    hidden = {*options.hide, *(("legend", "footer") if options.is_lanes_only else ())}
    return arrange(
        without(drawing.map, hidden) if hidden else drawing.map,
        drawing.measures,
        width=options.width,
        paper=options.paper,
        look=drawing.look,
    )


VIEW = ViewKind(title="map", rank=10, scene=scene, is_usual=lambda _journey, _analysis: True)
