"""Plain text -> a piece."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mapgen.blocks import Text, Tone
from mapgen.layout import dimensions as m
from mapgen.layout.scene import Anchor, Item, Label
from mapgen.layout.text import Style, TextLine, TextMeasurer


class FittedBlock(NamedTuple):
    """Something that was fitted into a width.

    `place(x, y, height, out)` adds its items with the top left corner at x, y; `height` is how high it may become,
    which cards use to be as high as their neighbors.
    """

    height: float
    place: Callable[[float, float, float, list[Item]], None]


TONES: dict[Tone, str] = {"plain": "soft", "muted": "muted", "good": "good", "bad": "bad", "caution": "bad"}
"""The role of the color that a tone gives to text."""


_LABEL_GAP = 6.0
_HANG = 26.0  # a label up to this width stands before its text even where the text has several lines


def baseline(top: float, style: Style) -> float:
    """Return the baseline of a line whose box begins at `top`; the height of capitals is centred in it."""
    return top + style.leading / 2 + style.size * 0.364


def placed_lines(
    lines: Iterable[TextLine],
    x: float,
    top: float,
    style: Style,
    out: list[Item],
    *,
    anchor: Anchor = "start",
    fill: str | None = None,
    url: str | None = None,
) -> None:
    """Add lines of text one under the other; `x` is where `anchor` says."""
    y = baseline(top, style)
    for text, width, hyphen in lines:
        if text:
            look = (style.size, style.weight, fill or style.fill)
            out.append(Label(x, y, text, *look, width, anchor, url, hyphen, style.slant))
        y += style.leading


def prose(text: Text, width: float, ruler: TextMeasurer, style: Style = m.BODY) -> FittedBlock:
    """Fit a text. Its label runs in: it begins the first line, and a number stands before all lines."""
    names = ruler.lines(text.label, m.SMALL_CAPS, width) if text.label else ()
    label = names[-1].width + _LABEL_GAP if names else 0.0
    hang = hanging(text.label, width, ruler)
    lines = ruler.lines(text.text, style, width - hang, label - hang)
    fill = "link" if text.url else TONES[text.tone] if text.tone != "plain" else style.fill
    above = max(0, len(names) - 1) * m.SMALL_CAPS.leading
    first, rest = lines[:1], lines[1:]

    def place(x: float, y: float, _: float, out: list[Item]) -> None:
        placed_lines(names, x, y + _drop(style), m.SMALL_CAPS, out)
        placed_lines(first, x + label, y + above, style, out, fill=fill, url=text.url)
        placed_lines(rest, x + hang, y + above + style.leading, style, out, fill=fill, url=text.url)

    return FittedBlock(above + len(lines) * style.leading, place)


def hanging(label: str | None, width: float, ruler: TextMeasurer) -> float:
    """Return by how much all lines of a text are indented behind its label."""
    names = ruler.lines(label, m.SMALL_CAPS, width) if label else ()
    indent = names[-1].width + _LABEL_GAP if names else 0.0
    return indent if indent <= _HANG else 0.0


def indented(part: FittedBlock, indent: float) -> FittedBlock:
    """Move a block to the right by an indent."""
    return FittedBlock(part.height, lambda x, y, height, out: part.place(x + indent, y, height, out))


def _drop(style: Style) -> float:
    """Return by how much a label moves down to share the baseline of a text in this style."""
    return baseline(0, style) - baseline(0, m.SMALL_CAPS)
