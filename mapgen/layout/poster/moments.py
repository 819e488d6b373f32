"""Moments -> their numbers and channels."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

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

_MIN_GAP = 8.0  # between two numbers
_FAR = 30.0  # from a point to its number, across
_SOMEWHERE = "pin"  # a channel without an icon of its own; a letter would look like a persona


def places(
    poster: PosterChart, columns: PosterColumns, ruler: TextMeasurer, numbers: Mapping[int, float]
) -> FittedBlock:
    """Fit the row of numbers and, if there is room, channels; neighbors with the same channel share a pill."""
    icons_shown = shows_channels(poster, columns)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for number, x in numbers.items():
            text = str(number)
            line = TextLine(text, ruler.width(text, s.NUMBER))
            fill = "bad" if poster.moments[number - 1].pain else "muted"
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
