"""Inter by HarfBuzz -> widths, outlines and parts of the font, for texts that need more than Latin."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mapgen import resources
from mapgen.diagnostics.failure import EngineError
from mapgen.diagnostics.phrases import quoted
from mapgen.layout.glyphs import Glyphs
from mapgen.layout.scene import Weight

if TYPE_CHECKING:
    import uharfbuzz as hb

FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
OFF = {"calt": False, "liga": False, "clig": False, "rlig": False}
_OPTICAL_SIZE = 14
_HINT = "`pip install uharfbuzz fontpkg-inter` brings both packages; a map in Latin letters needs neither"


def _missing(text: str, package: str) -> EngineError:
    message = f"the map has the text {quoted(text)}, which needs the package {package}, and that is not installed"
    return EngineError(message, _HINT)


def instance(weight: Weight) -> dict[str, float]:
    """Return where a weight is on the axes of the font."""
    return {"wght": weight, "opsz": _OPTICAL_SIZE}


class Shaper:
    """Measures, draws and cuts Inter; nothing is imported or read before the first text."""

    def __init__(self, data: bytes | None = None) -> None:
        """Take the bytes of a variable TrueType font with a weight axis; without them, Inter is read."""
        self._data = data
        self._fonts: dict[Weight, hb.Font] = {}
        self._glyphs: dict[Weight, Glyphs] = {}

    def _font(self, text: str, weight: Weight) -> "hb.Font":
        """Return the font of a weight; EngineError where it cannot be had."""
        if weight not in self._fonts:
            try:
                import uharfbuzz as hb
            except ImportError as error:
                raise _missing(text, "uharfbuzz") from error
            try:
                self._data = self._data or resources.font()
            except (ImportError, OSError) as error:
                raise _missing(text, "fontpkg-inter") from error
            font = hb.Font(hb.Face(hb.Blob(self._data)))
            font.set_variations(instance(weight))
            self._fonts[weight], self._glyphs[weight] = font, Glyphs(font)
        return self._fonts[weight]

    def width(self, text: str, weight: Weight) -> float:
        """Return the advance of a text in ems."""
        if not text:
            return 0.0
        positions = self._shaped(text, weight).glyph_positions
        return float(sum(position.x_advance for position in positions) / self._font(text, weight).face.upem)

    def _shaped(self, text: str, weight: Weight) -> "hb.Buffer":
        font = self._font(text, weight)
        import uharfbuzz as hb

        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, OFF)
        return buffer

    def outline(self, text: str, weight: Weight) -> tuple[float, str]:
        """Return a text as the data of an SVG path, and how many units of it are an em."""
        parts: list[str] = []
        x = 0.0
        shaped = self._shaped(text, weight)
        for info, place in zip(shaped.glyph_infos, shaped.glyph_positions, strict=True):
            parts.append(self._glyphs[weight][info.codepoint].at(x + place.x_offset, -place.y_offset))
            x += place.x_advance
        return self._font(text, weight).face.upem, "".join(parts)

    def subset(self, characters: Iterable[str], weight: Weight) -> bytes:
        """Return a TrueType font that holds just these characters in just this weight."""
        wanted = sorted(characters)
        face = self._font("".join(wanted), weight).face
        import uharfbuzz as hb

        plan = hb.SubsetInput()
        for axis, value in instance(weight).items():
            plan.pin_axis_location(face, axis, value)
        plan.sets(hb.SubsetInputSets.UNICODE).update(map(ord, wanted))
        features = plan.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
        features.clear()
        features.update(int.from_bytes(tag.encode(), "big") for tag in FEATURES)
        return bytes(hb.subset(face, plan).blob.data)
