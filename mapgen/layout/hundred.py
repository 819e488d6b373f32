"""Endings -> a hundred little people, as many for each ending as its share, and a list of the endings."""

from collections.abc import Sequence
from math import ceil, fsum
from typing import NamedTuple

from mapgen.charts.volumes import Ending
from mapgen.layout.scene import Group, Item, Path
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_COLUMNS = 10
_ROWS = 10
_PITCH, _ROW = 21.0, 27.0  # of the people
_WIDE = _COLUMNS * _PITCH
_HEAD = 4.0  # radius of a person's head
_GAP = 28.0  # between the people and the list
_ENTRY_GAP = 9.0
_NUMBER_GAP = 12.0
_COUNT = Style(19, 600, "ink", 24)
_LABEL = Style(14, 400, "ink", 20)
_DROP = (_COUNT.leading - _LABEL.leading) / 2  # of a label below the top of its number
_PLACE = Style(12.5, 400, "muted", 17)
_LIST_MIN = 200.0  # a narrower list stands below the people
_LIST_WIDE, _LIST_MAX = 290.0, 400.0  # widths of a column of the list
_LOSSES = ("loss-1", "loss-2", "loss-3", "bad-tint")
_FEW = "<1"


def ending_fills(endings: Sequence[Ending]) -> list[str]:
    """Return the role of the color of each ending: the larger a loss, the stronger."""
    fills, losses = [], 0
    for ending in endings:
        if ending.kind == "loss":
            fills.append(_LOSSES[min(losses, len(_LOSSES) - 1)])
            losses += 1
        else:
            fills.append({"success": "good", "unknown": "hair"}.get(ending.kind, "track"))
    return fills


class _Entry(NamedTuple):
    """An ending in the list."""

    ending: Ending
    fill: str
    number: TextLine
    label: tuple[TextLine, ...]
    stage: tuple[TextLine, ...]

    @property
    def height(self) -> float:
        text = _DROP + len(self.label) * _LABEL.leading + len(self.stage) * _PLACE.leading
        return max(_COUNT.leading, text) + _ENTRY_GAP

    def draw(self, x: float, y: float, indent: float, out: list[Item]) -> None:
        """Draw a person, the number, the label and the stage."""
        ink = {"success": "good", "loss": "bad"}.get(self.ending.kind, "soft")
        out.append(_person(x, y + 1, self.fill))
        placed_lines([self.number], x + indent - _NUMBER_GAP, y, _COUNT, out, anchor="end", fill=ink)
        top = y + _DROP
        placed_lines(self.label, x + indent, top, _LABEL, out)
        placed_lines(self.stage, x + indent, top + len(self.label) * _LABEL.leading, _PLACE, out)


def fit_hundred(endings: Sequence[Ending], width: float, ruler: TextMeasurer) -> FittedBlock:
    """Fit the people, column by column in the order of the endings, with the list beside them or below."""
    beside = width - _WIDE - _GAP >= _LIST_MIN
    left, below = (_WIDE + _GAP, 0.0) if beside else (0.0, _ROWS * _ROW + _ENTRY_GAP)
    room = width - left
    choices = (_listed(endings, room, count, ruler) for count in range(1, max(1, int(room / _LIST_WIDE)) + 1))
    lists = next((block for block in choices if block.height <= _ROWS * _ROW), None) or _listed(
        endings, room, max(1, int(room / _LIST_WIDE)), ruler
    )
    fills = ending_fills(endings)

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        first = 0
        for ending, fill in zip(endings, fills, strict=True):
            places = range(first, first + ending.count)
            people = tuple(_person(x + at // _ROWS * _PITCH, y + at % _ROWS * _ROW, fill) for at in places)
            first += ending.count
            if people:
                out.append(Group(people, tip=ending.label))
        lists.place(x + left, y + below, lists.height, out)

    return FittedBlock(max(_ROWS * _ROW, lists.height) if beside else below + lists.height, place)


def _listed(endings: Sequence[Ending], width: float, columns: int, ruler: TextMeasurer) -> FittedBlock:
    """Fit the list of endings in so many columns: person, number, label and stage."""
    wide = min((width + _GAP) / columns - _GAP, _LIST_MAX)
    numbers = [count_line(ending, _COUNT, ruler) for ending in endings]
    indent = _PITCH + 4 + max(number.width for number in numbers) + _NUMBER_GAP
    entries = [
        _Entry(
            ending, fill, number, ruler.lines(ending.label, _LABEL, wide - indent), _place(ending, wide - indent, ruler)
        )
        for ending, fill, number in zip(endings, ending_fills(endings), numbers, strict=True)
    ]
    rows = ceil(len(entries) / columns)
    parts = [entries[first : first + rows] for first in range(0, len(entries), rows)]

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        for part in parts:
            top = y
            for entry in part:
                entry.draw(x, top, indent, out)
                top += entry.height
            x += wide + _GAP

    return FittedBlock(max(fsum(entry.height for entry in part) for part in parts) - _ENTRY_GAP, place)


def _place(ending: Ending, width: float, ruler: TextMeasurer) -> tuple[TextLine, ...]:
    return ruler.lines(ending.place, _PLACE, width) if ending.place else ()


def count_line(ending: Ending, style: Style, ruler: TextMeasurer) -> TextLine:
    """Return how many of a hundred come to an ending."""
    text = str(ending.count) if ending.count else _FEW
    return TextLine(text, ruler.width(text, style))


def _person(x: float, y: float, fill: str) -> Path:
    """Draw a person, head and body as one outline, in a box of 15 by 22 pixels."""
    left, middle, right, face, shoulder, foot = x, x + 7.5, x + 15, y + 4.5, y + 10, y + 22
    bulge = _HEAD * 4 / 3  # two curves of this reach are a circle to the eye
    return Path(
        (
            ("M", (middle - _HEAD, face)),
            ("C", (middle - _HEAD, face - bulge, middle + _HEAD, face - bulge, middle + _HEAD, face)),
            ("C", (middle + _HEAD, face + bulge, middle - _HEAD, face + bulge, middle - _HEAD, face)),
            ("Z", ()),
            ("M", (left, foot)),
            ("L", (left, shoulder + 6.5)),
            ("C", (left, shoulder + 1, left + 3.5, shoulder, left + 7.5, shoulder)),
            ("C", (right - 3.5, shoulder, right, shoulder + 1, right, shoulder + 6.5)),
            ("L", (right, foot)),
            ("Z", ()),
        ),
        fill,
    )
