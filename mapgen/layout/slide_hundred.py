"""Endings by stage -> what becomes of a hundred who begin, at the right edge of a slide: a bar, and a list."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart
from mapgen.charts.stage_endings import StageEnding
from mapgen.layout.poster import sizes as s
from mapgen.layout.scene import Item, Rect
from mapgen.layout.slide_emphasis import draw_number
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_BAR, _BAR_GAP = 30.0, 3.0
_BELOW = 10.0  # from the bar to the list
_SIGN, _SIGN_GAP = 13.0, 9.0
_COUNT = Style(17.5, 600, "ink", 25)
_LABEL = Style(17, 400, "soft", 25)
_TOLD = Style(17, 600, "ink", 25)
_NUMBER_GAP = 12.0
_REASON_GAP = 10.0
_FEWEST = 3  # parts that are shown in any height
_FEW = "<1"
_FILLS = {"loss": "bad-tint", "rest": "track", "success": "good"}
_TOLD_FILL = "loss-1"


class _PartOfHundred(NamedTuple):
    """A part of the hundred, with its line in the list."""

    ending: StageEnding
    number: TextLine
    label: tuple[TextLine, ...]
    reason: TextLine | None

    @property
    def fill(self) -> str:
        return _TOLD_FILL if self.ending.is_told else _FILLS[self.ending.kind]

    @property
    def style(self) -> Style:
        return _TOLD if self.ending.is_told else _LABEL


def of_a_hundred(poster: PosterChart, width: float, height: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit as many parts as there is room for in a height; the smallest losses are combined, but not the one told."""
    heading = ruler.lines(poster.words["of-a-hundred"], s.HEADING, width)
    top = len(heading) * s.HEADING.leading + 4
    endings: Sequence[StageEnding] = poster.losses.endings
    rows = _rows(endings, width, ruler)
    while top + _BAR + _BELOW + _list_height(rows) > height and len(endings) > _FEWEST:
        fewer = _combined(endings, poster.words["other-stages"])
        if len(fewer) == len(endings):
            break
        endings, rows = fewer, _rows(fewer, width, ruler)
    left = s.RIGHT - width

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        placed_lines(heading, left, y, s.HEADING, out)
        _bar(rows, left, y + top, width, out)
        _list(rows, left, y + top + _BAR + _BELOW, out)

    return FittedBlock(top + _BAR + _BELOW + _list_height(rows), place)


def _combined(endings: Sequence[StageEnding], label: str) -> list[StageEnding]:
    """Add the smallest loss that is not told to those that are combined; of the first two, none is alone."""
    losses = sorted((one for one in endings if one.kind == "loss" and not one.is_told), key=lambda one: one.share)
    rest = [one for one in endings if one.kind == "rest"]
    added = losses[: 1 if rest else 2]
    if len(added) + len(rest) <= 1:
        return list(endings)
    parts = [*added, *rest]
    count, share = round(fsum(one.count for one in parts)), fsum(one.share for one in parts)
    kept = [one for one in endings if one not in parts]
    return [*kept[:-1], StageEnding(count, share, label, None, "rest"), kept[-1]]


def _rows(endings: Sequence[StageEnding], width: float, ruler: TextMeasurer) -> list[_PartOfHundred]:
    texts = [str(ending.count) if ending.count else _FEW for ending in endings]
    numbers = [TextLine(text, ruler.width(text, _COUNT)) for text in texts]
    room = width - _indent(numbers)
    rows = []
    for ending, number in zip(endings, numbers, strict=True):
        label = ruler.lines(ending.label, _TOLD if ending.is_told else _LABEL, room)
        rows.append(_PartOfHundred(ending, number, label, _reason(ending, label, room, ruler)))
    return rows


def _reason(ending: StageEnding, label: Sequence[TextLine], room: float, ruler: TextMeasurer) -> TextLine | None:
    """Return the reason of a loss if it fits behind the name of the stage."""
    if not ending.reason:
        return None
    line = TextLine(ending.reason, ruler.width(ending.reason, _LABEL))
    return line if label[-1].width + _REASON_GAP + line.width <= room else None


def _indent(numbers: Sequence[TextLine]) -> float:
    """Return where the labels of the list begin."""
    return _SIGN + _SIGN_GAP + max(number.width for number in numbers) + _NUMBER_GAP


def _list_height(rows: Sequence[_PartOfHundred]) -> float:
    return fsum(len(row.label) for row in rows) * _LABEL.leading


def _bar(rows: Sequence[_PartOfHundred], x: float, y: float, width: float, out: list[Item]) -> None:
    unit = width / fsum(row.ending.share for row in rows)
    for row in rows:
        part = max(2.0, unit * row.ending.share - _BAR_GAP)
        out.append(Rect(x, y, part, _BAR, row.fill, radius=min(3.0, part / 3)))
        x += unit * row.ending.share


def _list(rows: Sequence[_PartOfHundred], x: float, y: float, out: list[Item]) -> None:
    indent = _indent([row.number for row in rows])
    for row in rows:
        ink = {"success": "good", "loss": "bad"}.get(row.ending.kind, "soft")
        out.append(Rect(x, y + (_LABEL.leading - _SIGN) / 2, _SIGN, _SIGN, row.fill, radius=3))
        right = x + indent - _NUMBER_GAP
        if row.ending.is_told:
            draw_number(row.number, right - row.number.width, y, _COUNT, out)
        else:
            placed_lines([row.number], right, y, _COUNT, out, anchor="end", fill=ink)
        placed_lines(row.label, x + indent, y, row.style, out)
        y += len(row.label) * _LABEL.leading
        if row.reason:
            behind = x + indent + row.label[-1].width + _REASON_GAP
            placed_lines([row.reason], behind, y - _LABEL.leading, _LABEL, out, fill="muted")
