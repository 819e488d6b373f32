"""The font of maps -> how wide a text is, and the part of the font that a drawing needs.

Inter is a variable font; two of its weights are used. Latin is in fonts that come with mapgen and needs no shaper (see
`latin.py`); for other scripts that Inter has, HarfBuzz measures and cuts Inter itself. Texts are measured with the
features that the embedded part keeps, so that each browser draws what was measured.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from math import fsum
from types import MappingProxyType
from typing import TYPE_CHECKING

from mapgen import resources
from mapgen.layout.fallback_widths import fallback_width
from mapgen.layout.latin import LatinFont
from mapgen.layout.scene import Weight

if TYPE_CHECKING:
    from mapgen.layout.shaper import Shaper

WEIGHTS: tuple[Weight, ...] = (400, 600)


class _Words(dict[str, float]):
    """Widths of words in ems, each measured once."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, word: str) -> float:
        width = self[word] = self._measure(word)
        return width


class Typeface:
    """Measures text in ems of a font; characters that the font lacks get a width with a margin.

    EngineError where a text needs more than Latin, and what that takes is not installed.
    """

    def __init__(self, data: bytes | None = None, *, scale: float = 1.0) -> None:
        """Take the bytes of a variable TrueType font with a weight axis; without them, Inter is read when needed.

        Each width is multiplied by `scale`: text is arranged first, and drawn larger by that factor.
        """
        self._data = data
        self.scale = scale
        self._latin = {weight: LatinFont(resources.latin_font(weight)) for weight in WEIGHTS}
        self._simple = self._latin[WEIGHTS[0]].characters
        self._covered = _characters(resources.font_characters())
        self._ems = {weight: _Words(partial(self._measure, weight=weight)) for weight in WEIGHTS}

    @cached_property
    def _shaper(self) -> "Shaper":
        from mapgen.layout.shaper import Shaper

        return Shaper(self._data)

    def width(self, text: str, size: float, weight: Weight = 400) -> float:
        """Return the advance of one line of text in pixels, at `size` pixels an em.

        Words are measured one by one and remembered, each with the space behind it, which some points draw near.
        """
        known, size = self._ems[weight], size * self.scale
        if " " not in text or text == " ":
            return known[text] * size
        *words, last = text.split(" ")
        return (fsum([known[f"{word} "] for word in words]) + known[last]) * size

    def _measure(self, text: str, weight: Weight) -> float:
        if self._covered.issuperset(text):
            return self._shape(text, weight)
        total, run = 0.0, ""
        for index, character in enumerate(text):
            if character in self._covered:
                run += character
                continue
            total += self._shape(run, weight) + fallback_width(character, text[index + 1 : index + 2])
            run = ""
        return total + self._shape(run, weight)

    def _shape(self, text: str, weight: Weight) -> float:
        if self.is_latin(text):
            latin = self._latin[weight]
            return latin.width(text) / latin.em
        return self._shaper.width(text, weight)

    def is_latin(self, text: Iterable[str]) -> bool:
        """Return whether the fonts that come with mapgen have all characters of a text."""
        return self._simple.issuperset(text)

    def covers(self, text: str) -> bool:
        """Return whether the font has all characters of a text."""
        return self._covered.issuperset(text)

    def outline(self, text: str, weight: Weight) -> tuple[float, str]:
        """Return a covered text as the data of an SVG path, and how many units of it are an em.

        Its y runs downwards from the baseline.
        """
        if self.is_latin(text):
            return self._latin[weight].em, self._latin[weight].outline(text)
        return self._shaper.outline(text, weight)

    def subset(self, characters: Iterable[str], weight: Weight) -> bytes:
        """Return a TrueType font that holds just these characters, as far as there are such, in just this weight."""
        covered = self._covered.intersection(characters)
        if self.is_latin(covered):
            return self._latin[weight].subset(covered)
        return self._shaper.subset(covered, weight)


class WideTypeface(Typeface):
    """Measures text with room for the fonts that readers without the font of maps see in its place.

    As wide as DejaVu Sans, the widest of them, sets most lines; it has bold only for what is semibold in Inter.
    """

    _ROOM: Mapping[Weight, float] = MappingProxyType({400: 1.08, 600: 1.2})

    def _shape(self, text: str, weight: Weight) -> float:
        return super()._shape(text, weight) * self._ROOM[weight]


def _characters(ranges: str) -> frozenset[str]:
    """Return the characters of ranges, one a line, first and last as hexadecimal numbers."""
    found: set[str] = set()
    for line in ranges.splitlines():
        first, last = (int(number, 16) for number in line.split(" "))
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found)
