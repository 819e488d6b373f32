"""HistoryReport -> a picture: each figure over time, and a small curve for each version that changed something."""

from mapgen.render.formats.svg import render as written
from mapgen.render.history.picture import newest, pictured
from mapgen.render.history.report import HistoryReport, nothing_to_draw
from mapgen.render.report_format import ReportFormat


def render(chronicle: HistoryReport) -> str:
    """Draw a chronicle."""
    drawing = newest(chronicle)
    return written(pictured(drawing, chronicle))


FORMAT = ReportFormat(suffix=".svg", render=render, refuse=nothing_to_draw)
