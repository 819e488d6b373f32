"""Text of a page -> the font that it needs, embedded."""

from base64 import b64encode

from mapgen.layout.typeface import WEIGHTS
from mapgen.render.drawing import Drawing
from mapgen.render.page.woff import woff


def fonts(drawing: Drawing, text: str) -> str:
    """Embed of each weight the characters of a text, its markup included."""
    written = sorted(character for character in set(text) | set("&<>\"'") if not character.isspace())
    return "".join(_face(drawing.typeface.subset(written, weight), weight) for weight in WEIGHTS)


def _face(data: bytes, weight: int) -> str:
    source = f"url(data:font/woff;base64,{b64encode(woff(data)).decode('ascii')})"
    return f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}"
