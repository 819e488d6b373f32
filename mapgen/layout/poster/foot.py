"""The footer of a poster -> items: a legend of the signs in use, the owner, and the date of the review."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from math import fsum
from typing import NamedTuple

from mapgen.charts.poster import PosterChart, PosterPerson
from mapgen.charts.poster_moments import PosterMoment
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.head import disc, disc_radius
from mapgen.layout.poster.moments import is_offline
from mapgen.layout.scene import Circle, Group, Item, Label, Line, Path
from mapgen.layout.series import gap_sign
from mapgen.layout.shape_overrides import LOGO_HEIGHT, logo_part
from mapgen.layout.shapes import Segment, diamond, star
from mapgen.layout.text import TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, baseline, placed_lines

_SYMBOL = 28.0
_GAP = 30.0
_TIGHT_GAPS = 15.0, 10.0
_MAX_DISCS = 2  # next to what they mean
_NUMBER_SIGN = "#"
_NUMBER_GAP = 8.0
_OVERLAP = 3.0  # of two discs

Draw = Callable[[float, float], Item]
"""Draws a sign at its left edge and vertical center."""


def _check(x: float, y: float) -> tuple[Segment, ...]:
    """Draw a check mark around a point."""
    return ("M", (x - 7, y)), ("L", (x - 2, y + 5)), ("L", (x + 7, y - 6))


_SMALL_HYPOTHESIS = "small-hypothesis"
_DRAWN: dict[str, Draw] = {
    "sign-moment-of-truth": lambda x, y: star(x + 11, y, 11),
    "sign-hypothesis": lambda x, y: Circle(x + 11, y, s.DOT, "paper", "muted", 2, "3 2.5"),
    _SMALL_HYPOTHESIS: lambda x, y: Circle(x + 11, y, s.DOT_SMALL * 1.4, "paper", "muted", 1.5),
    "sign-target-emotion": lambda x, y: diamond(x + 11, y, 7),
    "sign-emotion-gap": lambda x, y: gap_sign(x, y, 22, s.GAP_SCALE),
    "offline": lambda x, y: Circle(x + 11, y, 9, "ink"),
    "sign-converts": lambda x, y: Path(_check(x + 11, y), stroke="good", stroke_width=2.5),
}


def foot(
    poster: PosterChart,
    ruler: TextMeasurer,
    logo: str | None,
    hidden: Collection[str] = (),
    *,
    people: bool,
    channels: bool,
    pitch: float,
    river: bool = True,
    painful: bool = False,
) -> FittedBlock:
    """Fit the legend on the left, with the personas if `people` is set, and the owner on the right.

    The legend has the signs that a curve has with a distance of `pitch` between touchpoints, as they look on it; and
    those of the river, if there is one. `painful` is whether a number below the curve is red.

    `hidden` may have "legend", "personas" and "footer" in it. `logo` is the text of the theme's logo, which is drawn
    below on the right.
    """
    end = (
        ruler.lines(poster.footer, s.FOOT, (s.RIGHT - s.MARGIN) * 0.4)
        if poster.footer and "footer" not in hidden
        else ()
    )
    edge = s.RIGHT - max((line.width for line in end), default=0.0)
    room = edge - _GAP
    on_curve = _people_on_curve(poster, pitch)
    listed = on_curve if people and "personas" not in hidden else ()
    radius = disc_radius(poster, ruler)
    leading = max(s.FOOT.leading + 4, 2 * radius + 2) if listed else s.FOOT.leading + 4
    shown = _signs(poster, pitch, channels=channels, river=river) if "legend" not in hidden else ()
    signs = [_entry(_DRAWN[sign], poster.words[key], room, ruler) for key, sign in shown]
    if painful and "legend" not in hidden:
        signs.insert(0, _red_number(poster.words["open-pain-point"], room, ruler))
    if on_curve and not listed and "legend" not in hidden:
        discs = on_curve[:_MAX_DISCS]
        aside = (2 * radius - _OVERLAP) * (len(discs) - 1) + radius - s.DISC
        draw = partial(_discs, discs, radius, ruler)
        signs.append(_entry(draw, poster.words["sign-feels-otherwise"], room, ruler, aside=aside))
    persons = [
        _entry(partial(_discs, [person], radius, ruler), person.name, room, ruler, aside=radius - s.DISC)
        for person in listed
    ]
    placed, rows = _tight_rows(signs, persons, edge)
    height = max(rows * leading, len(end) * s.FOOT.leading)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        out.append(Line(s.MARGIN, y, s.RIGHT, y, "hair"))
        for entry, left, row in placed:
            middle = y + 9 + row * leading + (leading - 4) / 2
            out.append(entry.draw(left, middle))
            text = left + _SYMBOL + entry.aside
            placed_lines(entry.lines, text, middle - leading / 2, s.FOOT._replace(leading=leading), out)
        placed_lines(end, s.RIGHT, y + 9 + (leading - 4 - s.FOOT.leading) / 2, s.FOOT, out, anchor="end")
        if logo is not None:
            logo_part(logo, s.RIGHT).draw(y + text_height, out)

    text_height = 9 + height if height else 0
    return FittedBlock(text_height + (0 if logo is None else LOGO_HEIGHT), place)


class Entry(NamedTuple):
    """A sign or a person with its label; `aside` is the extra width of the sign."""

    draw: Draw
    lines: tuple[TextLine, ...]
    aside: float

    @property
    def width(self) -> float:
        """Width of the sign and its label."""
        return _SYMBOL + self.aside + max(line.width for line in self.lines)


def _entry(draw: Draw, text: str, room: float, ruler: TextMeasurer, *, aside: float = 0.0) -> Entry:
    return Entry(draw, ruler.lines(text, s.FOOT, room - s.MARGIN - _SYMBOL - aside), aside)


def _red_number(text: str, room: float, ruler: TextMeasurer) -> Entry:
    """Return the entry of red numbers; its sign is none of them, which would look like a count."""
    width = ruler.width(_NUMBER_SIGN, s.NUMBER)
    look = s.NUMBER.size, s.NUMBER.weight, "bad", width

    def draw(x: float, y: float) -> Item:
        return Label(x, baseline(y - s.NUMBER.leading / 2, s.NUMBER), _NUMBER_SIGN, *look)

    return _entry(draw, text, room, ruler, aside=width - _SYMBOL + _NUMBER_GAP)


def _rows(
    signs: list[Entry], people: list[Entry], room: float, gap: float
) -> tuple[list[tuple[Entry, float, int]], int]:
    """Place entries in rows; people start a new row if they do not all fit next to the signs.

    Return each entry with its position and its row, and the number of rows.
    """
    placed, x, row = [], s.MARGIN, 0
    whole = s.MARGIN + fsum(entry.width + gap for entry in (*signs, *people)) - gap
    for index, entry in enumerate((*signs, *people)):
        apart = index == len(signs) and whole > room
        if x > s.MARGIN and (apart or x + entry.width > room):
            x, row = s.MARGIN, row + 1
        placed.append((entry, x, row))
        x += entry.width + gap
        row += len(entry.lines) - 1
    return placed, row + 1 if placed else 0


def _tight_rows(signs: list[Entry], people: list[Entry], room: float) -> tuple[list[tuple[Entry, float, int]], int]:
    """Place entries closer to each other if they fit in one row then: a second one would cost more important parts."""
    loose = _rows(signs, people, room - _GAP, _GAP)
    tight = (_rows(signs, people, room - gap, gap) for gap in _TIGHT_GAPS)
    return loose if loose[1] <= 1 else next((rows for rows in tight if rows[1] == 1), loose)


def _discs(people: Sequence[PosterPerson], radius: float, ruler: TextMeasurer, x: float, y: float) -> Item:
    """Draw the discs of personas side by side, as they are on the curve."""
    items: list[Item] = []
    for place, person in enumerate(people):
        disc(person, x + 11 + radius - s.DISC + place * (2 * radius - _OVERLAP), y, radius, ruler, items)
    return Group(tuple(items))


def _people_on_curve(poster: PosterChart, pitch: float) -> Sequence[PosterPerson]:
    """Return the personas whose discs are on the curve."""
    if len(poster.moments) > s.RIBBON or (poster.lines == (None,) and pitch < s.PITCH_NUMBERS):
        return ()
    drawn = {person for moment in poster.points for person, _ in moment.others}
    return [person for person in poster.people if person.index in drawn]


def _signs(poster: PosterChart, pitch: float, *, channels: bool, river: bool) -> Iterator[tuple[str, str]]:
    """Yield the keys of the words and of the shapes of the signs that are drawn."""
    is_ribbon, is_small = len(poster.moments) > s.RIBBON, pitch < s.PITCH_NUMBERS
    points, signs = ((), ()) if is_ribbon else (poster.points, poster.signs)
    if any(moment.starred for moment in signs):
        yield "sign-moment-of-truth", "sign-moment-of-truth"
    if any(pain.hypothesis for pain in poster.pains) or (not is_small and any(map(_is_guess, points))):
        yield "sign-hypothesis", "sign-hypothesis"
    elif any(map(_is_guess, points)):
        yield "sign-hypothesis", _SMALL_HYPOTHESIS
    if not is_small and any(moment.target is not None for moment in points):
        yield "sign-target-emotion", "sign-target-emotion"
    if poster.has_gaps and not is_ribbon:
        yield "sign-emotion-gap", "sign-emotion-gap"
    if channels and any(is_offline(moment) for moment in poster.moments):
        yield "offline", "offline"
    if river and any(volume.converted for volume in poster.volumes):
        yield "sign-converts", "sign-converts"


def _is_guess(moment: PosterMoment) -> bool:
    return moment.hypothesis and moment.share is not None
