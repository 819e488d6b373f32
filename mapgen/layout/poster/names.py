"""Moments -> their names: below their numbers, in the columns of their stages, or in columns of equal width."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.scene import Group, Item
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_MAX_NAME_LINES = 4
_LIST_COLUMNS = (4, 5, 6, 3, 7)  # in order of preference, if the lists have the same height
LIST_GAP = 20.0
MIN_COLUMN = 118.0  # a narrower stage has no list of names
NAME_GAP = 4.5  # between two names of a list
MIN_SIDE = 150.0  # width of a list beside another one in the same stage
_LINES = 3  # a name of more lines takes some of the room of the next list, if that does not need it
_LOANS = (6.0, 12.0, 18.0, 24.0, 30.0, 36.0)

Names = tuple[PosterMoment, tuple[TextLine, ...]]
Column = tuple[float, float, Sequence[PosterMoment]]
"""A list of names: its left edge, its width, its moments."""


def names_below(poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer) -> FittedBlock | None:
    """Fit each name directly below its number; None if one does not fit."""
    if columns.pitch < s.PITCH_NAMES or not poster.moments:
        return None
    fitted: list[Names] = []
    for moment in poster.moments:
        room = _pitch(poster, columns, moment) - 12
        lines = ruler.lines(moment.name, s.NAME, room)
        if len(lines) > _MAX_NAME_LINES or ruler.longest_word(moment.name, s.NAME) > room:
            return None
        fitted.append((moment, lines))

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for moment, lines in fitted:
            items: list[Item] = []
            placed_lines(lines, columns.moments[moment.number - 1], y, s.NAME, items, anchor="middle")
            out.append(Group(tuple(items), None, f"poster-touchpoint-{moment.id}"))

    return FittedBlock(max(len(lines) for _, lines in fitted) * s.NAME.leading, place)


def _pitch(poster: PosterChart, columns: PosterColumns, moment: PosterMoment) -> float:
    stage = poster.stages[moment.stage]
    return columns.stages[moment.stage][1] / (stage.last - stage.first)


def names_by_stage(
    columns: PosterColumns, ruler: TextMeasurer, listed: Sequence[PosterMoment], *, abreast: bool
) -> FittedBlock | None:
    """Fit the names as a numbered list in the column of each stage; None if a stage is too narrow.

    With `abreast`, the list of a wide stage may be divided into lists side by side.
    """
    fitted: list[tuple[float, Sequence[Names]]] = []
    for x, width, moments in _lent(list(_reaching(columns, listed)), ruler):
        if width < MIN_COLUMN and width < _longest_word(moments, ruler):
            return None
        choices = (_side_by_side(moments, x, width, count, ruler) for count in _side_counts(width if abreast else 0.0))
        fitted += min(choices, key=lambda lists: _highest([names for _, names in lists]))

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for x, names in fitted:
            _list(names, x, y, ruler, out)

    return FittedBlock(_highest([names for _, names in fitted]), place)


def _lent(lists: list[Column], ruler: TextMeasurer) -> Sequence[Column]:
    """Let names of many lines have some of the room of the next list, as little as helps, if it does not need it."""
    for index, ((x, width, moments), (right, wide, others)) in enumerate(pairwise(lists)):
        lines = _lines(moments, width, ruler)
        if max(lines) <= _LINES:
            continue
        for loan in _LOANS:
            is_free = sum(_lines(others, wide - loan, ruler)) <= sum(_lines(others, wide, ruler))
            if is_free and max(_lines(moments, width + loan, ruler)) < max(lines):
                lists[index] = x, width + loan, moments
                lists[index + 1] = right + loan, wide - loan, others
                break
    return lists


def _lines(moments: Sequence[PosterMoment], width: float, ruler: TextMeasurer) -> list[int]:
    """Return how many lines each name takes in a list."""
    room = width - number_width(moments, ruler)
    return [len(ruler.lines(moment.name, s.NAME, room)) for moment in moments]


def _reaching(columns: PosterColumns, listed: Sequence[PosterMoment]) -> Iterator[Column]:
    """Yield the lists.

    It reaches over the next stages without one and, if it is narrow, over those before it.
    """
    stages = sorted({moment.stage for moment in listed})
    edges = [columns.stages[stage] for stage in stages]
    starts, free = [], s.LEFT
    for (x, width), (end, _) in zip(edges, [*edges[1:], (s.RIGHT, 0.0)], strict=False):
        starts.append(min(x, max(free, end - MIN_COLUMN)))
        free = x + width + s.STAGE_GAP
    ends = [*(x - s.STAGE_GAP for x in starts[1:]), s.RIGHT]
    for stage, x, end in zip(stages, starts, ends, strict=False):
        yield x, end - x, [moment for moment in listed if moment.stage == stage]


def _longest_word(moments: Sequence[PosterMoment], ruler: TextMeasurer) -> float:
    """Return the width of a list in which no word is broken."""
    words = max(ruler.longest_word(moment.name, s.NAME) for moment in moments)
    return words + number_width(moments, ruler)


def _side_counts(width: float) -> Iterator[int]:
    """Yield how many lists fit side by side in a stage of this width, the fewest first."""
    yield 1
    yield from range(2, int((width + LIST_GAP) / (MIN_SIDE + LIST_GAP)) + 1)


def _side_by_side(
    moments: Sequence[PosterMoment], x: float, width: float, count: int, ruler: TextMeasurer
) -> list[tuple[float, Sequence[Names]]]:
    """Fit the names of a stage as so many lists, each with its left edge."""
    each, indent = (width + LIST_GAP) / count - LIST_GAP, number_width(moments, ruler)
    names = [(moment, ruler.lines(moment.name, s.NAME, each - indent)) for moment in moments]
    return [(x + index * (each + LIST_GAP), part) for index, part in enumerate(_by_height(names, count))]


def names_in_columns(ruler: TextMeasurer, listed: Sequence[PosterMoment]) -> FittedBlock:
    """Fit the names as a numbered list in columns across the whole width."""
    return min((_in_columns(ruler, listed, count) for count in _LIST_COLUMNS), key=lambda block: block.height)


def _in_columns(ruler: TextMeasurer, listed: Sequence[PosterMoment], count: int) -> FittedBlock:
    wide, indent = s.RIGHT - s.LEFT, number_width(listed, ruler)
    width = (wide + LIST_GAP) / count - LIST_GAP
    fitted = [(moment, ruler.lines(moment.name, s.NAME, width - indent)) for moment in listed]
    parts = min((list(evenly(fitted, count)), _by_height(fitted, count)), key=_highest)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for index, names in enumerate(parts):
            _list(names, s.LEFT + index * (width + LIST_GAP), y, ruler, out)

    return FittedBlock(_highest(parts), place)


def _highest(parts: Sequence[Sequence[Names]]) -> float:
    return max((_height(names) for names in parts), default=0.0)


def _by_height(names: Sequence[Names], count: int) -> list[Sequence[Names]]:
    """Split a list into columns that are as low as possible."""
    lines = [len(one) for _, one in names]
    for most in range(max(-(-sum(lines) // count), *lines, 0), sum(lines)):
        parts: list[list[Names]] = [[]]
        for name in names:
            if parts[-1] and sum(len(one) for _, one in parts[-1]) + len(name[1]) > most:
                parts.append([])
            parts[-1].append(name)
        if len(parts) <= count:
            return list(parts)
    return [names]


def evenly(items: Sequence[Names], count: int) -> Iterator[Sequence[Names]]:
    """Split a list into columns whose lengths differ by at most one.

    >>> list(evenly("abcdefg", 3)), list(evenly("ab", 3))
    (['abc', 'de', 'fg'], ['a', 'b'])
    """
    rows, longer = divmod(len(items), count)
    first = 0
    for index in range(min(count, len(items))):
        last = first + rows + (index < longer)
        yield items[first:last]
        first = last


def number_width(listed: Sequence[PosterMoment], ruler: TextMeasurer) -> float:
    """Return the width of the numbers before names."""
    return max((ruler.width(str(moment.number), s.NUMBER) for moment in listed), default=0.0) + 8


def _height(names: Sequence[Names]) -> float:
    """Return the height of a list; names are apart, so that one of two lines does not read as two."""
    return sum(len(lines) for _, lines in names) * s.NAME.leading + max(0, len(names) - 1) * NAME_GAP


def _list(names: Sequence[Names], x: float, y: float, ruler: TextMeasurer, out: list[Item]) -> None:
    indent = number_width([moment for moment, _ in names], ruler)
    for moment, lines in names:
        items: list[Item] = []
        text = str(moment.number)
        line = TextLine(text, ruler.width(text, s.NUMBER))
        style = s.NUMBER._replace(leading=s.NAME.leading)
        placed_lines([line], x + indent - 8, y, style, items, anchor="end")
        placed_lines(lines, x + indent, y, s.NAME, items)
        out.append(Group(tuple(items), None, f"poster-touchpoint-{moment.id}"))
        y += len(lines) * s.NAME.leading + NAME_GAP
