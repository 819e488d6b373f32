"""Drawing -> the plates of the page: each other view of the journey, as a picture with the page's own colors."""

from mapgen.lanes.lane import LaneContext
from mapgen.layout import dimensions as m
from mapgen.layout.scene import Box, Group, Item, Label, Scene
from mapgen.record import record, replace
from mapgen.render.drawing import VIEWS, Drawing
from mapgen.render.formats.svg import number
from mapgen.render.markup import Xml
from mapgen.render.options import MAIN
from mapgen.render.page.picture import Painter, picture
from mapgen.render.page.scenario_cards import ScenarioCard, scenario_cards

_SHEET = 1.2
"""How high a picture is for its width, at most, to be readable on one lying sheet."""


@record
class ViewTab:
    """One more way to see the journey, as a whole picture so many pixels wide; it becomes a tab of the page.

    `trails` are the scenarios that one can choose from there. One that is `tall` could not be read on a single sheet;
    one that `leads` is the first tab, before the map.
    """

    id: str
    title: str
    svg: Xml
    width: float
    trails: tuple[ScenarioCard, ...] = ()
    tall: bool = False
    leads: bool = False

    @property
    def style(self) -> str:
        """The size that the style sheet asks for."""
        return f"#view-{self.id} .canvas{{--width:{number(self.width)}px}}"


def view_tabs(drawing: Drawing, view: LaneContext, writer: Painter) -> tuple[ViewTab, ...]:
    """Draw the views beside the map."""
    return tuple(_plate(_whole(one), view, writer) for one in drawing.beside)


def _whole(drawing: Drawing) -> Drawing:
    """Return a drawing of the whole view: which scenario is shown is chosen on the page."""
    if drawing.options.scenario is None:
        return drawing
    return drawing.with_options(replace(drawing.options, scenario=None))


def _plate(drawing: Drawing, view: LaneContext, writer: Painter) -> ViewTab:
    scene = drawing.scene
    *above, last = scene.items
    above, top = _without_title(scene, above)
    box = Box(0, top, scene.width, scene.height - top)
    chosen = tuple(scenario_cards(view, writer)) if drawing.view == "flow" else ()
    title = view.words(VIEWS[drawing.view].title)
    svg = picture(writer, (*above, _without_footer(last)), box)
    tall = box.height > _SHEET * box.width
    return ViewTab(drawing.view, title, svg, scene.width, chosen, tall=tall, leads=drawing.view == MAIN)


def _without_title(scene: Scene, items: list[Item]) -> tuple[list[Item], float]:
    """Leave out the title, which the page tells as text; return where the picture then begins."""
    head = items[0] if items else None
    if isinstance(head, Group) and head.box and head.zone == "head":
        return items[1:], head.box.y + head.box.height
    if not (isinstance(head, Group) and head.box and head.name == scene.title):
        return items, 0.0
    kept = tuple(item for item in head.items if not (isinstance(item, Label) and item.size == m.TITLE.size))
    tops = (item.y - item.size for item in kept if isinstance(item, Label))
    return [head._replace(items=kept, name=None), *items[1:]], min(tops, default=head.box.y + head.box.height)


def _without_footer(foot: Item) -> Item:
    """Leave out the footer, which the page has of its own; it stands beside the legend."""
    if not isinstance(foot, Group) or not any(isinstance(item, Group) and item.zone == "legend" for item in foot.items):
        return foot
    return foot._replace(items=tuple(item for item in foot.items if not isinstance(item, Label)))
