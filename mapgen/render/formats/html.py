"""Drawing -> the page: the map to work with, in one file that loads nothing."""

from mapgen.render.format import Drawing, Format
from mapgen.render.formats import svg
from mapgen.render.page import styles
from mapgen.render.page.fonts import fonts
from mapgen.render.page.island import island
from mapgen.render.page.whole import Content, body, whole


def render(drawing: Drawing) -> str:
    """Return a whole HTML file."""
    content = Content(svg.svg(drawing), island(drawing))
    shown = body(drawing.map, content)
    embedded = fonts(drawing, shown + content.island) if drawing.embeds else ""
    return whole(drawing.map, content, shown, embedded + styles.variables(drawing.theme) + styles.sheet())


FORMAT = Format(suffix=".html", render=render, comment="<!-- {} -->")
