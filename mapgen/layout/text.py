"""A text and a width -> lines that fit."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from mapgen.layout.balance import COMPOUND, LINES_MAX, SOFT, WordPart, balanced, cost, has_orphan
from mapgen.layout.line_breaking import HYPHEN, SOFT_HYPHEN, at_spaces, by_unicode, pieces
from mapgen.layout.scene import Weight
from mapgen.layout.typeface import Typeface


class Style(NamedTuple):
    """How a text is set: size in pixels, weight, the role of its color, and the distance of baselines in pixels.

    With `slant`, it is in italics: slanted, and as wide as upright.
    """

    size: float
    weight: Weight
    fill: str
    leading: float
    slant: bool = False


class TextLine(NamedTuple):
    """A line and its measured width in pixels. `hyphen`: it ends with a hyphen that is not part of the text."""

    text: str
    width: float
    hyphen: bool = False


_ROOM = 0.01
_ASKED_MOST = 40_000  # characters; they take about five seconds


class TextMeasurer:
    """Breaks texts into lines, remembering what it did: names and words recur in a map."""

    def __init__(self, typeface: Typeface) -> None:
        """Take the typeface to measure with."""
        self.typeface = typeface
        self._known: dict[tuple[str, float, Weight, float, float], tuple[TextLine, ...]] = {}
        self._words: dict[tuple[float, Weight], dict[str, WordPart]] = {}
        self._asked = 0

    def width(self, text: str, style: Style) -> float:
        """Return the width of a text on one line, in pixels."""
        return self.typeface.width(text, style.size, style.weight)

    def overshoot(self, style: Style) -> float:
        """Return by how many pixels marks above and below letters leave a line, in scripts that are set larger."""
        return (self.typeface.scale - 1) * style.size * 2

    def lines(self, text: str, style: Style, width: float, indent: float = 0.0) -> tuple[TextLine, ...]:
        """Break a text so that each line is at most `width` wide; a newline of the author's always breaks.

        The first line begins after `indent` pixels that something else takes; it is empty where no word fits behind
        them. A word that is too long is broken, with a hyphen between letters, and never cut. At least one character
        stands on a line. Short texts have lines of about the same length where the last would hold a single word,
        or a line would end behind a hyphen inside a word.
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
            (self._part(piece, style).bare for piece in pieces(text.replace("\n", " "), self._units)), default=0.0
        )

    def narrowest(self, text: str, style: Style, most: int) -> list[float]:
        """Return the least widths, to a pixel, in which a text of one paragraph takes at most 1, 2, … `most` lines.

        No word is broken for it: the list ends where more lines would not make the text narrower.
        """
        known = self._words.get((style.size, style.weight), {})
        whole = pieces(text.replace("\n", " "), self._units)
        parts = [known.get(piece) or self._part(piece, style) for piece in whole]
        longest, found = max((part.bare for part in parts), default=0.0), [self.width(text, style)]
        while len(found) < most and found[-1] > longest:
            low, high = max(longest, fsum(part.full for part in parts) / (len(found) + 1) - 1), found[-1]
            while high - low > 1:
                middle = (low + high) / 2
                low, high = (low, middle) if _line_count(parts, middle) <= len(found) + 1 else (middle, high)
            if high > found[-1] - 1:
                break
            found.append(high)
        return found

    def _paragraph(self, text: str, style: Style, width: float, indent: float) -> list[TextLine]:
        shown = text if text.isascii() else text.replace(SOFT_HYPHEN, "")
        whole = self.width(shown, style)
        if indent + whole <= width:
            return [TextLine(shown, whole)]
        parts, starts, widths = self._filled(text, style, width, indent)
        if 1 < len(starts) <= LINES_MAX and len(widths) == len(starts):
            alone = len(parts) - starts[-1] == 1
            if has_orphan(widths, alone=alone) or any(parts[start - 1].cost > COMPOUND for start in starts[1:]):
                starts = balanced(parts, len(starts), indent, width) or starts
        return [self._line(parts[start:end], style) for start, end in pairwise([*starts, len(parts)])]

    def _filled(
        self, text: str, style: Style, width: float, indent: float
    ) -> tuple[list[WordPart], list[int], list[float]]:
        """Fill line by line; return the parts, where the lines begin among them, and how long they are.

        Where a word had to be broken, or nothing fits behind the indent, there are fewer lengths than lines.
        """
        parts: list[WordPart] = []
        starts, widths = [0], []
        used, last = indent, 0.0
        known = self._words.setdefault((style.size, style.weight), {})
        whole = pieces(text, self._units)
        for piece, following in zip(whole, (*whole[1:], ""), strict=True):
            part = known.get(piece) or self._part(piece, style, following)
            if piece.isascii():
                known[piece] = part
            if used and used + part.bare > width:
                starts.append(len(parts))
                if parts:
                    widths.append(last)
                used = 0.0
            if not used and part.bare > width:
                widths = []
                *full, part = self._cut(part, style, width)
                for line in full:
                    parts.append(line)
                    starts.append(len(parts))
            parts.append(part)
            last = used + part.bare
            used += part.full
        return parts, starts, [*widths, last]

    def _part(self, piece: str, style: Style, following: str = "") -> WordPart:
        """Measure a piece, as it is before others and at the end of a line."""
        if piece.isascii():
            full = self.width(piece, style)
            alone = self.width(piece.rstrip(" "), style) if piece[-1:] == " " else full
            return WordPart(piece, full, alone, cost=SOFT if piece[-1:] == HYPHEN else 0.0)
        text = piece.replace(SOFT_HYPHEN, "")
        bare = text.rstrip(" ")
        full = self.width(text, style)
        if piece[-1:] == SOFT_HYPHEN and following and text:
            return WordPart(text, full, self.width(text + HYPHEN, style), hyphen=True, cost=SOFT)
        return WordPart(text, full, self.width(bare, style), cost=cost(text, following) if bare == text else 0.0)

    def _units(self, text: str) -> Iterable[str]:
        """Cut by the rules of Unicode as much as a map of an author can hold, and what is beyond that at spaces."""
        self._asked += len(text)
        return by_unicode(text) if self._asked <= _ASKED_MOST else at_spaces(text)

    def _line(self, parts: Sequence[WordPart], style: Style) -> TextLine:
        if not parts:
            return TextLine("", 0.0)
        *before, last = parts
        text = "".join([part.text for part in parts]).rstrip(" ")
        if last.hyphen:
            text += HYPHEN
        elif all(part.text[-1:] == " " for part in before):
            return TextLine(text, fsum([part.full for part in before]) + last.bare)
        return TextLine(text, self.width(text, style), last.hyphen)

    def _cut(self, part: WordPart, style: Style, width: float) -> Iterator[WordPart]:
        """Break a word into parts that fill a line each, and what is left of it."""
        from mapgen.layout.hyphens import cut  # its patterns take long to compile, and few maps have such words

        bare = part.text.rstrip(" ")
        *lines, (rest, _) = cut(bare, lambda text: self.width(text, style), width)
        for text, hyphen in lines:
            full = self.width(text, style)
            yield WordPart(text, full, full, hyphen)
        left = self._part(rest + part.text[len(bare) :], style)
        yield left._replace(hyphen=part.hyphen, cost=part.cost)


def _line_count(parts: Iterable[WordPart], width: float) -> int:
    """Return how many lines parts fill that are not wider than a line."""
    count, used = 1, 0.0
    for part in parts:
        if used + part.bare > width:
            count, used = count + 1, 0.0
        used += part.full
    return count


def _trimmed(lines: list[TextLine]) -> list[TextLine]:
    """Drop empty lines at the end; a text of blanks alone keeps one."""
    while len(lines) > 1 and not lines[-1].text.strip():
        lines.pop()
    return lines
