"""FunnelChart -> Scene: a bar a stage, tapering to the next, with what goes on and what is lost between them."""

from collections.abc import Sequence
from math import ceil, fsum
from typing import NamedTuple

from mapgen.charts.funnel import FunnelChart, Step
from mapgen.layout import metrics as m
from mapgen.layout.chart import draw_head, scene
from mapgen.layout.foot import foot_part
from mapgen.layout.looks import Look
from mapgen.layout.pieces import stacked
from mapgen.layout.prose import Piece, placed_lines
from mapgen.layout.rows import accent, fitted
from mapgen.layout.scene import Box, Group, Item, Path, Rect, Scene
from mapgen.layout.shapes import polygon
from mapgen.layout.text import Ruler, Style, TextLine
from mapgen.layout.typeface import Typeface

_NAME = Style(14, 600, "ink", 19)
_VOLUME = Style(22, 600, "ink", 28)
_NOT = Style(13, 400, "muted", 28)
_SHARE = Style(11, 400, "muted", 15)
_ON = Style(15, 600, "ink", 19)
_LOST = Style(12.5, 600, "bad", 17)
_STEP_MIN = 176.0
_STEP_MAX = 300.0
_BAR = 0.52  # of a step; the rest tapers to the next
_HEIGHT = 210.0
_LEAST = 3.0  # of a bar, however few it stands for
_UNKNOWN = 56.0  # of the frame where nothing was measured
_GAP = 14.0
_USUAL = Look()


class Column(NamedTuple):
    """A step fitted into its width."""

    step: Step
    name: tuple[TextLine, ...]
    volume: tuple[TextLine, ...]
    share: tuple[TextLine, ...]
    on: tuple[TextLine, ...]
    lost: tuple[tuple[TextLine, Style], ...]
    outs: Piece

    @property
    def loss(self) -> float:
        """The height of what is said of the loss."""
        return fsum(style.leading for _, style in self.lost)

    @property
    def head(self) -> float:
        """The height of what stands over the bar."""
        style = _NOT if self.step.level is None else _VOLUME
        return len(self.name) * _NAME.leading + len(self.volume) * style.leading + len(self.share) * _SHARE.leading


def arrange_funnel(
    chart: FunnelChart,
    typeface: Typeface,
    *,
    width: float | None = None,
    footer: Sequence[str] = (),
    look: Look = _USUAL,
) -> Scene:
    """Arrange a funnel; `width` is what to aim at in pixels."""
    ruler = Ruler(typeface)
    aim = (width or m.WIDTH) - 2 * m.MARGIN
    most = max(1, int(aim / _STEP_MIN))
    count = ceil(len(chart.steps) / ceil(len(chart.steps) / most))
    step = min(_STEP_MAX, aim / count)
    inner = max(step * count, min(aim, m.WIDTH_MIN - 2 * m.MARGIN))
    items: list[Item] = []
    y = draw_head(chart.title, chart.facts, inner, ruler, items) + m.ZONE_GAP
    columns = [_column(one, step, ruler) for one in chart.steps]
    for start in range(0, len(columns), count):
        row = columns[start : start + count]
        following = columns[start + count].step if start + count < len(columns) else None
        y = _row(row, following, step, y, items) + m.BAND_GAP
    bottom = (
        foot_part((), footer, m.MARGIN, inner, ruler).draw(y - m.BAND_GAP + m.ZONE_GAP, items)
        if footer
        else y - m.BAND_GAP
    )
    return scene(chart, "funnel", items, (inner, bottom), look)


def _column(step: Step, width: float, ruler: Ruler) -> Column:
    inner = width - _GAP
    bar = width * _BAR
    volume = ruler.lines(step.size, _NOT if step.level is None else _VOLUME, inner)
    room = width - bar + 30
    return Column(
        step,
        ruler.lines(step.name, _NAME, inner),
        volume,
        ruler.lines(step.reach, _SHARE, inner) if step.reach else (),
        ruler.lines(step.conversion, _ON, width - bar - 6) if step.conversion else (),
        tuple(
            (line, style)
            for text, style in ((step.drop_off, _LOST), (step.lost, _SHARE), (step.largest, _LOST))
            if text
            for line in ruler.lines(text, style, room)
        ),
        fitted(step.outs, inner, ruler, accent(step.index)) if step.outs else stacked((), 0),
    )


