"""Stages without much else -> the names of their touchpoints, as large as the free height of a slide allows."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.layout.poster.columns import PosterColumns, stage_style
from mapgen.layout.scene import Item
from mapgen.layout.shapes import star
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_SIZES = ((32, 40), (28, 36), (25, 32), (22, 28), (19, 25), (16.7, 22))
_STYLES = tuple(Style(size, 400, "soft", leading) for size, leading in _SIZES)
_BESIDE_CURVE = _STYLES[2:]
_BELOW_STAGE = 0.85  # of the size of the stages, a name has at most
_STAGES = tuple(Style(size, 600, "ink", leading) for size, leading in ((44, 53), (38, 46), (32, 39), (27, 33)))
_MAX_STAGE_LINES = 2
_GAP, _MAX_GAP = 9.0, 40.0  # between two names
_PAD = 10.0
_STAR, _STAR_GAP = 0.45, 0.35  # its radius, and its distance from the name, in ems


class _Names(NamedTuple):
    """The names of a stage at `x`; `starred` tells which of them are moments of truth."""

    x: float
    names: tuple[tuple[TextLine, ...], ...]
    starred: tuple[bool, ...]

    def height(self, style: Style, gap: float) -> float:
        return fsum(len(lines) * style.leading + gap for lines in self.names)


def large_stage_style(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer) -> Style | None:
    """Return the style of the names of stages if there is no curve: the largest in which they fit, if one is large."""
    if poster.is_felt or not columns.named:
        return None
    stages = [(stage.name, width) for stage, (_, width) in zip(poster.stages, columns.stages, strict=True)]
    for style in _STAGES:
        whole = all(ruler.longest_word(name, style) <= width for name, width in stages)
        if whole and all(len(ruler.lines(name, style, width)) <= _MAX_STAGE_LINES for name, width in stages):
            return style
    return None


def names_by_stage(
    poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, height: float
) -> FittedBlock | None:
    """Fit the names of all touchpoints under their stages; None if they would be too small or higher than `height`.

    They are smaller than the names of stages. Without a curve, moments of truth have a star behind their name.
    """
    if not poster.moments or not columns.named:
        return None
    stage = large_stage_style(poster, columns, ruler) or stage_style(poster, ruler)
    smaller = [style for style in _STYLES if style.size <= _BELOW_STAGE * stage.size]
    for style in _BESIDE_CURVE if poster.is_felt else smaller:
        fitted = _fit(poster, columns, ruler, style)
        if fitted and max(stage.height(style, _GAP) for stage in fitted) <= height:
            gap = _GAP if poster.is_felt else _gap(fitted, style, height)
            return _block(fitted, style, gap)
    return None


def _fit(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, style: Style) -> tuple[_Names, ...] | None:
    """Break the names in the widths of their stages; None if a word is too wide."""
    fitted = []
    for stage, (x, width) in zip(poster.stages, columns.stages, strict=True):
        moments = poster.moments[stage.first : stage.last]
        starred = tuple(moment.starred and not poster.is_felt for moment in moments)
        wide = width - _PAD - ((2 * _STAR + _STAR_GAP) * style.size if any(starred) else 0.0)
        if any(ruler.longest_word(moment.name, style) > wide for moment in moments):
            return None
        fitted.append(_Names(x, tuple(ruler.lines(moment.name, style, wide) for moment in moments), starred))
    return tuple(fitted)


def _gap(fitted: Sequence[_Names], style: Style, height: float) -> float:
    """Return the gap with which the longest list fills the height, up to a limit."""
    return min(_MAX_GAP, *((height - names.height(style, 0)) / len(names.names) for names in fitted if names.names))


def _block(fitted: Sequence[_Names], style: Style, gap: float) -> FittedBlock:
    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for stage in fitted:
            top = y + gap / 2
            for lines, is_starred in zip(stage.names, stage.starred, strict=True):
                placed_lines(lines, stage.x, top, style, out)
                top += len(lines) * style.leading + gap
                if is_starred:
                    radius = _STAR * style.size
                    x = stage.x + lines[-1].width + _STAR_GAP * style.size + radius
                    out.append(star(x, top - gap - style.leading / 2, radius))

    return FittedBlock(max(stage.height(style, gap) for stage in fitted), place)
