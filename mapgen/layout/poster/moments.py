"""Moments -> their numbers and channels."""

from collections.abc import Collection, Mapping, Sequence
from itertools import cycle, groupby

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
_ICON_PITCH = 28.0  # between the icons of channels that share a pill
_SOMEWHERE = "pin"  # a channel without an icon of its own; a letter would look like a persona


def numbers_row(poster: PosterChart, ruler: TextMeasurer, numbers: Mapping[int, float]) -> FittedBlock:
    """Fit the row of numbers, which are red where there is an open pain point."""

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for number, x in numbers.items():
            text = str(number)
            line = TextLine(text, ruler.width(text, s.NUMBER))
            fill = "bad" if poster.moments[number - 1].pain else "muted"
            placed_lines([line], x, y, s.NUMBER, out, anchor="middle", fill=fill)

    return FittedBlock(s.NUMBER.leading if numbers else 0.0, place)


def channels_row(poster: PosterChart, columns: PosterColumns) -> FittedBlock:
    """Fit the row of channels, if there is room; neighbors with the same channel share a pill."""

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        for (_, channels), run in groupby(poster.moments, lambda moment: (moment.stage, moment.channels)):
            if channels:
                _pill(list(run), columns, y + s.PILL / 2, out)

    return FittedBlock(s.PILL if shows_channels(poster, columns) else 0.0, place)


def shows_channels(poster: PosterChart, columns: PosterColumns) -> bool:
    """Return whether there are channels that fit."""
    return columns.pitch >= s.PITCH_ICONS and any(moment.channels for moment in poster.moments)


def number_places(
    poster: PosterChart,
    columns: PosterColumns,
    ruler: TextMeasurer,
    flagged: Collection[int],
    *,
    stars: bool,
    named: bool,
) -> Mapping[int, float]:
    """Return the centers of the numbers below the curve.

    If there is no room for all, or not all touchpoints are `named`, these are the numbers of pain points that are
    shown, of flags and, with `stars`, of moments of truth, unless so many stand side by side that they would be far
    from their points.
    """
    gap = ruler.width(str(len(poster.moments)), s.NUMBER) + _MIN_GAP
    if columns.pitch >= gap and (named or not stars):
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
    """Return the moments to name: with a number below the curve, and a star, a flag or a pain point that is shown."""
    told = {*flagged, *(pain.number for pain in shown(poster))}
    return [
        moment for moment in poster.moments if (moment.starred or moment.number in told) and moment.number in numbers
    ]


def is_offline(moment: PosterMoment) -> bool:
    """Return whether customers are in no digital place at that moment."""
    return bool(moment.channels) and all(channel.mode == "offline" for channel in moment.channels)


def _pill(run: Sequence[PosterMoment], columns: PosterColumns, y: float, out: list[Item]) -> None:
    """Draw a pill around the channels that neighbors share, dark if all are offline.

    One channel stands below each number. Of several, as many as there is room for stand in the middle, the first first.
    """
    xs = [columns.moments[moment.number - 1] for moment in run]
    channels, dark, half = run[0].channels, is_offline(run[0]), s.PILL / 2
    left, right = xs[0] - half, xs[-1] + half
    if len(channels) > 1:
        room = xs[-1] - xs[0] + columns.pitch - _MIN_GAP
        channels = channels[: max(1, int((room - s.PILL) / _ICON_PITCH) + 1)]
        middle, reach = (xs[0] + xs[-1]) / 2, (len(channels) - 1) * _ICON_PITCH / 2
        left, right = min(left, middle - reach - half), max(right, middle + reach + half)
        xs = [middle - reach + index * _ICON_PITCH for index in range(len(channels))]
    names = [icons.icon_of(channel.id, channel.name) or _SOMEWHERE for channel in channels]
    shape = Rect(left, y - half, right - left, s.PILL, "ink" if dark else "track", radius=half)
    places = zip(xs, cycle(names))  # one channel stands at each of several places
    ink = "paper" if dark else "soft"
    drawn = [icons.icon(name, x - s.ICON / 2, y - s.ICON / 2, ink, s.ICON) for x, name in places]
    out.append(Group((shape, *drawn), tip=", ".join(channel.name for channel in run[0].channels)))
