"""Scene -> PNG, by resvg: the SVG on light ground, with text as the outlines that were measured.

So Latin, Greek and Cyrillic need no font of the system and give the same bytes everywhere. Text in other scripts is
set by resvg with fonts of the system.
"""

import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import fsum

from mapgen import resources
from mapgen.layout.scene import Label
from mapgen.layout.typeface import WEIGHTS
from mapgen.render.drawing import Drawing
from mapgen.render.font_fallback import GLYPH_A_CHARACTER, LATIN, Families, Part, ems, groups, joins, runs
from mapgen.render.format import Format
from mapgen.render.formats.svg import EMPTY, SvgWriter, labels, sized
from mapgen.render.markup import Xml, xml
from mapgen.render.optional_engine import Engine, EngineError
from mapgen.render.options import SCALES
from mapgen.render.stamp import stamped_png

PIXELS = 100_000_000
"""The most pixels that a PNG may have; each takes four bytes while it is drawn."""

SCALE = 2.0
"""Pixels of a PNG for each of the drawing where nobody chose: sharp on screens of today, and when enlarged."""

_ENGINE = Engine("png", "resvg_py")
_SLANT = 14  # degrees, as much as browsers slant a font that has no italics; resvg slants none
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
_OTHER_WAY = {"start": "end", "middle": "middle", "end": "start"}
_RLI, _PDI = Xml("\u2067"), Xml("\u2069")
_NOTHING = Xml("\u200d")
_ROW = 24  # pixels, for one character; the last line of them stays empty
_NONCHARACTER = "\U0010ffff"

# Where resvg looks for a missing glyph and meets a font that has all of a line, it takes that font for the whole line,
# be it bold. It never has this character, which stands behind such lines without being seen.
_OF_INTER_ONLY = Xml('<tspan font-family="Inter" font-size="0.01" fill="none">\ue000</tspan>')
_SPAN = Xml("<tspan{}>{}</tspan>")


def render(drawing: Drawing) -> bytes:
    """Return a PNG; EngineError where resvg is missing or fails, or where there would be too many pixels."""
    size = pixels(drawing)
    resvg = _ENGINE.load()

    def draw(svg: str) -> bytes:
        if not needs_system_fonts(drawing):
            return bytes(resvg.svg_to_bytes(svg_string=svg, skip_system_fonts=True))
        files = list(drawing.fonts("".join(label.text for label in labels(drawing.scene.items))))
        language = [drawing.scene.language]
        return bytes(resvg.svg_to_bytes(svg_string=svg, font_files=files, languages=language))

    svg = _svg(drawing, size, _Outliner)
    try:
        return stamped_png(_ENGINE.answer(lambda: draw(svg)))
    except EngineError:
        plain = _svg(drawing, size, _Plain)
        if svg == plain:
            raise
        return stamped_png(_ENGINE.answer(lambda: draw(plain)))


def pixels(drawing: Drawing) -> tuple[int, int]:
    """Return width and height of the PNG; EngineError where that are too many pixels.

    Where nobody chose a scale, it is `SCALE`, or as large as it may be.
    """
    scene = drawing.scene
    fits = int((PIXELS / (scene.width * scene.height)) ** 0.5 * 10) / 10
    scale = drawing.options.scale or max(SCALES[0], min(SCALE, fits))
    width, height = (max(1, round(length * scale)) for length in (scene.width, scene.height))
    if width * height <= PIXELS:
        return width, height
    message = f"the PNG would have {width:,} x {height:,} pixels; the maximum is {PIXELS // 1_000_000} million"
    raise EngineError(message, f"`--scale {fits:g}` fits" if fits >= SCALES[0] else "use SVG or PDF for this size")


def needs_system_fonts(drawing: Drawing) -> bool:
    """Return whether the font of the map lacks anything."""
    covers, scene = drawing.typeface.covers, drawing.scene
    return scene.direction == "rtl" or not all(covers(label.text) for label in labels(scene.items))


def _svg(drawing: Drawing, size: tuple[int, int], kind: type["_Outliner"]) -> str:
    scene = drawing.scene
    writer = kind(scene, drawing.theme, drawing)
    return Xml(
        '<svg xmlns="http://www.w3.org/2000/svg" {} viewBox="0 0 {} {}" preserveAspectRatio="none"'
        ' font-optical-sizing="none" xml:space="preserve"{}>{}</svg>'
    ).fill(
        sized(*size),
        xml(f"{scene.width:g}"),
        xml(f"{scene.height:g}"),
        _named(LATIN),
        EMPTY.joined((writer.ground(), *writer.items(scene.items))),
    )


