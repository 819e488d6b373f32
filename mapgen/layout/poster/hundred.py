"""Endings -> a bar of a hundred who begin, with a part for each outcome."""

from collections.abc import Iterator, Mapping
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.volumes import Ending
from mapgen.layout.hundred import count_line, ending_fills
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.volumes import River
from mapgen.layout.scene import Anchor, Item, Rect
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_BAR, _BAR_DENSE = 30.0, 28.0
_INSET = 8.0  # of the text in a part of the bar
_BELOW = 5.0  # from the bar to its labels
_BELOW_HEADING = 2.0
_GAP = 3.0  # between two parts
_LABEL_GAP = 16.0
_MAX_LINES: Mapping[River, int] = {"all": 3, "first": 2, "low": 1, "dense": 1}
"""Most lines of a label."""


class _Part(NamedTuple):
    """An outcome in the bar; the label begins at `x`, or ends at the end of the bar."""

    x: float
    width: float
    fill: str
    number: TextLine | None
    label: tuple[TextLine, ...]
    anchor: Anchor


def hundred(poster: PosterChart, ruler: TextMeasurer, *, shown: River = "all") -> FittedBlock:
    """Fit the bar, with each part in proportion to its share, its number of customers, and its label below.

    If the cards above it have the whole width, it has, too, with a heading.
    """
    bar, most = (_BAR if shown == "all" else _BAR_DENSE), _MAX_LINES[shown]
    wide = len(poster.stages) > s.CARDS_MAX
    parts = list(_parts(poster, ruler, most, s.MARGIN if wide else s.LEFT))
    heading = ruler.lines(poster.words["of-a-hundred"], s.HEADING, s.RIGHT - s.MARGIN) if wide else ()
    above = len(heading) * s.HEADING.leading + (_BELOW_HEADING if heading else 0)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        placed_lines(heading, s.MARGIN, y, s.HEADING, out)
        y += above
        for part in parts:
            out.append(Rect(part.x, y, max(2.0, part.width - _GAP), bar, part.fill, radius=min(3.0, part.width / 3)))
            if part.number:
                top, ink = y + (bar - s.VOLUME.leading) / 2, "paper" if part.fill in {"good", "loss-1"} else "ink"
                placed_lines([part.number], part.x + _INSET, top, s.VOLUME, out, fill=ink)
            x, fill = (part.x, "soft") if part.anchor == "start" else (s.RIGHT, "good")
            placed_lines(part.label, x, y + bar + _BELOW, s.REASON, out, anchor=part.anchor, fill=fill)

    depth = max((len(part.label) for part in parts), default=0) * s.REASON.leading
    return FittedBlock(above + bar + _BELOW + depth if parts else 0.0, place)


def _parts(poster: PosterChart, ruler: TextMeasurer, most: int, left: float) -> Iterator[_Part]:
    """Yield the parts; the label of a narrow success has the room that the label before it leaves."""
    unit = (s.RIGHT - left) / fsum(ending.share for ending in poster.endings) if poster.endings else 0.0
    shown = _shown(poster, unit, ruler, most)
    x, free = left, left
    for ending, fill in zip(shown, ending_fills(shown), strict=True):
        width, number, anchor = unit * ending.share, count_line(ending, s.VOLUME, ruler), _start
        inside = number.width + 2 * _INSET <= width
        label = _label(ending.label, width - _INSET, ruler, most)
        if ending.kind == "success" and not (inside and label):
            text = ending.label if inside else f"{number.text} {ending.label}"
            label, anchor = _label(text, s.RIGHT - free, ruler, most), _end
        yield _Part(x, width, fill, number if inside else None, label, anchor)
        free = x + max((line.width for line in label), default=0.0) + _LABEL_GAP
        x += width


_start: Anchor = "start"
_end: Anchor = "end"


def _shown(poster: PosterChart, unit: float, ruler: TextMeasurer, most: int) -> list[Ending]:
    """Return the endings with the losses that have no room for their label combined."""
    losses = [ending for ending in poster.endings if ending.kind == "loss"]
    named = [one for one in losses if _label(one.label, unit * one.share - _INSET, ruler, most)]
    other = [one for one in poster.endings if one.kind in {"loss", "rest"} and one not in named]
    success = [one for one in poster.endings if one.kind == "success"]
    if not other:
        return [*named, *success]
    label = other[0].label if len(other) == 1 else poster.words["other-reasons"]
    count, share = round(fsum(one.count for one in other)), fsum(one.share for one in other)
    return [*named, Ending(count, share, label, None, "rest"), *success]


def _label(text: str, width: float, ruler: TextMeasurer, most: int) -> tuple[TextLine, ...]:
    """Fit a label; nothing if it needs more lines than allowed."""
    if ruler.longest_word(text, s.REASON) > width:
        return ()
    lines = ruler.lines(text, s.REASON, width)
    return lines if len(lines) <= most else ()
