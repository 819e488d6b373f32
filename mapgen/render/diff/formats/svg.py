"""Report -> one map of a spec in which one sees what changed: both curves, marks on what changed, ghosts."""

from mapgen.diagnostics.phrases import listed, quoted
from mapgen.render.diff.drawing import compared_drawing
from mapgen.render.diff.placeholder_svg import placeholder_svg
from mapgen.render.diff.report import DiffReport
from mapgen.render.formats import svg
from mapgen.render.report_format import ReportFormat

_NAMED = 5  # specs that a message names


def several(report: DiffReport) -> str | None:
    """Return why a report cannot be drawn; None where it is about one spec, for more there is no room."""
    names = [quoted(entry.name) for entry in report.entries]
    if len(names) <= 1:
        return None
    some = listed(names[:_NAMED] + ([f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []))
    return f"svg shows one spec, but {len(names)} changed: {some}; name one of them"


def render(report: DiffReport) -> str:
    """Draw the map of the one spec that changed; where there is none or are several, tell what became of each."""
    told = report.entries[0].told if len(report.entries) == 1 else None
    if told is None:
        return placeholder_svg(report)
    return svg.render(compared_drawing(told, (report.old, report.new), report.entries[0].paths).both)


FORMAT = ReportFormat(suffix=".svg", render=render, refuse=several)
