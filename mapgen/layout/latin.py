"""A font for Latin that comes with mapgen -> widths, outlines and parts of it, without a shaper.

The font has one glyph for each character and kerns pairs of them, and nothing else, so that advances and kerning make
the exact width of a text. `assets/fonts.py` takes it from Inter; a test holds it against HarfBuzz.
"""

import struct
from collections.abc import Iterable

from mapgen.layout import sfnt
from mapgen.layout.glyphs import Glyph, Pen


class LatinFont:
    """Measures, draws and cuts a font of one weight; texts may hold only characters that it has."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a font that `assets/fonts.py` made."""
        self._tables = sfnt.tables(data)
        self._metrics = sfnt.metrics(self._tables[b"hmtx"])
        self._kerning = sfnt.kerning(self._tables[b"GPOS"])
        characters = sfnt.characters(self._tables[b"cmap"])
        self._numbers = {character: number for number, character in enumerate(characters, 1)}
        rows = [self._kerning.columns * one for one in self._kerning.lefts]
        columns = zip(self._metrics, rows, self._kerning.rights, strict=True)
        steps = [(advance, row, column) for (advance, _), row, column in columns]
        self._steps = dict(zip(characters, steps[1:], strict=True))
        self._outlines: list[bytes] | None = None
        self._drawn: dict[str, Glyph] = {}
        self.em: int = struct.unpack_from(">H", self._tables[b"head"], 18)[0]
        self.characters = frozenset(self._numbers)

    def width(self, text: str) -> int:
        """Return the advance of a text, in units of the font."""
        total = row = 0
        values, steps = self._kerning.values, self._steps
        for character in text:
            advance, after, column = steps[character]
            total += advance + values[row + column]
            row = after
        return total

    def outline(self, text: str) -> str:
        """Return a text as the data of an SVG path, y downwards from the baseline, in units of the font."""
        parts: list[str] = []
        x = row = 0
        for character in text:
            advance, after, column = self._steps[character]
            x += self._kerning.values[row + column]
            parts.append(self._glyph(character).at(x, 0))
            x, row = x + advance, after
        return "".join(parts)

    def _glyph(self, character: str) -> Glyph:
        known = self._drawn.get(character)
        if known is None:
            pen = Pen()
            for contour in sfnt.points(self._glyphs()[self._numbers[character]]):
                _draw(contour, pen)
            known = self._drawn[character] = pen.glyph()
        return known

    def _glyphs(self) -> list[bytes]:
        if self._outlines is None:
            self._outlines = sfnt.glyphs(self._tables)
        return self._outlines

    def subset(self, characters: Iterable[str]) -> bytes:
        """Return a TrueType font that holds just these characters."""
        kept = sorted(set(characters))
        numbers = [0, *(self._numbers[one] for one in kept)]
        metrics = [self._metrics[number] for number in numbers]
        return sfnt.font(
            {
                **sfnt.counted(self._tables, len(numbers)),
                **sfnt.outlines([self._glyphs()[number] for number in numbers]),
                b"hmtx": b"".join(struct.pack(">Hh", *one) for one in metrics),
                b"cmap": sfnt.character_map(kept),
                b"GPOS": sfnt.kerning_table(self._kerning.of(numbers)),
            }
        )


def _draw(contour: list[tuple[int, int, bool]], pen: Pen) -> None:
    """Draw a contour; between two points beside it, it touches the point in the middle."""
    first = next((at for at, (_, _, touches) in enumerate(contour) if touches), None)
    if first is None:
        message = "a contour touches none of its points"
        raise ValueError(message)
    x, y, _ = contour[first]
    pen.moveTo((x, y))
    beside: tuple[int, int] | None = None
    for x, y, touches in (*contour[first + 1 :], *contour[: first + 1]):
        if beside is not None:
            pen.qCurveTo(beside, (x, y) if touches else ((beside[0] + x) / 2, (beside[1] + y) / 2))
        elif touches:
            pen.lineTo((x, y))
        beside = None if touches else (x, y)
    pen.closePath()
