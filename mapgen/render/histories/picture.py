"""Chronicle -> the drawing of the history: small multiples, in the look of the newest version."""

from mapgen.analysis import analyse
from mapgen.charts.course import course
from mapgen.composition import compose
from mapgen.layout.course import arrange_course
from mapgen.render.format import Drawing
from mapgen.render.histories.chronicle import Chronicle


def newest(chronicle: Chronicle) -> Drawing:
    """Return a drawing of the newest version in its own look; there has to be one that could be read."""
    journey = chronicle.history.newest
    assert journey is not None, "a history without a version is not drawn"  # noqa: S101 - `draws` says so
    analysis = analyse(journey)
    return Drawing(chronicle.name, journey, analysis, compose(journey, analysis))


def pictured(drawing: Drawing, chronicle: Chronicle) -> Drawing:
    """Return a drawing of the history, in the look of another."""
    chart = course(chronicle.moments, chronicle.history)
    return drawing.showing(arrange_course(chart, drawing.typeface, look=drawing.look))
