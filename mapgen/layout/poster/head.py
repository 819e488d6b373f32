"""The header of a poster -> items: title, summary, three figures, and the personas."""

from collections.abc import Collection, Sequence
from math import fsum
from typing import Literal

from mapgen.charts.poster import PosterChart, PosterPerson
from mapgen.layout.poster import sizes as s
from mapgen.layout.scene import Circle, ImageItem, Item, Line
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, baseline, placed_lines

_FIGURE_GAP = 48.0
_FIGURE_WIDEST = 230.0
_SUMMARY_WIDEST = 860.0
_AVATAR = 17.0
_PERSON_GAP = 36.0
_LETTER_PADDING = 4.5  # between two letters and the ring around them

Summary = Literal["roomy", "dense", "none"]


def head(
    poster: PosterChart, ruler: TextMeasurer, titles: Sequence[Style], summary: Summary, hidden: Collection[str]
) -> FittedBlock:
    """Fit the title in the first size that keeps it on one line, the summary below, and the figures on the right.

    `hidden` may have "head" in it, title and summary, or "figures".
    """
    is_titled = "head" not in hidden
    figures = [
        (ruler.lines(figure.value, s.FIGURE, _FIGURE_WIDEST), ruler.lines(figure.label, s.FIGURE_LABEL, _FIGURE_WIDEST))
        for figure in (poster.figures if "figures" not in hidden else ())
    ]
    widths = [max(line.width for line in (*value, *label)) for value, label in figures]
    taken = fsum(widths) + _FIGURE_GAP * len(widths)
    room = s.RIGHT - s.MARGIN - taken
    title = next((style for style in titles if ruler.width(poster.title, style) <= room), titles[-1])
    named = ruler.lines(poster.title, title, room) if is_titled else ()
    style, widest = (s.SUMMARY, min(room, _SUMMARY_WIDEST)) if summary == "roomy" else (s.SUMMARY_DENSE, room)
    texts = ruler.lines(poster.summary, style, widest) if is_titled and summary != "none" and poster.summary else ()
    above = max(0.0, baseline(0, s.FIGURE) - baseline(0, title)) if figures else 0.0
    drop = max(0.0, baseline(0, title) - baseline(0, s.FIGURE))  # aligns the baselines of title and figures
    text_height = above + len(named) * title.leading + len(texts) * style.leading + (6 if texts else 0)
    figures_height = max((len(v) * s.FIGURE.leading + len(t) * s.FIGURE_LABEL.leading for v, t in figures), default=0.0)
    height = max(text_height, figures_height + drop if figures_height else 0.0)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        placed_lines(named, s.MARGIN, y + above, title, out)
        placed_lines(texts, s.MARGIN, y + above + len(named) * title.leading + 6, style, out)
        right = s.RIGHT
        for (value, label), width in zip(reversed(figures), reversed(widths), strict=True):
            placed_lines(value, right, y + drop, s.FIGURE, out, anchor="end")
            below = y + drop + len(value) * s.FIGURE.leading
            placed_lines(label, right, below, s.FIGURE_LABEL, out, anchor="end")
            right -= width + _FIGURE_GAP

    return FittedBlock(height, place)


def people(poster: PosterChart, ruler: TextMeasurer) -> FittedBlock:
    """Fit the personas in rows: avatar, name, and quote or role."""
    wide, radius = s.RIGHT - s.MARGIN, max(_AVATAR, disc_radius(poster, ruler) + 1)
    rows: list[list[tuple[float, PosterPerson, tuple[TextLine, ...], tuple[TextLine, ...]]]] = [[]]
    x = 0.0
    for person in poster.people:
        name = ruler.lines(person.name, s.PERSON, wide / 2)
        note = ruler.lines(person.note, s.PERSON_NOTE, wide - 2 * radius - 26 - _width(name)) if person.note else ()
        width = 2 * radius + 12 + _width(name) + (12 + _width(note) if note else 0)
        if rows[-1] and x + width > wide:
            rows.append([])
            x = 0.0
        rows[-1].append((x, person, name, note))
        x += width + _PERSON_GAP
    heights = [
        max((max(2 * radius, len(name) * 25.0, len(note) * 25.0) for _, _, name, note in row), default=0.0)
        for row in rows
    ]

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        out.append(Line(s.MARGIN, y, s.RIGHT, y, "hair"))
        top = y + 14
        for row, height in zip(rows, heights, strict=True):
            for left, person, name, note in row:
                _person(person, name, note, s.MARGIN + left, top + height / 2, radius, ruler, out)
            top += height + 6

    return FittedBlock(14 + fsum(heights) + 6 * (len(rows) - 1), place)


def _person(
    person: PosterPerson,
    name: tuple[TextLine, ...],
    note: tuple[TextLine, ...],
    x: float,
    middle: float,
    radius: float,
    ruler: TextMeasurer,
    out: list[Item],
) -> None:
    if person.photo:
        out.append(ImageItem(x, middle - radius, 2 * radius, 2 * radius, person.photo, person.name, is_round=True))
    else:
        disc(person, x + radius, middle, radius, ruler, out)
    left = x + 2 * radius + 12
    placed_lines(name, left, middle - len(name) * s.PERSON.leading / 2, s.PERSON, out)
    top = middle - len(note) * s.PERSON_NOTE.leading / 2
    placed_lines(note, left + _width(name) + 12, top, s.PERSON_NOTE, out)


def disc(person: PosterPerson, cx: float, cy: float, radius: float, ruler: TextMeasurer, out: list[Item]) -> None:
    """Draw a person as a letter in a disc, with a dashed ring if there is no evidence."""
    role = f"person-{person.index % 5 + 1}"
    if person.hypothesis:
        out.append(Circle(cx, cy, radius - 1, "paper", role, 2, "4 3"))
    else:
        out.append(Circle(cx, cy, radius, role))
    line = TextLine(person.letter, ruler.width(person.letter, s.LETTER))
    ink = role if person.hypothesis else "paper"
    placed_lines([line], cx, cy - s.LETTER.leading / 2, s.LETTER, out, anchor="middle", fill=ink)


def disc_radius(poster: PosterChart, ruler: TextMeasurer) -> float:
    """Return the radius of the discs on the curve, so that the widest letters fit."""
    widest = max((ruler.width(person.letter, s.LETTER) for person in poster.people), default=0.0)
    return max(s.DISC, widest / 2 + _LETTER_PADDING)


def _width(lines: Sequence[TextLine]) -> float:
    return max((line.width for line in lines), default=0.0)
