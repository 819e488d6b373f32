"""A text and a width -> lines that fit."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from mapgen.layout.breaks import at_spaces, by_unicode, pieces
from mapgen.layout.scene import Weight
from mapgen.layout.typeface import Typeface


class Style(NamedTuple):
    """How a text is set: size in pixels, weight, the role of its colour, and the distance of baselines in pixels."""

    size: float
    weight: Weight
    fill: str
    leading: float


class TextLine(NamedTuple):
    """A line and its measured width in pixels."""

    text: str
    width: float


_ROOM = 0.01
_ASKED_MOST = 40_000  # characters; they take about five seconds
_NEAR = 0.9  # characters may be set apart or together by a little less than a tenth
_JOINERS = "\u200d\ufe0e\ufe0f"


class Ruler:
    """Breaks texts into lines, remembering what it did: names and words recur in a map."""

    def __init__(self, typeface: Typeface) -> None:
        """Take the typeface to measure with."""
        self.typeface = typeface
        self._known: dict[tuple[str, float, Weight, float, float], tuple[TextLine, ...]] = {}
        self._asked = 0

    def width(self, text: str, style: Style) -> float:
        """Return the width of a text on one line, in pixels."""
        return self.typeface.width(text, style.size, style.weight)

    def lines(self, text: str, style: Style, width: float, indent: float = 0.0) -> tuple[TextLine, ...]:
        """Break a text so that each line is at most `width` wide; a newline of the author's always breaks.

        The first line begins after `indent` pixels that something else takes; it is empty where no word fits behind
        them. A word that is too long is broken between characters, never cut. At least one character stands on a line.
        """
        key = (text, style.size, style.weight, width, indent)
        known = self._known.get(key)
        if known is None:
            found: list[TextLine] = []
            for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
                found += self._paragraph(paragraph.replace("\t", " "), style, width + _ROOM, 0.0 if found else indent)
            known = self._known[key] = tuple(_trimmed(found))
        return known

    def longest_word(self, text: str, style: Style) -> float:
        """Return the width of the widest piece that should stay whole, in pixels."""
        return max(
            (self.width(piece.rstrip(), style) for piece in pieces(text.replace("\n", " "), self._units)), default=0.0
        )

    def _paragraph(self, text: str, style: Style, width: float, indent: float) -> list[TextLine]:
        whole = self.width(text, style)
        if indent + whole <= width:
            return [TextLine(text, whole)]
        lines: list[TextLine] = []
        current, used = "", indent
        for piece in pieces(text, self._units):
            bare = self.width(piece.rstrip(" "), style)
            if used and used + bare > width:
                lines.append(self._line(current, style))
                current, used = "", 0.0
            if not current and bare > width:
                *full, last = self._cut(piece, style, width)
                lines += full
                current, used = last.text, last.width
            else:
                current += piece
                used += self.width(piece, style)
        lines.append(self._line(current, style))
        return lines

    def _units(self, text: str) -> Iterable[str]:
        """Cut by the rules of Unicode as much as a map of an author can hold, and what is beyond that at spaces."""
        self._asked += len(text)
        return by_unicode(text) if self._asked <= _ASKED_MOST else at_spaces(text)

    def _line(self, text: str, style: Style) -> TextLine:
        bare = text.rstrip(" ")
        return TextLine(bare, self.width(bare, style))

    def _cut(self, word: str, style: Style, width: float) -> list[TextLine]:
        """Break inside a word; what belongs to one character (accents, joined emoji) stays together."""
        lines: list[TextLine] = []
        current, used = "", 0.0
        for cluster in _clusters(word):
            step = self.width(cluster, style)
            if current and used + step > width * _NEAR and self.width(current + cluster, style) > width:
                lines.append(TextLine(current, self.width(current, style)))
                current, used = "", 0.0
            current += cluster
            used += step
        lines.append(TextLine(current, self.width(current, style)))
        return lines


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for character in text:
        joins = found and (
            character in _JOINERS or found[-1][-1] == "\u200d" or unicodedata.category(character) in {"Mn", "Me", "Mc"}
        )
        if joins:
            found[-1] += character
        else:
            found.append(character)
    return found


def _trimmed(lines: list[TextLine]) -> list[TextLine]:
    """Drop empty lines at the end; a text of blanks alone keeps one."""
    while len(lines) > 1 and not lines[-1].text.strip():
        lines.pop()
    return lines
