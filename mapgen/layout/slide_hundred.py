"""Endings -> what becomes of a hundred who begin, at the right edge of a slide: a bar, and a line for each part."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.volumes import Ending
from mapgen.layout.hundred import count_line, ending_fills
from mapgen.layout.poster import sizes as s
from mapgen.layout.scene import Item, Rect
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_BAR, _BAR_GAP = 30.0, 3.0
_BELOW = 10.0  # from the bar to the list
_SIGN, _SIGN_GAP = 13.0, 9.0
_COUNT = Style(17.5, 600, "ink", 24)
_LABEL = Style(17, 400, "soft", 24)
_NUMBER_GAP = 9.0
_PLACE_GAP = 10.0
_FEWEST = 3  # parts that are shown in any height


class _OutcomeLine(NamedTuple):
    """A part of the hundred, with its line in the list."""

    ending: Ending
    fill: str
    number: TextLine
    label: tuple[TextLine, ...]
    place: TextLine | None


def of_a_hundred(poster: PosterChart, width: float, height: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit as many parts as there is room for in a height; the smallest losses are combined."""
    heading = ruler.lines(poster.words["of-a-hundred"], s.HEADING, width)
    top = len(heading) * s.HEADING.leading + 4
    endings: Sequence[Ending] = poster.endings
    rows = _rows(endings, width, ruler)
    while top + _BAR + _BELOW + _list_height(rows) > height and len(endings) > _FEWEST:
        fewer = _combined(endings, poster.words["other-reasons"])
        if len(fewer) == len(endings):
            break
        endings, rows = fewer, _rows(fewer, width, ruler)
    left = s.RIGHT - width

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        placed_lines(heading, left, y, s.HEADING, out)
        _bar(rows, left, y + top, width, out)
        _list(rows, left, y + top + _BAR + _BELOW, out)

    return FittedBlock(top + _BAR + _BELOW + _list_height(rows), place)


def _combined(endings: Sequence[Ending], label: str) -> list[Ending]:
    """Add the smallest loss that is named to those that are not."""
    named = [ending for ending in endings if ending.kind == "loss"]
    if not named:
        return list(endings)
    parts = [named[-1], *(ending for ending in endings if ending.kind == "rest")]
    rest = Ending(round(fsum(part.count for part in parts)), fsum(part.share for part in parts), label, None, "rest")
    return [*named[:-1], rest, *(ending for ending in endings if ending.kind not in {"loss", "rest"})]


def _rows(endings: Sequence[Ending], width: float, ruler: TextMeasurer) -> list[_OutcomeLine]:
    numbers = [count_line(ending, _COUNT, ruler) for ending in endings]
    room = width - _indent(numbers)
    labels = [ruler.lines(ending.label, _LABEL, room) for ending in endings]
    places = [_place(ending, lines, room, ruler) for ending, lines in zip(endings, labels, strict=True)]
    return [_OutcomeLine(*parts) for parts in zip(endings, ending_fills(endings), numbers, labels, places, strict=True)]


def _place(ending: Ending, label: Sequence[TextLine], room: float, ruler: TextMeasurer) -> TextLine | None:
    """Return the stage of an ending if it fits behind the label."""
    if not ending.place:
        return None
    line = TextLine(ending.place, ruler.width(ending.place, _LABEL))
    return line if label[-1].width + _PLACE_GAP + line.width <= room else None


def _indent(numbers: Sequence[TextLine]) -> float:
    """Return where the labels of the list begin."""
    return _SIGN + _SIGN_GAP + max(number.width for number in numbers) + _NUMBER_GAP


def _list_height(rows: Sequence[_OutcomeLine]) -> float:
    return fsum(len(row.label) for row in rows) * _LABEL.leading


def _bar(rows: Sequence[_OutcomeLine], x: float, y: float, width: float, out: list[Item]) -> None:
    unit = width / fsum(row.ending.share for row in rows)
    for row in rows:
        part = max(2.0, unit * row.ending.share - _BAR_GAP)
        out.append(Rect(x, y, part, _BAR, row.fill, radius=min(3.0, part / 3)))
        x += unit * row.ending.share


def _list(rows: Sequence[_OutcomeLine], x: float, y: float, out: list[Item]) -> None:
    indent = _indent([row.number for row in rows])
    for row in rows:
        ink = {"success": "good", "loss": "bad"}.get(row.ending.kind, "soft")
        out.append(Rect(x, y + (_LABEL.leading - _SIGN) / 2, _SIGN, _SIGN, row.fill, radius=3))
        placed_lines([row.number], x + indent - _NUMBER_GAP, y, _COUNT, out, anchor="end", fill=ink)
        placed_lines(row.label, x + indent, y, _LABEL, out)
        y += len(row.label) * _LABEL.leading
        if row.place:
            behind = x + indent + row.label[-1].width + _PLACE_GAP
            placed_lines([row.place], behind, y - _LABEL.leading, _LABEL, out, fill="muted")