class _Outliner(SvgWriter):
    """Writes texts as outlines; what the font lacks as texts, in a way that resvg understands."""

    def texts(self, run: Sequence[Label]) -> Iterator[Xml]:
        """Draw each line by itself."""
        return map(self.label, run)

    def label(self, label: Label) -> Xml:
        """Draw one line of text."""
        if self.drawing.scene.direction == "rtl" or any(map(_turns, label.text)):
            return self.turned(label)
        covers = self.drawing.typeface.covers
        if covers(label.text):
            return self._outline(label)
        parts = runs(label.text, covers, self.drawing.scene.language)
        return EMPTY.joined(self._placed(groups(parts, covers), label))

    def turned(self, label: Label) -> Xml:
        """Write a line in which something runs from right to left: resvg has to order it, so it stays in one piece.

        Over emoji that are joined to others resvg 0.48 panics there; so they stand one by one.
        """
        text = "".join(character for character in label.text if not joins(character))
        return self._set(runs(text, self.drawing.typeface.covers, self.drawing.scene.language), label)

    def _set(self, parts: Sequence[Part], label: Label) -> Xml:
        """Write parts of a line as one text."""
        spans = [_SPAN.fill(_named(families), xml(part)) for part, families in parts]
        foreign = [families for _, families in parts if families is not LATIN]
        first = next((one for one in foreign if one not in GLYPH_A_CHARACTER), (*foreign, LATIN)[0])
        return self._written(EMPTY.joined((*spans, _OF_INTER_ONLY)), label, first)

    def _placed(self, line: Sequence[Sequence[Part]], label: Label) -> Iterator[Xml]:
        """Draw a line group by group, from the side that is anchored; only there it is known exactly where one is.

        How much room a group takes depends on fonts of the system, and can be guessed only.
        """
        if len(line) == 1:
            yield self._together(line[0], label)
            return
        widths = [fsum(self._width(part, families, label) for part, families in group) for group in line]
        if label.anchor == "end":
            x = label.x
            for group, width in zip(reversed(line), reversed(widths), strict=True):
                yield self._together(group, label._replace(x=x))
                x -= width
            return
        x = label.x - _SHARES[label.anchor] * fsum(widths)
        for group, width in zip(line, widths, strict=True):
            yield self._together(group, label._replace(x=x, anchor="start"))
            x += width

    def _together(self, parts: Sequence[Part], label: Label) -> Xml:
        text = "".join(part for part, _ in parts)
        if self.drawing.typeface.covers(text):
            return self._outline(label._replace(text=text))
        if len(parts) > 1 or parts[0][1] is LATIN:
            return self._set(parts, label)
        return self._written(_SPAN.fill(_named(parts[0][1]), xml(text)), label)

    def _width(self, part: str, families: Families, label: Label) -> float:
        typeface = self.drawing.typeface
        if families is LATIN and typeface.covers(part):
            return typeface.width(part, label.size, label.weight)
        return ems(part, families, bold=label.weight > WEIGHTS[0]) * label.size

    def _outline(self, label: Label) -> Xml:
        typeface = self.drawing.typeface
        x = label.x - _SHARES[label.anchor] * typeface.width(label.text, label.size, label.weight)
        em, data = typeface.outline(label.text, label.weight)
        slant = f" skewX(-{_SLANT})" if label.slant else ""
        place = f"translate({x:.3f} {label.y:.3f}){slant} scale({label.size / em:.6f})"
        return Xml('<path transform="{}" d="{}"{}/>').fill(xml(place), xml(data), self.paint("fill", label.fill))

    def _written(self, spans: Xml, label: Label, first: Families = LATIN) -> Xml:
        """Write a text; resvg knows no `direction`: from right to left, a line is isolated and anchored by its end.

        What `first` names is shaped first: a script with ligatures must be, before Inter counts its letters.
        """
        rtl = self.drawing.scene.direction == "rtl"
        before, after = (_RLI, _PDI) if rtl else (_NOTHING, EMPTY)
        return Xml('<text x="{}" y="{}" font-size="{}"{} text-anchor="{}"{}{}>{}</text>').fill(
            xml(f"{label.x:.2f}"),
            xml(f"{label.y:.2f}"),
            xml(f"{label.size:g}"),
            Xml(' font-weight="{}"').fill(label.weight) if label.weight != WEIGHTS[0] else EMPTY,
            xml(_OTHER_WAY[label.anchor] if rtl else label.anchor),
            _named(first),
            self.paint("fill", label.fill),
            EMPTY.joined((before, spans, after)) if rtl or first is not LATIN else spans,
        )


class _Plain(_Outliner):
    """Leaves it to resvg which fonts to take in a line that runs from right to left."""

    def turned(self, label: Label) -> Xml:
        """Write a line in one font, and whatever stands in for it."""
        return self._written(xml(label.text), label)


def _turns(character: str) -> bool:
    """Return whether a character runs from right to left, or makes others do so."""
    return unicodedata.bidirectional(character) in {"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI", "LRE", "LRO", "LRI"}


def _named(families: Families) -> Xml:
    """Return font families as an attribute."""
    names = ", ".join(f"'{family}'" for family in families)
    return Xml(' font-family="{}"').fill(xml(names))


@lru_cache(maxsize=16)
def missing(characters: str) -> str:
    """Return the characters for which resvg finds no glyph in any font; EngineError where resvg is missing or fails.

    Each is drawn by itself, below a noncharacter, which no font has. What looks like that has no glyph.
    """
    cells = (_NONCHARACTER, *characters)
    row = Xml('<svg y="{}" {}><text x="2" y="{}">{}</text></svg>')
    rows = [
        row.fill(number * _ROW, sized(_ROW, _ROW - 1), _ROW - 4, xml(character))
        for number, character in enumerate(cells)
    ]
    svg = Xml('<svg xmlns="http://www.w3.org/2000/svg" {} font-size="{}"{}>{}</svg>').fill(
        sized(_ROW, _ROW * len(cells)), _ROW - 6, _named(LATIN), EMPTY.joined(rows)
    )
    resvg = _ENGINE.load()
    files = list(resources.latin_font_files())
    png = _ENGINE.answer(lambda: bytes(resvg.svg_to_bytes(svg_string=svg, font_files=files)))
    lines, size = _unpacked(png), _ROW * (_ROW * 4 + 1)
    absent, *drawn = (lines[start : start + size] for start in range(0, len(lines), size))
    return "".join(one for one, cell in zip(characters, drawn, strict=True) if cell == absent)


def _unpacked(png: bytes) -> bytes:
    """Return the lines of a PNG, filtered: below an empty line, what looks the same has the same bytes."""
    packed, at = b"", 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        packed += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    return zlib.decompress(packed)


FORMAT = Format(".png", render, _ENGINE, by_view=True, missing=missing, without_font="omits the text")
