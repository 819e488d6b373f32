"""Drawing -> the page: the map to work with, in one file that loads nothing."""

from typing import TYPE_CHECKING

from mapgen.lanes.lane import View, look
from mapgen.render.document import document
from mapgen.render.format import Drawing, Format
from mapgen.render.page.fonts import fonts
from mapgen.render.page.island import island
from mapgen.render.page.listing import listings
from mapgen.render.page.picture import Painter, canvas
from mapgen.render.page.reading import reading
from mapgen.render.page.whole import Content, body, style, whole
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.render.histories.section import Section
    from mapgen.render.page.plates import Plate


def render(drawing: Drawing) -> str:
    """Return a whole HTML file."""
    writer = Painter(drawing.scene, drawing.theme, drawing)
    read = reading(drawing.map, document(drawing.map, twice=True), writer)
    view = look(drawing.journey, drawing.analysis, Words(drawing.map.language))
    others = _plates(drawing, view, writer) if drawing.beside else ()
    tables = listings(drawing.map, view)
    content = Content(canvas(drawing.scene, writer), read, island(drawing), others, tables, _past(drawing))
    shown = body(drawing.map, content)
    embedded = fonts(drawing, shown + content.island) if drawing.embeds else ""
    return whole(drawing.map, content, shown, embedded + style(content, drawing.theme))


def _plates(drawing: Drawing, view: View, writer: Painter) -> "tuple[Plate, ...]":
    from mapgen.render.page.plates import plates

    return plates(drawing, view, writer)


def _past(drawing: Drawing) -> "Section | None":
    """Return what there is to tell of earlier versions; nothing where nobody asks, or none could be read."""
    if drawing.past is None or drawing.past.history.newest is None:
        return None
    from mapgen.render.histories.section import section

    return section(drawing, drawing.past)


FORMAT = Format(suffix=".html", render=render, comment="<!-- {} -->", with_views=True)
