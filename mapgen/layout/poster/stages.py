"""Stages -> a colored rule above the touchpoints of each stage, with its name and duration."""

from math import fsum

from mapgen.charts.poster import PosterChart, PosterStage
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns, stage_style
from mapgen.layout.scene import Group, Item, Rect
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_LIST_COLUMN = 300.0
_GAP = 20.0


def stages(
    poster: PosterChart,
    columns: PosterColumns,
    ruler: TextMeasurer,
    *,
    listed: bool,
    counted: bool,
    style: Style | None = None,
) -> FittedBlock:
    """Fit the stages; if they are too narrow for their names, `listed` lists the names below, by number.

    `counted` adds the number of customers of each stage, for a poster without the river. `style` is how names are set
    if not as on a poster.
    """
    if not columns.named:
        return _numbered(poster, columns, ruler, listed=listed)
    style = style or stage_style(poster, ruler)
    fitted = [
        (ruler.lines(stage.name, style, width), _note(poster, index, width, ruler, counted=counted))
        for index, (stage, (_, width)) in enumerate(zip(poster.stages, columns.stages, strict=True))
    ]

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for index, ((x, width), (name, note)) in enumerate(zip(columns.stages, fitted, strict=True)):
            items: list[Item] = [_rule(index, x, y, width)]
            top = y + s.RULE + 6
            placed_lines(name, x, top, style, items, fill=f"accent-{index % 10 + 1}")
            placed_lines(note, x, top + len(name) * style.leading, s.STAGE_NOTE, items)
            out.append(Group(tuple(items), None, f"poster-stage-{poster.stages[index].id}"))

    height = max(len(name) * style.leading + len(note) * s.STAGE_NOTE.leading for name, note in fitted)
    return FittedBlock(s.RULE + 6 + height, place)


def note_of(stage: PosterStage) -> str:
    """Return what is below the name of a stage."""
    return ", ".join(part for part in (stage.duration, stage.repeated) if part)


def _note(poster: PosterChart, index: int, width: float, ruler: TextMeasurer, *, counted: bool) -> tuple[TextLine, ...]:
    """Fit the duration of a stage and, if `counted`, its customers and loss, on one line or on a line each."""
    stage = poster.stages[index]
    if not counted or not poster.volumes:
        note = note_of(stage)
        return ruler.lines(note, s.STAGE_NOTE, width) if note else ()
    volume = poster.volumes[index]
    size = f"{volume.size} ({volume.change})" if volume.change else volume.size
    parts = [part for part in (stage.duration, size) if part]
    lines = ruler.lines(" · ".join(parts), s.STAGE_NOTE, width)
    return lines if len(lines) == 1 else ruler.lines("\n".join(parts), s.STAGE_NOTE, width)


def _rule(index: int, x: float, y: float, width: float) -> Rect:
    return Rect(x, y, width, s.RULE, f"stage-{index % 10 + 1}", radius=min(s.RULE, width) / 2)


def _numbered(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, *, listed: bool) -> FittedBlock:
    """Fit the rules with the numbers that fit, and the names as a list in columns."""
    wide = s.RIGHT - s.LEFT
    widest = ruler.width(str(len(poster.stages)), s.NUMBER)
    count = int((wide + _GAP) / (_LIST_COLUMN + _GAP))
    width = (wide + _GAP) / count - _GAP
    names = [ruler.lines(f"{index + 1} {stage.name}", s.NAME, width) for index, stage in enumerate(poster.stages)]
    rows = [names[first : first + count] for first in range(0, len(names), count)] if listed else []
    heights = [max(len(lines) for lines in row) * s.NAME.leading for row in rows]

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for index, (x, stage_width) in enumerate(columns.stages):
            out.append(_rule(index, x, y, stage_width))
            line = TextLine(str(index + 1), ruler.width(str(index + 1), s.NUMBER))
            if widest <= stage_width:
                placed_lines([line], x, y + s.RULE + 4, s.NUMBER, out, fill=f"accent-{index % 10 + 1}")
        top = y + s.RULE + 4 + s.NUMBER.leading + 6
        for row_index, (row, height) in enumerate(zip(rows, heights, strict=True)):
            for column, lines in enumerate(row):
                color = f"accent-{(row_index * count + column) % 10 + 1}"
                placed_lines(lines, s.LEFT + column * (width + _GAP), top, s.NAME, out, fill=color)
            top += height

    return FittedBlock(s.RULE + 4 + s.NUMBER.leading + (6 + fsum(heights) if rows else 0), place)
