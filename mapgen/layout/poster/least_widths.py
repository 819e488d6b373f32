"""Texts of a stage -> the least widths in which they take at most 1, 2, … rows: of a name, a list, a card."""

from collections.abc import Sequence
from math import inf

from mapgen.charts.poster import PosterChart, PosterStage
from mapgen.charts.poster_pains import PosterPain
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.names import LIST_GAP, MIN_COLUMN, MIN_SIDE, number_width
from mapgen.layout.poster.pains import remedy_of, status_text
from mapgen.layout.text import Style, TextMeasurer

_MAX_LINES = 5  # of a text; with more of them, it would not be narrower
_MAX_SIDES = 3  # lists side by side in a stage
_ROOM = 1.0  # widths are exact to a pixel

Rows = Sequence[float]
"""The least widths for at most 1, 2, … rows, in pixels; infinite if there cannot be so few."""


def width_for(rows: Rows, count: int) -> float:
    """Return the least width for at most so many rows; more rows than there are do not make it narrower.

    >>> width_for((inf, 90.0, 60.0), 2), width_for((inf, 90.0, 60.0), 4), width_for((), 1)
    (90.0, 60.0, 0.0)
    """
    return rows[min(count, len(rows)) - 1] if rows else 0.0


def text_rows(text: str | None, style: Style, ruler: TextMeasurer, around: float = 0.0) -> Rows:
    """Return the widths of a text with so much `around` it."""
    return [width + around + _ROOM for width in ruler.narrowest(text, style, _MAX_LINES)] if text else ()


def card_rows(pain: PosterPain, poster: PosterChart, ruler: TextMeasurer) -> Rows:
    """Return the widths of a card for the rows of its pain point, the status and the remedy."""
    status = ruler.width(status_text(pain, poster), s.STATUS) + 2 * s.PAD + _ROOM
    texts = [
        rows
        for rows in (
            text_rows(pain.text, s.PAIN, ruler, 2 * s.PAD),
            text_rows(remedy_of(pain), s.REMEDY, ruler, 2 * s.PAD),
        )
        if rows
    ]
    most = 1 + sum(map(len, texts))
    best = [inf] * most
    for width in sorted({max(status, width) for rows in texts for width in rows}):
        rows = 1 + sum(_lines(text, width) for text in texts)
        if rows <= most:
            best[rows - 1] = min(best[rows - 1], width)
    return [min(best[: rows + 1]) for rows in range(most)]


def list_rows(stage: PosterStage, poster: PosterChart, ruler: TextMeasurer) -> Rows:
    """Return the widths of a stage for the rows of the names of its touchpoints, in one list or more side by side."""
    moments = poster.moments[stage.first : stage.last]
    if not moments:
        return ()
    around = number_width(moments, ruler)
    names = [text_rows(moment.name, s.NAME, ruler, around) for moment in moments]
    most = sum(map(len, names))
    best = [inf] * most
    for count in range(1, min(_MAX_SIDES, len(names)) + 1):
        least = MIN_COLUMN if count == 1 else MIN_SIDE
        for width in sorted({max(least, width) for name in names for width in name}):
            rows = _highest([_lines(name, width) for name in names], count)
            if rows <= most:
                best[rows - 1] = min(best[rows - 1], count * (width + LIST_GAP) - LIST_GAP)
    return [min(best[: rows + 1]) for rows in range(most)]


def _lines(rows: Rows, width: float) -> int:
    """Return the number of lines of a text in a width; many if a word would be broken."""
    return next((count for count, least in enumerate(rows, 1) if least <= width), 1000)


def _highest(lines: Sequence[int], count: int) -> int:
    """Return how many rows a list takes at least as so many columns, in order."""
    most = max(*lines, -(-sum(lines) // count))
    while _columns(lines, most) > count:
        most += 1
    return most


def _columns(lines: Sequence[int], most: int) -> int:
    """Return in how many columns a list goes if each has at most so many rows."""
    count, used = 1, 0
    for rows in lines:
        if used + rows > most:
            count, used = count + 1, 0
        used += rows
    return count
