"""The curves of three personas or more -> a small panel each, with the curve of everyone as a ghost behind."""

from collections.abc import Iterator, Sequence

from mapgen.lanes.grid import Axis
from mapgen.layout import dimensions as m
from mapgen.layout import previous_curve
from mapgen.layout.emotion_frame import Curve
from mapgen.layout.emotion_lines import draw_line, draw_zones
from mapgen.layout.label_placement import LabelPlacer
from mapgen.layout.scene import Box, Path
from mapgen.layout.series import series_role
from mapgen.layout.text_block import placed_lines

GHOST = Path((), stroke="muted", stroke_width=1)

_PANELED = 3  # personas with scores of their own
_HEIGHT = 54.0  # from the best to the worst score
_EDGE = 9.0
_GAP = 8.0
_NAME_GAP = 10.0
_GHOSTS_MAX = 6  # more lines behind each other say nothing


def paneled(axis: Axis) -> tuple[int, ...]:
    """Return the series that have a panel each: none where fewer than three personas have scores of their own."""
    people = tuple(series for series, person in enumerate(axis.people) if person is not None)
    return people if len(people) >= _PANELED else ()


def draw_ghosts(curve: Curve, room: LabelPlacer) -> None:
    """Draw behind a plot the curve of everyone; where nobody gave it, those of the personas that have another plot."""
    everyone = [series for series, person in enumerate(curve.axis.people) if person is None]
    others = everyone or range(len(curve.axis.series))
    if len(others) <= _GHOSTS_MAX:
        for series in others:
            if series not in curve.series:
                draw_line(curve, series, GHOST, room)


def draw_panels(curve: Curve, people: Sequence[int], y: float) -> Iterator[Curve]:
    """Draw a panel below `y` for each persona who takes part in the band, and yield it."""
    taking_part = {point.series for score in curve.scores.values() for point in (*score.points, *score.before)}
    for series in filter(taking_part.__contains__, people):
        panel = Curve(curve.axis, curve.band, curve.scores, curve.columns, curve.ruler, y + _GAP, curve.covered)
        panel.series, panel.has_faces, panel.items = (series,), False, curve.items
        _draw_panel(panel)
        y = panel.top + panel.height
        yield panel


def _draw_panel(panel: Curve) -> None:
    """Draw one panel without its dots, with the name of the persona before it."""
    (series,) = panel.series
    ruler, left = panel.ruler, panel.band.left
    name = ruler.lines(panel.axis.series[series], m.PERSONA_TAG, m.GUTTER)
    panel.above = panel.below = max(_EDGE, (len(name) * m.PERSONA_TAG.leading - _HEIGHT) / 2)
    panel.inner = _HEIGHT
    draw_zones(panel)
    top = panel.top + (panel.height - len(name) * m.PERSONA_TAG.leading) / 2
    role = series_role(panel.axis.people[series])
    placed_lines(name, left - _NAME_GAP, top, m.PERSONA_TAG, panel.items, anchor="end", fill=role)
    room = LabelPlacer(Box(left, panel.top, 0, 0))
    draw_ghosts(panel, room)
    previous_curve.draw(panel, room)
    draw_line(panel, series, Path((), stroke=role, stroke_width=2.2), room)
