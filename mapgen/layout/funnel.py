"""FunnelChart -> Scene: a river with the reasons for leaving, and of a hundred who begin."""

from collections.abc import Sequence
from math import ceil, fsum
from typing import NamedTuple

from mapgen.charts.funnel import FunnelChart
from mapgen.charts.volumes import StageVolume
from mapgen.lanes.loss_parts import LossPart
from mapgen.layout import dimensions as m
from mapgen.layout.chart import draw_head, scene
from mapgen.layout.footer import foot_part
from mapgen.layout.hundred import fit_hundred
from mapgen.layout.river import FLAT, Stretch, draw_river, river_height
from mapgen.layout.scene import Box, Group, Item, Path, Scene
from mapgen.layout.shape_overrides import ShapeOverrides
from mapgen.layout.stage_headings import accent
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import placed_lines
from mapgen.layout.typeface import Typeface

_HEADING = Style(18, 600, "ink", 26)
_NAME = Style(14, 600, "ink", 19)
_VOLUME = Style(22, 600, "ink", 28)
_UNKNOWN = Style(13, 400, "muted", 28)
_SHARE = Style(12, 400, "muted", 17)
_CHANGE = Style(15, 600, "muted", 28)
_LOST = Style(12.5, 600, "bad", 18)
_PART = Style(12.5, 400, "soft", 17)
_STEP_MIN = 176.0
_STEP_MAX = 400.0
_GAP = 16.0  # between the texts of neighboring stages
_DEPTH = 168.0  # of the river
_BELOW = 8.0  # from the river to the text below it
_PART_GAP = 8.0  # from a percentage to its reason
_PARTS_GAP = 3.0
_NO_OVERRIDES = ShapeOverrides()


class _PartRow(NamedTuple):
    """A reason, with its percentage before it."""

    part: LossPart
    size: tuple[TextLine, ...]
    label: tuple[TextLine, ...]

    @property
    def height(self) -> float:
        return max(len(self.size), len(self.label)) * _PART.leading + _PARTS_GAP


class _Column(NamedTuple):
    """A stage fitted into its width; the change stands behind the size, at the end of its line if it fits there."""

    at: int
    stage: StageVolume
    name: tuple[TextLine, ...]
    volume: tuple[TextLine, ...]
    change: tuple[TextLine, ...]
    runs_in: bool
    reach: tuple[TextLine, ...]
    lost: tuple[TextLine, ...]
    parts: tuple[_PartRow, ...]
    indent: float

    @property
    def head(self) -> float:
        """Height of what is above the river."""
        lines = len(self.volume) + (0 if self.runs_in else len(self.change))
        return len(self.name) * _NAME.leading + lines * _VOLUME.leading + len(self.reach) * _SHARE.leading

    @property
    def foot(self) -> float:
        """Height from the top of the river here to the end of what is below it."""
        text = len(self.lost) * _LOST.leading + fsum(part.height for part in self.parts)
        return river_height(self.stage.level, _DEPTH) + (_BELOW + text if text else 0)


def arrange_funnel(
    chart: FunnelChart,
    typeface: Typeface,
    *,
    width: float | None = None,
    footer: Sequence[str] = (),
    look: ShapeOverrides = _NO_OVERRIDES,
) -> Scene:
    """Arrange a funnel; `width` is what to aim at in pixels."""
    ruler = TextMeasurer(typeface)
    aim = (width or m.WIDTH) - 2 * m.MARGIN
    most = max(1, int(aim / _STEP_MIN))
    rows = ceil(len(chart.stages) / most)
    count = ceil(len(chart.stages) / rows) if rows else 1
    step = min(_STEP_MAX, aim / count)
    inner = max(step * count, min(aim, m.WIDTH_MIN - 2 * m.MARGIN))
    items: list[Item] = []
    y = draw_head(chart.title, chart.facts, inner, ruler, items) + m.ZONE_GAP
    if chart.stages and chart.endings:
        y = _heading(chart.words["still-there"], y, inner, ruler, items)
    columns = [_column(at, stage, step, chart.words, ruler) for at, stage in enumerate(chart.stages)]
    for start in range(0, len(columns), count):
        row = columns[start : start + count]
        following = columns[start + count].stage.level if start + count < len(columns) else None
        y = _row(row, following, step, y, items) + m.BAND_GAP
    if chart.endings:
        y = _heading(chart.words["of-a-hundred"], y, inner, ruler, items)
        people = fit_hundred(chart.endings, inner, ruler)
        drawn: list[Item] = []
        people.place(m.MARGIN, y, people.height, drawn)
        out_of = Box(m.MARGIN, y, inner, people.height)
        items.append(Group(tuple(drawn), chart.words["of-a-hundred"], "funnel-endings", out_of))
        y += people.height + m.BAND_GAP
    bottom = y - m.BAND_GAP
    if footer:
        bottom = foot_part((), footer, m.MARGIN, inner, ruler).draw(bottom + m.ZONE_GAP, items)
    return scene(chart, "funnel", items, (inner, bottom), look)


