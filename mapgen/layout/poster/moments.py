"""Moments -> their numbers, channels and names."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from math import fsum

from mapgen.charts.poster import PosterChart
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout import icons
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.columns import PosterColumns
from mapgen.layout.poster.pains import shown
from mapgen.layout.poster.spreading import spread
from mapgen.layout.scene import Group, Item, Rect
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_MAX_NAME_LINES = 4
_MIN_GAP = 8.0  # between two numbers
_FAR = 30.0  # from a point to its number, across
_LIST_COLUMNS = (4, 5, 6, 3, 7)  # in order of preference, if the lists have the same height
_LIST_GAP = 20.0
_SOMEWHERE = "pin"  # a channel without an icon of its own; a letter would look like a persona
_MIN_COLUMN = 118.0  # a narrower stage has no list of names

Names = tuple[PosterMoment, tuple[TextLine, ...]]


def places(
    poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, numbers: Mapping[int, float]
) -> FittedBlock:
    """Fit the row of numbers and, if there is room, channels; neighbors with the same channel share a pill."""
    icons_shown = shows_channels(poster, columns)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for number, x in numbers.items():
            text = str(number)
            line = TextLine(text, ruler.width(text, s.NUMBER))
            fill = "bad" if poster.moments[number - 1].pain >= s.PAIN_HIGH else "muted"
            placed_lines([line], x, y, s.NUMBER, out, anchor="middle", fill=fill)
        if icons_shown:
            for key, run in groupby(poster.moments, lambda moment: (moment.stage, moment.channel, moment.offline)):
                if key[1]:
                    _pill(list(run), columns, y + s.NUMBER.leading + 6 + s.PILL / 2, out)

    if not numbers:
        return FittedBlock(0, place)
    return FittedBlock(s.NUMBER.leading + (6 + s.PILL if icons_shown else 0), place)


def shows_channels(poster: PosterChart, columns: PosterColumns) -> bool:
    """Return whether there are channels that fit."""
    return columns.pitch >= s.PITCH_ICONS and any(moment.channel for moment in poster.moments)


def number_places(
    poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, flagged: Collection[int], *, stars: bool
) -> Mapping[int, float]:
    """Return the centers of the numbers below the curve.

    If there is no room for all, these are the numbers of pain points that are shown, of flags and, with `stars`, of
    moments of truth, unless so many stand side by side that they would be far from their points.
    """
    gap = ruler.width(str(len(poster.moments)), s.NUMBER) + _MIN_GAP
    if columns.pitch >= gap:
        return dict(enumerate(columns.moments, 1))
    numbers: dict[int, float] = _aside(
        {*flagged, *(pain.number for pain in shown(poster) if pain.number)}, columns, gap
    )
    for moment in poster.moments if stars else ():
        if moment.starred and moment.number not in numbers:
            more = _aside({*numbers, moment.number}, columns, gap)
            if all(abs(x - columns.moments[number - 1]) <= _FAR for number, x in more.items()):
                numbers = more
    return numbers


def _aside(numbers: Collection[int], columns: PosterColumns, gap: float) -> dict[int, float]:
    """Return the places of some numbers, side by side below their points."""
    ordered = sorted(numbers)
    xs = [columns.moments[number - 1] for number in ordered]
    return dict(zip(ordered, spread(xs, gap, s.LEFT + gap / 2, s.RIGHT - gap / 2), strict=True))


def notable(poster: PosterChart, numbers: Collection[int], flagged: Collection[int]) -> Sequence[PosterMoment]:
    """Return the moments to name: with a star or a pain point that is shown, and a number; a flag has its own name."""
    painful = {pain.number for pain in shown(poster)}
    return [
        moment
        for moment in poster.moments
        if (moment.starred or moment.number in painful) and moment.number in numbers and moment.number not in flagged
    ]


def _pill(run: Sequence[PosterMoment], columns: PosterColumns, y: float, out: list[Item]) -> None:
    """Draw a pill around the channel that neighbors share, dark if it is offline."""
    xs = [columns.moments[moment.number - 1] for moment in run]
    first, half = run[0], s.PILL / 2
    ink = "paper" if first.offline else "soft"
    items: list[Item] = [
        Rect(xs[0] - half, y - half, xs[-1] - xs[0] + s.PILL, s.PILL, "ink" if first.offline else "track", radius=half)
    ]
    name = icons.icon_of(first.channel or "", first.channel_name) or _SOMEWHERE
    items += [icons.icon(name, x - s.ICON / 2, y - s.ICON / 2, ink, s.ICON) for x in xs]
    out.append(Group(tuple(items), tip=first.channel_name))


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


def names_by_stage(columns: PosterColumns, ruler: TextMeasurer, listed: Sequence[PosterMoment]) -> FittedBlock | None:
    """Fit the names as a numbered list in the column of each stage; None if a stage is too narrow."""
    fitted: list[tuple[float, list[Names]]] = []
    indent = _indent(listed, ruler)
    for index, (x, width) in enumerate(columns.stages):
        moments = [moment for moment in listed if moment.stage == index]
        if moments and width < _MIN_COLUMN:
            return None
        fitted.append((x, [(moment, ruler.lines(moment.name, s.NAME, width - indent - 4)) for moment in moments]))

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for x, names in fitted:
            _list(names, x, y, indent, ruler, out)

    return FittedBlock(max((_height(names) for _, names in fitted), default=0.0), place)


def names_in_columns(ruler: TextMeasurer, listed: Sequence[PosterMoment]) -> FittedBlock:
    """Fit the names as a numbered list in columns across the whole width."""
    return min((_in_columns(ruler, listed, count) for count in _LIST_COLUMNS), key=lambda block: block.height)


def _in_columns(ruler: TextMeasurer, listed: Sequence[PosterMoment], count: int) -> FittedBlock:
    wide, indent = s.RIGHT - s.LEFT, _indent(listed, ruler)
    width = (wide + _LIST_GAP) / count - _LIST_GAP
    fitted = [(moment, ruler.lines(moment.name, s.NAME, width - indent)) for moment in listed]
    parts = min((list(evenly(fitted, count)), _by_height(fitted, count)), key=_highest)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for index, names in enumerate(parts):
            _list(names, s.LEFT + index * (width + _LIST_GAP), y, indent, ruler, out)

    return FittedBlock(_highest(parts), place)


def _highest(parts: Sequence[Sequence[Names]]) -> float:
    return max((_height(names) for names in parts), default=0.0)


def _by_height(names: Sequence[Names], count: int) -> list[Sequence[Names]]:
    """Split a list into columns that are as low as possible."""
    lines = [len(one) for _, one in names]
    for most in range(max(lines, default=0), round(fsum(lines))):
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


def _indent(listed: Sequence[PosterMoment], ruler: TextMeasurer) -> float:
    return max((ruler.width(str(moment.number), s.NUMBER) for moment in listed), default=0.0) + 8


def _height(names: Sequence[Names]) -> float:
    return sum(len(lines) for _, lines in names) * s.NAME.leading


def _list(names: Sequence[Names], x: float, y: float, indent: float, ruler: TextMeasurer, out: list[Item]) -> None:
    for moment, lines in names:
        items: list[Item] = []
        text = str(moment.number)
        line = TextLine(text, ruler.width(text, s.NUMBER))
        style = s.NUMBER._replace(leading=s.NAME.leading, fill=f"accent-{moment.stage % 10 + 1}")
        placed_lines([line], x + indent - 8, y, style, items, anchor="end")
        placed_lines(lines, x + indent, y, s.NAME, items)
        out.append(Group(tuple(items), None, f"poster-touchpoint-{moment.id}"))
        y += len(lines) * s.NAME.leading
