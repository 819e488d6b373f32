"""Drawing -> the plates of the page: each other view of the journey, as a picture with the page's own colors."""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile

from mapgen.lanes.lane import LaneContext
from mapgen.layout import dimensions as m
from mapgen.layout.poster import sizes as s
from mapgen.layout.scaling import scaled
from mapgen.layout.scene import Box, Group, Item, Label, Scene
from mapgen.record import record, replace
from mapgen.render.drawing import VIEWS, Drawing
from mapgen.render.formats.svg import number
from mapgen.render.markup import Xml
from mapgen.render.options import MAIN
from mapgen.render.page.observed_switch import ObservedSwitch, observed_switch
from mapgen.render.page.picture import Painter, picture
from mapgen.render.page.scenario_cards import ScenarioCard, scenario_cards

_SLIDE = "slide"
_OBSERVED = ("flow", "funnel")
_SHEET = 1.2
"""How high a picture is for its width, at most, to be readable on one lying sheet."""


@record
class ViewTab:
    """One more way to see the journey, as a whole picture so many pixels wide; it becomes a tab of the page.

    `trails` are the scenarios that one can choose from there. One that is `tall` could not be read on a single sheet;
    one that `leads` is the first tab, before the map. The first that shows what was observed has the `switch` for it.
    """

    id: str
    title: str
    svg: Xml
    width: float
    trails: tuple[ScenarioCard, ...] = ()
    tall: bool = False
    leads: bool = False
    switch: ObservedSwitch | None = None

    @property
    def style(self) -> str:
        """The size that the style sheet asks for."""
        return f"#view-{self.id} .canvas{{--width:{number(self.width)}px}}"


def view_tabs(drawing: Drawing, view: LaneContext, writer: Painter) -> tuple[ViewTab, ...]:
    """Draw the views beside the map."""
    plates = tuple(_plate(_whole(one), view, writer) for one in drawing.beside)
    first = next((plate.id for plate in plates if plate.id in _OBSERVED), None)
    return tuple(replace(plate, switch=observed_switch(view)) if plate.id == first else plate for plate in plates)


def _whole(drawing: Drawing) -> Drawing:
    """Return a drawing of the whole view: which scenario is shown is chosen on the page."""
    if drawing.options.scenario is None:
        return drawing
    return drawing.with_options(replace(drawing.options, scenario=None))


def _plate(drawing: Drawing, view: LaneContext, writer: Painter) -> ViewTab:
    scene = _as_wide_as_a_poster(drawing.scene) if drawing.view == _SLIDE else drawing.scene
    *above, last = scene.items
    above, top = _without_title(scene, above)
    box = Box(0, top, scene.width, scene.height - top)
    chosen = tuple(scenario_cards(view, writer)) if drawing.view == "flow" else ()
    title = view.words(VIEWS[drawing.view].title)
    svg = picture(writer, (*above, _without_footer(last)), box)
    tall = box.height > _SHEET * box.width
    return ViewTab(drawing.view, title, svg, scene.width, chosen, tall=tall, leads=drawing.view == MAIN)


def _as_wide_as_a_poster(scene: Scene) -> Scene:
    """Return a slide in the size of the other pictures, so that it fits into the same windows.

    Its parts are called after it: an id stands in one picture only, and they are like those of the poster.
    """
    factor = s.WIDTH / scene.width
    items = scaled(_renamed(scene.items), factor)
    return scene._replace(width=s.WIDTH, height=scene.height * factor, items=items)


def _renamed(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Group):
            of_slide = item.anchor and re.sub(rf"^{MAIN}-", f"{_SLIDE}-", item.anchor)
            yield item._replace(anchor=of_slide, items=tuple(_renamed(item.items)))
        else:
            yield item


def _without_title(scene: Scene, items: list[Item]) -> tuple[list[Item], float]:
    """Leave out the title, which the page tells as text; return where the picture then begins."""
    head = items[0] if items else None
    if isinstance(head, Group) and head.box and head.zone == "head":
        return items[1:], head.box.y + head.box.height
    if isinstance(head, Group) and scene.id.endswith(f"-{_SLIDE}"):
        kept = tuple(dropwhile(_is_above_headline, head.items))
        return [head._replace(items=kept), *items[1:]], min(_tops(kept), default=0.0)
    if not (isinstance(head, Group) and head.box and head.name == scene.title):
        return items, 0.0
    kept = tuple(item for item in head.items if not (isinstance(item, Label) and item.size == m.TITLE.size))
    return [head._replace(items=kept, name=None), *items[1:]], min(_tops(kept), default=head.box.y + head.box.height)


def _is_above_headline(item: Item) -> bool:
    return isinstance(item, Label) and item.fill == "muted"


def _tops(items: Iterable[Item]) -> Iterator[float]:
    return (item.y - item.size for item in items if isinstance(item, Label))


def _without_footer(foot: Item) -> Item:
    """Leave out the footer, which the page has of its own; it stands beside the legend."""
    if not isinstance(foot, Group) or not any(isinstance(item, Group) and item.zone == "legend" for item in foot.items):
        return foot
    return foot._replace(items=tuple(item for item in foot.items if not isinstance(item, Label)))