def _row(columns: Sequence[Column], following: Step | None, step: float, y: float, out: list[Item]) -> float:
    """Draw steps side by side; return where the row ends."""
    head = max(column.head for column in columns)
    top = y + head + 10
    lost = max(column.loss for column in columns)
    below = top + _HEIGHT + 12 + lost + (12 if lost else 0)
    bottom = below + max(column.outs.height for column in columns)
    for number, column in enumerate(columns):
        x = m.MARGIN + number * step
        beyond = columns[number + 1].step if number + 1 < len(columns) else following
        items: list[Item] = []
        color = accent(column.step.index)
        _told(column, x, y, color, items)
        _shape(column, beyond, x, top, step, items)
        _between(column, beyond, x, top, step, items)
        column.outs.place(x, below, column.outs.height, items)
        box = Box(x, y, step, bottom - y)
        out.append(Group(tuple(items), column.step.name, f"funnel-stage-{column.step.id}", box))
    return bottom


def _told(column: Column, x: float, y: float, color: str, out: list[Item]) -> None:
    """Write name, number and share over the bar."""
    placed_lines(column.name, x, y, _NAME, out, fill=color.replace("stage-", "accent-"))
    y += len(column.name) * _NAME.leading
    style = _NOT if column.step.level is None else _VOLUME
    placed_lines(column.volume, x, y, style, out)
    placed_lines(column.share, x, y + len(column.volume) * style.leading, _SHARE, out)


def _shape(column: Column, beyond: Step | None, x: float, top: float, step: float, out: list[Item]) -> None:
    """Draw the bar, and how it tapers to the next; one that was not measured is an empty frame."""
    middle, bar = top + _HEIGHT / 2, step * _BAR
    level = column.step.level
    if level is None:
        out.append(Rect(x + 0.5, middle - _UNKNOWN / 2, bar - 1, _UNKNOWN, None, "muted", 1, 6, "4 4"))
        return
    half = max(_LEAST, level * _HEIGHT) / 2
    if beyond and beyond.level is not None:
        then = max(_LEAST, beyond.level * _HEIGHT) / 2
        right = x + step
        corners = [
            (x + bar - 3, middle - half),
            (right + 3, middle - then),
            (right + 3, middle + then),
            (x + bar - 3, middle + half),
        ]
        out.append(Path(polygon(corners), fill=accent(column.step.index).replace("stage", "tint")))
    out.append(Rect(x, middle - half, bar, 2 * half, accent(column.step.index), radius=min(4.0, half)))


def _between(column: Column, beyond: Step | None, x: float, top: float, step: float, out: list[Item]) -> None:
    """Write between two bars what goes on, and below what is lost."""
    bar = step * _BAR
    centre = x + bar + (step - bar) / 2
    height = len(column.on) * _ON.leading
    tapers = [one.level or 0.0 for one in (column.step, beyond) if one]
    half = max(_LEAST, fsum(tapers) / len(tapers) * _HEIGHT) / 2
    lift = 0.0 if half > height else half + height / 2 + 3  # a text on a thin taper would be crossed by its edges
    placed_lines(column.on, centre, top + (_HEIGHT - height) / 2 - lift, _ON, out, anchor="middle")
    if column.lost:
        y = top + _HEIGHT + 12
        width = max(line.width for line, _ in column.lost) + 20
        left = min(centre - width / 2, x + step - width)
        if column.step.largest:
            out.append(Rect(left, y - 4, width, column.loss + 8, "bad-soft", "bad", 1, 8))
        for line, style in column.lost:
            placed_lines([line], left + width / 2, y, style, out, anchor="middle")
            y += style.leading
