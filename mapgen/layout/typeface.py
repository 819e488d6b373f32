"""A font file -> how wide a text is, and the part of the font that a drawing needs.

Inter is a variable font; two of its weights are used. Texts are measured with the features that the embedded part
keeps, so that each browser draws what was measured.
"""

from collections.abc import Callable, Iterable
from functools import partial

import uharfbuzz as hb

from mapgen.layout.glyphs import Glyphs
from mapgen.layout.scene import Weight
from mapgen.layout.strangers import ems

WEIGHTS: tuple[Weight, ...] = (400, 600)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
_OPTICAL_SIZE = 14
_OFF = {"calt": False, "liga": False, "clig": False, "rlig": False}


class _Words(dict[str, float]):
    """Widths of words in ems, each measured once."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, word: str) -> float:
        width = self[word] = self._measure(word)
        return width


class Typeface:
    """Measures text in ems of a font; characters that the font lacks get a width with a margin."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a variable TrueType font with a weight axis."""
        self._face = hb.Face(hb.Blob(data))
        self._em = self._face.upem
        self._covered = frozenset(self._face.unicodes)
        self._fonts = {weight: self._font(weight) for weight in WEIGHTS}
        self._ems = {weight: _Words(partial(self._measure, weight=weight)) for weight in WEIGHTS}
        self._glyphs = {weight: Glyphs(self._fonts[weight]) for weight in WEIGHTS}

    def _font(self, weight: Weight) -> hb.Font:
        font = hb.Font(self._face)
        font.set_variations({"wght": weight, "opsz": _OPTICAL_SIZE})
        return font

    def width(self, text: str, size: float, weight: Weight = 400) -> float:
        """Return the advance of one line of text in pixels, at `size` pixels an em.

        Words are measured one by one and remembered, each with the space behind it, which some points draw near.
        """
        known = self._ems[weight]
        if " " not in text or text == " ":
            return known[text] * size
        *words, last = text.split(" ")
        return (sum([known[f"{word} "] for word in words]) + known[last]) * size

    def _measure(self, text: str, weight: Weight) -> float:
        if self._covered.issuperset(map(ord, text)):
            return self._shape(text, weight)
        total, run = 0.0, ""
        for index, character in enumerate(text):
            if ord(character) in self._covered:
                run += character
                continue
            total += self._shape(run, weight) + ems(character, text[index + 1 : index + 2])
            run = ""
        return total + self._shape(run, weight)

    def _shape(self, text: str, weight: Weight) -> float:
        if not text:
            return 0.0
        positions = self._shaped(text, weight).glyph_positions
        return float(sum(position.x_advance for position in positions) / self._em)

    def _shaped(self, text: str, weight: Weight) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._fonts[weight], buffer, _OFF)
        return buffer

    def covers(self, text: str) -> bool:
        """Return whether the font has all characters of a text."""
        return self._covered.issuperset(map(ord, text))

    def outline(self, text: str, weight: Weight) -> tuple[float, str]:
        """Return a covered text as the data of an SVG path, and how many units of it are an em.

        Its y runs downwards from the baseline.
        """
        parts: list[str] = []
        x = 0.0
        shaped = self._shaped(text, weight)
        for info, place in zip(shaped.glyph_infos, shaped.glyph_positions, strict=True):
            parts.append(self._glyphs[weight][info.codepoint].at(x + place.x_offset, -place.y_offset))
            x += place.x_advance
        return self._em, "".join(parts)

    def subset(self, characters: Iterable[str], weight: Weight) -> bytes:
        """Return a TrueType font that holds just these characters in just this weight."""
        plan = hb.SubsetInput()
        plan.pin_axis_location(self._face, "wght", weight)
        plan.pin_axis_location(self._face, "opsz", _OPTICAL_SIZE)
        plan.sets(hb.SubsetInputSets.UNICODE).update(ord(character) for character in characters)
        features = plan.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
        features.clear()
        features.update(int.from_bytes(tag.encode(), "big") for tag in FEATURES)
        return bytes(hb.subset(self._face, plan).blob.data)
