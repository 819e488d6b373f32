"""Stages without much else -> the names of their touchpoints, as large as the free height of a slide allows."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.scene import Item
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_SIZES = ((36, 44), (30, 38), (26, 33), (22, 28), (19, 25), (16.7, 22))
_STYLES = tuple(Style(size, 400, "soft", leading) for size, leading in _SIZES)
_BESIDE_CURVE = _STYLES[2:]
_GAP, _MAX_GAP = 9.0, 40.0  # between two names
_PAD = 10.0


class _Names(NamedTuple):
    """The names of a stage at `x`."""

    x: float
    names: tuple[tuple[TextLine, ...], ...]

    def height(self, style: Style, gap: float) -> float:
        return fsum(len(lines) * style.leading + gap for lines in self.names)


def names_by_stage(
    poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, height: float
) -> FittedBlock | None:
    """Fit the names of all touchpoints under their stages; None if they would be too small or higher than `height`."""
    if not poster.moments or not columns.named:
        return None
    for style in _BESIDE_CURVE if poster.is_felt else _STYLES:
        fitted = _fit(poster, columns, ruler, style)
        if fitted and max(stage.height(style, _GAP) for stage in fitted) <= height:
            gap = _GAP if poster.is_felt else _gap(fitted, style, height)
            return _block(fitted, style, gap)
    return None


def _fit(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, style: Style) -> tuple[_Names, ...] | None:
    """Break the names in the widths of their stages; None if a word is too wide."""
    fitted = []
    for stage, (x, width) in zip(poster.stages, columns.stages, strict=True):
        names = [moment.name for moment in poster.moments[stage.first : stage.last]]
        if any(ruler.longest_word(name, style) > width - _PAD for name in names):
            return None
        fitted.append(_Names(x, tuple(ruler.lines(name, style, width - _PAD) for name in names)))
    return tuple(fitted)


def _gap(fitted: Sequence[_Names], style: Style, height: float) -> float:
    """Return the gap with which the longest list fills the height, up to a limit."""
    return min(_MAX_GAP, *((height - names.height(style, 0)) / len(names.names) for names in fitted if names.names))


def _block(fitted: Sequence[_Names], style: Style, gap: float) -> FittedBlock:
    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for stage in fitted:
            top = y + gap / 2
            for lines in stage.names:
                placed_lines(lines, stage.x, top, style, out)
                top += len(lines) * style.leading + gap

    return FittedBlock(max(stage.height(style, gap) for stage in fitted), place)
