"""Drawing -> the map in characters, as `mapgen show` prints it, without colors."""

from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.text.line import written
from mapgen.render.text.page import page


def _render(drawing: Drawing) -> str:
    return written(page(drawing.journey, drawing.analysis), color=False, ascii_only=False)


FORMAT = Format(".txt", _render, comment="{}")
