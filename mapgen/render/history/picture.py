"""HistoryReport -> the drawing of the history: small multiples, in the look of the newest version."""

from functools import partial

from mapgen.analysis import analyze
from mapgen.charts.timeline import timeline
from mapgen.composition import compose
from mapgen.layout.timeline import arrange_course
from mapgen.render.drawing import Drawing
from mapgen.render.history.report import HistoryReport


def newest(chronicle: HistoryReport) -> Drawing:
    """Return a drawing of the newest version in its own look; there has to be one that could be read."""
    journey = chronicle.history.newest
    assert journey is not None, "a history without a version is not drawn"  # noqa: S101 - `nothing_to_draw` says so
    analysis = analyze(journey)
    return Drawing(chronicle.name, journey, analysis, partial(compose, journey, analysis))


def pictured(drawing: Drawing, chronicle: HistoryReport, *, titled: bool = True) -> Drawing:
    """Return a drawing of the history, in the look of another; in a page with a heading, it is not `titled`."""
    chart = timeline(chronicle.moments, chronicle.history)
    return drawing.showing(drawing.sized(arrange_course(chart, drawing.measures, look=drawing.look, titled=titled)))
