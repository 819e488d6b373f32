"""Chronicle -> a picture: each figure over time, and a small curve for each version that changed something."""

from mapgen.render.formats.svg import render as written
from mapgen.render.histories.chronicle import Chronicle, HistoryFormat
from mapgen.render.histories.picture import newest, pictured


def render(chronicle: Chronicle) -> str:
    """Draw a chronicle."""
    drawing = newest(chronicle)
    return written(pictured(drawing, chronicle))


FORMAT = HistoryFormat(suffix=".svg", render=render, draws=True)
