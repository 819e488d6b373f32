"""Report -> one map of a spec in which one sees what changed: both curves, marks on what changed, ghosts."""

from mapgen.render.changes.drawing import picture
from mapgen.render.changes.notice import notice
from mapgen.render.changes.report import ChangeFormat, Report
from mapgen.render.formats import svg


def render(report: Report) -> str:
    """Draw the map of the one spec that changed; where there is none or are several, tell what became of each."""
    told = report.entries[0].told if len(report.entries) == 1 else None
    if told is None:
        return notice(report)
    return svg.render(picture(told, (report.old, report.new), report.entries[0].name).both)


FORMAT = ChangeFormat(suffix=".svg", render=render, single=True)
