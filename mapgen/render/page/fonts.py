"""Text of a page -> the font that it needs, embedded."""

from base64 import b64encode

from mapgen.layout.typeface import WEIGHTS
from mapgen.render.format import Drawing
from mapgen.render.formats import svg


def fonts(drawing: Drawing, content: str) -> str:
    """Embed what the text of the page needs and the drawing, which carries its own, does not have."""
    labels = tuple(svg.labels(drawing.scene.items))
    written = {character for character in content if not character.isspace()} | set("&<>\"'")
    rules = []
    for weight in WEIGHTS:
        drawn = {character for label in labels if label.weight == weight for character in label.text}
        rules.append(_face(drawing.typeface.subset(sorted(written - drawn), weight), weight))
    return "".join(rules)


def _face(data: bytes, weight: int) -> str:
    source = f"url(data:font/ttf;base64,{b64encode(data).decode('ascii')})"
    return f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}"
