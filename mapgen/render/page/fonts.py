"""Text of a page -> the font that it needs, embedded."""

from base64 import b64encode
from html import unescape
from string import ascii_lowercase

from mapgen.layout.typeface import WEIGHTS
from mapgen.lazy import regex
from mapgen.render.drawing import Drawing
from mapgen.render.page.woff import woff

_MARKUP = regex(r"<style>[^<]*</style>|<[a-z/!][^<>]*>")


def fonts(drawing: Drawing, html: str, said: str = "") -> str:
    """Embed of each weight the characters that a page shows, and those that its script says.

    The letters are always there, for those who type into a field.
    """
    shown = set(unescape(_MARKUP.sub("", html))) | set(said) | set(ascii_lowercase)
    written = sorted(character for character in shown if not character.isspace())
    return "".join(_face(drawing.typeface.subset(written, weight), weight) for weight in WEIGHTS)


def _face(data: bytes, weight: int) -> str:
    source = f"url(data:font/woff;base64,{b64encode(woff(data)).decode('ascii')})"
    return f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}"
