"""The header of a poster -> items: title, summary, three figures; the disc of a persona."""

from collections.abc import Collection, Sequence
from math import fsum
from typing import Literal

from mapgen.charts.poster import PosterChart, PosterPerson
from mapgen.layout.poster import sizes as s
from mapgen.layout.scene import Circle, Item
from mapgen.layout.text import Style, TextLine, TextMeasurer
from mapgen.layout.text_block import FittedBlock, baseline, placed_lines

_FIGURE_GAP = 40.0
_FIGURE_WIDEST = 230.0
_SUMMARY_WIDEST = 860.0
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
    text_height = above + len(named) * title.leading + len(texts) * style.leading + (4 if texts else 0)
    figures_height = max((len(v) * s.FIGURE.leading + len(t) * s.FIGURE_LABEL.leading for v, t in figures), default=0.0)
    height = max(text_height, figures_height + drop if figures_height else 0.0)

    def place(_: float, y: float, __: float, out: list[Item]) -> None:
        placed_lines(named, s.MARGIN, y + above, title, out)
        placed_lines(texts, s.MARGIN, y + above + len(named) * title.leading + 4, style, out)
        right = s.RIGHT
        for (value, label), width in zip(reversed(figures), reversed(widths), strict=True):
            placed_lines(value, right, y + drop, s.FIGURE, out, anchor="end")
            below = y + drop + len(value) * s.FIGURE.leading
            placed_lines(label, right, below, s.FIGURE_LABEL, out, anchor="end")
            right -= width + _FIGURE_GAP

    return FittedBlock(height, place)


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
