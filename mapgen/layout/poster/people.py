"""Personas -> rows: avatar, name, and quote or role."""

from collections.abc import Iterator
from math import fsum
from typing import Literal, NamedTuple

from mapgen.charts.poster import PosterChart, PosterPerson
from mapgen.layout.poster import sizes as s
from mapgen.layout.poster.flags import can_slant
from mapgen.layout.poster.head import disc, disc_radius
from mapgen.layout.scene import ImageItem, Item, Line
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, placed_lines

_AVATAR = 16.0
_GAP = 36.0  # between two personas
_INNER_GAP = 12.0  # between avatar, name and note
_ROW_GAP = 6.0
_ABOVE, _ABOVE_LOW = 14.0, 10.0  # below the line above the rows
_STYLES = (s.PERSON, s.PERSON_NOTE), (s.PERSON_SMALL, s.PERSON_NOTE_SMALL)
_WIDE = s.RIGHT - s.MARGIN

People = Literal["roomy", "low", "names", "legend"]
"""How personas are shown: in rows with more or less space, in rows without quotes and roles, or in the legend."""


class Person(NamedTuple):
    """A persona in a row, with the left edge and the lines of its name and its note."""

    person: PosterPerson
    x: float
    radius: float
    name: tuple[TextLine, ...]
    note: tuple[TextLine, ...]
    styles: tuple[Style, Style]

    @property
    def height(self) -> float:
        """Height of the avatar and the texts."""
        name, note = self.styles
        return max(2 * self.radius, len(self.name) * name.leading, len(self.note) * note.leading)

    @property
    def end(self) -> float:
        """Right edge of the texts."""
        note = _INNER_GAP + _width(self.note) if self.note else 0.0
        return self.x + 2 * self.radius + _INNER_GAP + _width(self.name) + note

    def draw(self, middle: float, ruler: TextMeasurer, out: list[Item]) -> None:
        """Draw the persona around a height."""
        left, radius, person = s.MARGIN + self.x, self.radius, self.person
        if person.photo:
            size = 2 * radius
            out.append(ImageItem(left, middle - radius, size, size, person.photo, person.name, is_round=True))
        else:
            disc(person, left + radius, middle, radius, ruler, out)
        left += 2 * radius + _INNER_GAP
        for lines, style in zip((self.name, self.note), self.styles, strict=True):
            placed_lines(lines, left, middle - len(lines) * style.leading / 2, style, out)
            left += _width(lines) + _INNER_GAP


def people(poster: PosterChart, ruler: TextMeasurer, shown: People) -> FittedBlock:
    """Fit the personas in rows; their texts are smaller if all of them fit in one row then."""
    choices = [_rows(poster, ruler, styles, noted=shown != "names") for styles in _STYLES]
    rows = next((rows for rows in choices if len(rows) == 1), choices[0])
    above = _ABOVE if shown == "roomy" else _ABOVE_LOW
    heights = [max(person.height for person in row) for row in rows]

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        out.append(Line(s.MARGIN, y, s.RIGHT, y, "hair"))
        top = y + above
        for row, height in zip(rows, heights, strict=True):
            for person in row:
                person.draw(top + height / 2, ruler, out)
            top += height + _ROW_GAP

    return FittedBlock(above + fsum(heights) + _ROW_GAP * (len(rows) - 1), place)


def _rows(poster: PosterChart, ruler: TextMeasurer, styles: tuple[Style, Style], *, noted: bool) -> list[list[Person]]:
    """Place the personas from left to right, in as many rows as they need."""
    rows: list[list[Person]] = []
    for fitted in _fitted(poster, ruler, styles, noted=noted):
        x = rows[-1][-1].end + _GAP if rows else 0.0
        if rows and fitted._replace(x=x).end <= _WIDE:
            rows[-1].append(fitted._replace(x=x))
        else:
            rows.append([fitted])
    return rows


def _fitted(poster: PosterChart, ruler: TextMeasurer, styles: tuple[Style, Style], *, noted: bool) -> Iterator[Person]:
    """Yield the personas, each at the left edge."""
    radius = max(_AVATAR, disc_radius(poster, ruler) + 1)
    for person in poster.people:
        name = ruler.lines(person.name, styles[0], _WIDE / 2)
        room = _WIDE - 2 * (radius + _INNER_GAP) - _width(name)
        text = person.note if noted and person.note else ""
        style = styles[1]._replace(slant=person.is_quote and can_slant(text))
        note = ruler.lines(text, style, room) if text else ()
        yield Person(person, 0.0, radius, name, note, (styles[0], style))


def _width(lines: tuple[TextLine, ...]) -> float:
    return max((line.width for line in lines), default=0.0)
