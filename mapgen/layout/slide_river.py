"""Volumes -> the small river of a slide: numbers, losses, reasons that fit, and the share of those who arrive."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.volumes import StageVolume
from mapgen.layout.label_placement import meet
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.volumes import reasons, stretches
from mapgen.layout.river import draw_river
from mapgen.layout.scene import Box, Item
from mapgen.layout.slide_emphasis import PAD, draw_number
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_FIGURE = Style(44, 600, "ink", 50)
_LOSS, _TOLD_LOSS = s.LOSS._replace(weight=400, leading=22), s.LOSS._replace(leading=22)
_GAP = 10.0  # between two numbers
_INDENT = 4.0  # of a reason, off the losses of the stage before
_BELOW, _BESIDE = 6.0, 3.0  # from the river to the figure
_MIN_DEPTH, _MAX_DEPTH = 22.0, 130.0
HEIGHT = 198.0
"""The height in which the river is well visible."""


def still_there(poster: PosterChart, width: float, height: float, ruler: TextMeasurer, *, roomy: bool) -> FittedBlock:
    """Fit the river at the right edge of a slide into a height, which it exceeds only if its texts need more.

    Below the numbers, the loss in the headline is written, and only if the river is `roomy`, the others too.
    """
    return _SmallRiver(poster, width, height, ruler, roomy=roomy).fit()


class _RiverChange(NamedTuple):
    """A part of a stage that goes no further, or that joins; `is_told` is whether the headline states it."""

    x: float
    line: TextLine
    fill: str
    is_told: bool = False


class _SmallRiver:
    """The parts of a river, each with its height."""

    def __init__(self, poster: PosterChart, width: float, height: float, ruler: TextMeasurer, *, roomy: bool) -> None:
        """Fit the texts, and give the river the height that is left."""
        self._poster = poster
        self._ruler = ruler
        self._left = s.RIGHT - width
        count = len(poster.volumes)
        places = tuple((self._left + index * width / count, width / count) for index in range(count))
        self._columns = PosterColumns(places, (), width / count, named=True)
        self._heading = ruler.lines(poster.words["still-there"], s.HEADING, width)
        self._sizes = self._numbers()
        self._changes = (self._losses() if roomy else ()) or self._told_loss()
        reach = poster.reach
        self._value = ruler.lines(reach.value, _FIGURE, width) if reach else ()
        self._label = ruler.lines(reach.label, s.FIGURE_LABEL, width * 0.6) if reach else ()
        self._figure = len(self._value) * _FIGURE.leading + len(self._label) * s.FIGURE_LABEL.leading
        self._above = len(self._heading) * s.HEADING.leading + 4
        self._rows = (s.VOLUME.leading if self._sizes else 0) + len(self._changes) * _LOSS.leading + 2
        self._height = max(height, self._above + self._rows + _MIN_DEPTH + _BELOW + self._figure)
        self._depth = self._deep()

    def _numbers(self) -> list[tuple[float, TextLine, Style]]:
        """Return the numbers of customers: all, else those that fit beside that of the first, told and last stage."""
        volumes, columns = self._poster.volumes, self._columns.stages
        for style in (s.VOLUME, s.VOLUME_SMALL):
            lines = [TextLine(volume.size, self._ruler.width(volume.size, style)) for volume in volumes]
            if all(line.width <= self._columns.pitch - _GAP for line in lines):
                return [(x, line, style) for (x, _), line in zip(columns, lines, strict=True)]
        told = [index for index, volume in enumerate(volumes) if self._is_told(volume)]
        placed: list[tuple[float, TextLine]] = []
        for index in dict.fromkeys((0, *told, len(volumes) - 1, *range(len(volumes)))):
            line, x = lines[index], min(columns[index][0], s.RIGHT - lines[index].width)
            if all(x + line.width + _GAP <= left or left + other.width + _GAP <= x for left, other in placed):
                placed.append((x, line))
        return [(x, line, s.VOLUME_SMALL) for x, line in placed]

    def _is_told(self, volume: StageVolume) -> bool:
        """Return whether the headline states the loss of a stage."""
        loss = self._poster.headline.loss
        return loss is not None and loss.stage.id == volume.id

    def _losses(self) -> tuple[tuple[_RiverChange, ...], ...]:
        """Return rows of what becomes of the customers of each stage; nothing if one does not fit.

        If a stage has both, those who convert are on a row below those who are lost.
        """
        both = any(volume.change and volume.converted for volume in self._poster.volumes)
        rows: tuple[list[_RiverChange], ...] = ([], [])
        for volume, (x, width) in zip(self._poster.volumes, self._columns.stages, strict=True):
            for change in self._changes_of(volume, x):
                if change.line.width + (2 * PAD if change.is_told else 0.0) > width - _GAP:
                    return ()
                rows[0 if change.fill != "good" or not both else 1].append(change)
        return tuple(tuple(row) for row in rows if row)

    def _changes_of(self, volume: StageVolume, x: float) -> Iterator[_RiverChange]:
        """Yield the part of a stage that is lost or joins, and the one that converts."""
        told = self._is_told(volume)
        for text, fill, style in (
            (volume.change, "bad" if volume.heavy or told else "muted", _TOLD_LOSS if told else _LOSS),
            (volume.converted, "good", _LOSS),
        ):
            if text:
                line = TextLine(text, self._ruler.width(text, style))
                yield _RiverChange(x, line, fill, told and fill != "good")

    def _told_loss(self) -> tuple[tuple[_RiverChange, ...], ...]:
        """Return the loss that the headline states, alone."""
        stages = zip(self._poster.volumes, self._columns.stages, strict=True)
        changes = (change for volume, (x, _) in stages for change in self._changes_of(volume, x) if change.is_told)
        return tuple((change._replace(x=min(change.x, s.RIGHT - change.line.width - 2 * PAD)),) for change in changes)

    def _deep(self) -> float:
        """Return the depth of the river: the figure goes under the part of it that leaves room."""
        room = self._height - self._above - self._rows
        under = s.RIGHT - max((line.width for line in (*self._value, *self._label)), default=0.0) - _BESIDE
        levels = [
            volume.level or 0.0
            for volume, (x, width) in zip(self._poster.volumes, self._columns.stages, strict=True)
            if x + width > under
        ]
        highest = max(levels, default=0.0)
        free = room - self._figure - _BELOW
        return min(room, _MAX_DEPTH, free / highest if self._value and highest else inf)

    def fit(self) -> FittedBlock:
        """Return the block, from the heading down to the figure."""
        return FittedBlock(self._height, self._place)

    def _place(self, _: float, y: float, __: float, out: list[Item]) -> None:
        placed_lines(self._heading, self._left, y, s.HEADING, out)
        top = y + self._above
        for x, line, style in self._sizes:
            placed_lines([line], x, top, style, out)
        for row, changes in enumerate(self._changes):
            _draw_changes(changes, top + s.VOLUME.leading + row * _LOSS.leading, out)
        top += self._rows
        draw_river(stretches(self._poster, self._columns), top, self._depth, out)
        figure = y + self._height - self._figure
        self._reasons(top, figure, out)
        placed_lines(self._value, s.RIGHT, figure, _FIGURE, out, anchor="end")
        label = figure + len(self._value) * _FIGURE.leading
        placed_lines(self._label, s.RIGHT, label, s.FIGURE_LABEL, out, anchor="end")

    def _reasons(self, top: float, figure: float, out: list[Item]) -> None:
        """Write the reasons that fit under the river beside the figure."""
        widest = max((line.width for line in (*self._value, *self._label)), default=0.0)
        taken = [Box(s.RIGHT - widest - _GAP, figure, widest + _GAP, self._figure)]
        bottom = top - self._rows - self._above + self._height
        for text in reasons(self._poster, self._columns, self._ruler, self._depth):
            box = Box(text.x + _INDENT, top + text.top, text.line.width, s.REASON.leading)
            if (
                box.x + box.width <= s.RIGHT
                and box.y + box.height <= bottom
                and not any(meet(box, other) for other in taken)
            ):
                taken.append(box)
                placed_lines([text.line], box.x, box.y, s.REASON, out, fill=text.fill)


def _draw_changes(changes: Sequence[_RiverChange], y: float, out: list[Item]) -> None:
    for x, line, fill, is_told in changes:
        if is_told:
            draw_number(line, x + PAD, y, _TOLD_LOSS, out)
        else:
            placed_lines([line], x, y, _LOSS, out, fill=fill)