def _heading(text: str, y: float, width: float, ruler: TextMeasurer, out: list[Item]) -> float:
    """Write the heading of a part; return where the part begins."""
    lines = ruler.lines(text, _HEADING, width)
    items: list[Item] = []
    placed_lines(lines, m.MARGIN, y, _HEADING, items)
    height = len(lines) * _HEADING.leading
    out.append(Group(tuple(items), None, None, Box(m.MARGIN, y, width, height)))
    return y + height + 8


def _column(at: int, stage: StageVolume, width: float, words: dict[str, str], ruler: TextMeasurer) -> _Column:
    inner = width - _GAP
    volume = ruler.lines(stage.size, _volume_style(stage), inner)
    change = ruler.lines(stage.change, _CHANGE, inner) if stage.change else ()
    taken = [*(line.width for line in volume), 10.0, *(line.width for line in change)]
    sizes = [ruler.width(part.size, _LOST) for part in stage.parts]
    indent = min(max(sizes, default=0.0), inner / 2) + _PART_GAP
    notes = [note for note in (stage.lost, stage.largest, words["others-join"] if stage.joins else None) if note]
    return _Column(
        at,
        stage,
        ruler.lines(stage.name, _NAME, inner),
        volume,
        change,
        len(volume) == 1 and fsum(taken) <= inner,
        tuple(line for text in (stage.reach, stage.observed) if text for line in ruler.lines(text, _SHARE, inner)),
        tuple(line for note in notes for line in ruler.lines(note, _LOST, inner)),
        tuple(
            _PartRow(
                part,
                ruler.lines(part.size, _LOST, indent - _PART_GAP),
                ruler.lines(part.label, _PART, inner - indent),
            )
            for part in stage.parts
        ),
        indent,
    )


def _volume_style(stage: StageVolume) -> Style:
    return _UNKNOWN if stage.level is None else _VOLUME


def _row(columns: Sequence[_Column], following: float | None, step: float, y: float, out: list[Item]) -> float:
    """Draw stages side by side; return where the row ends."""
    top = y + max(column.head for column in columns) + 6
    bottom = top + max(column.foot for column in columns)
    stretches = [
        Stretch(
            column.at,
            m.MARGIN + number * step,
            m.MARGIN + (number + 1) * step,
            column.stage.level,
            column.stage.converted_level,
        )
        for number, column in enumerate(columns)
    ]
    for number, (column, stretch) in enumerate(zip(columns, stretches, strict=True)):
        items: list[Item] = []
        after = columns[number + 1].stage.level if number + 1 < len(columns) else following
        draw_river([stretch], top, _DEPTH, items, then=after)
        if column.stage.observed_level is not None:
            items.append(_observed(column.stage.observed_level, stretch, top))
        _above(column, stretch.x, y, step - _GAP, items)
        _below(column, stretch.x, top + river_height(column.stage.level, _DEPTH) + _BELOW, items)
        box = Box(stretch.x, y, step, bottom - y)
        out.append(Group(tuple(items), column.stage.name, f"funnel-stage-{column.stage.id}", box))
    return bottom


def _observed(level: float, stretch: Stretch, top: float) -> Path:
    """Draw how high the river was observed to be, where it does not yet get thinner."""
    y = top + river_height(level, _DEPTH)
    return Path(
        (("M", (stretch.x, y)), ("L", (stretch.x + FLAT * (stretch.end - stretch.x), y))), stroke="ink", stroke_width=2
    )


def _above(column: _Column, x: float, y: float, width: float, out: list[Item]) -> None:
    """Write name, number, change and share over the river."""
    placed_lines(column.name, x, y, _NAME, out, fill=accent(column.at).replace("stage-", "accent-"))
    y += len(column.name) * _NAME.leading
    placed_lines(column.volume, x, y, _volume_style(column.stage), out)
    y += len(column.volume) * _VOLUME.leading
    color = "bad" if column.stage.heavy else "muted"
    if column.runs_in:
        placed_lines(column.change, x + width, y - _VOLUME.leading, _CHANGE, out, anchor="end", fill=color)
    else:
        placed_lines(column.change, x, y, _CHANGE, out, fill=color)
        y += len(column.change) * _CHANGE.leading
    placed_lines(column.reach, x, y, _SHARE, out)


def _below(column: _Column, x: float, y: float, out: list[Item]) -> None:
    """Write the loss and its parts below the river."""
    placed_lines(column.lost, x, y, _LOST, out, fill="muted" if column.stage.joins else None)
    y += len(column.lost) * _LOST.leading
    for part in column.parts:
        fill = "good" if part.part.converted else "soft"
        placed_lines(
            part.size,
            x + column.indent - _PART_GAP,
            y,
            _LOST._replace(leading=_PART.leading),
            out,
            anchor="end",
            fill=fill,
        )
        placed_lines(part.label, x + column.indent, y, _PART, out, fill=fill)
        y += part.height
