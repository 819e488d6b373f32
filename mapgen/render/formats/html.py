"""Drawing -> the page: the map to work with, in one file that loads nothing."""

import json
from typing import TYPE_CHECKING

from mapgen.header.figures import feelings, poster_figures
from mapgen.lanes.lane import LaneContext, lane_context
from mapgen.model import walk
from mapgen.model.journey import Journey
from mapgen.render.document import document
from mapgen.render.drawing import Drawing
from mapgen.render.format import Format
from mapgen.render.optional_engine import EngineError
from mapgen.render.page.assemble import Content, body, style, whole
from mapgen.render.page.fonts import fonts
from mapgen.render.page.listing import listings
from mapgen.render.page.page_data import page_data
from mapgen.render.page.picture import Painter, canvas
from mapgen.render.page.reading_order import reading_order
from mapgen.render.page.stage_stories import stage_stories
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.render.history.section import HistorySection
    from mapgen.render.page.view_tabs import ViewTab


MAX_THINGS = 12_000
"""The most things that a page can open: touchpoints, pain points, opportunities, metrics and the like."""


def render(drawing: Drawing) -> str:
    """Return a whole HTML file; EngineError where it would hold more than a browser shows with ease."""
    things = _things(drawing.journey)
    if things > MAX_THINGS:
        message = f"the page would contain {things:,} items with details; the maximum is {MAX_THINGS:,}"
        raise EngineError(message, "an SVG or a Markdown page (`--to svg,md`) can be as large; or split the journey")
    writer = Painter(drawing.scene, drawing.theme, drawing)
    read = reading_order(drawing.map, document(drawing.map, twice=True), writer)
    view = lane_context(drawing.journey, drawing.analysis, Words(drawing.map.language))
    others = _plates(drawing, view, writer) if drawing.beside else ()
    content = Content(
        canvas(drawing.scene, writer),
        read,
        page_data(drawing),
        plates=others,
        listings=listings(drawing.map, view, writer),
        figures=tuple(poster_figures(view)),
        feelings=tuple(feelings(view)),
        stories=tuple(stage_stories(view)),
        past=_past(drawing),
        photos=_photos(drawing),
    )
    shown = body(drawing.map, content)
    embedded = fonts(drawing, shown, _said(json.loads(content.island))) if drawing.embeds else ""
    own = embedded + style(drawing.map, content, shown, drawing.theme)
    return whole(drawing.map, content, shown, own, colors=drawing.theme)


def _said(data: object) -> str:
    """Return the texts in data, without what JSON puts around them."""
    if isinstance(data, dict):
        return "".join(map(_said, data.values()))
    return "".join(map(_said, data)) if isinstance(data, list) else str(data)


def _photos(drawing: Drawing) -> dict[str, str]:
    """Return the photos of personas as data URIs by path."""
    paths = (persona.photo for persona in drawing.journey.personas)
    return {path: drawing.pictures[path] for path in paths if path and path in drawing.pictures}


def _things(journey: Journey) -> int:
    parts = [place.part for place in walk.locations(journey)]
    inner = sum(1 + len(walk.pains(part)) + len(part.opportunities) + len(part.metrics) for part in parts)
    return inner + sum(len(touchpoint.images) for touchpoint in journey.touchpoints())


def _plates(drawing: Drawing, view: LaneContext, writer: Painter) -> "tuple[ViewTab, ...]":
    from mapgen.render.page.view_tabs import view_tabs

    return view_tabs(drawing, view, writer)


def _past(drawing: Drawing) -> "HistorySection | None":
    """Return what there is to tell of earlier versions; nothing where nobody asks, or none could be read."""
    if drawing.past is None or drawing.past.history.newest is None:
        return None
    from mapgen.render.history.section import section

    return section(drawing, drawing.past)


FORMAT = Format(suffix=".html", render=render, comment="<!-- {} -->", with_views=True)
