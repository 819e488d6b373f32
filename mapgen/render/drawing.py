"""What formats and views look at, and the contract of a view: a module in `views/` offers one as `VIEW`.

The module's name is the view's id.
"""

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mapgen.analysis import Analysis
from mapgen.model.journey import Journey
from mapgen.record import record, replace
from mapgen.registry import Offers
from mapgen.render.options import APPENDIX_PAPER, MAIN, MAP, Options, suffix

if TYPE_CHECKING:
    from mapgen.composition import Map
    from mapgen.layout.flow.ranks import LayOut
    from mapgen.layout.scene import Scene
    from mapgen.layout.shape_overrides import ShapeOverrides
    from mapgen.layout.typeface import Typeface
    from mapgen.render.history.report import HistoryReport
    from mapgen.render.theme import Theme


class _Given(NamedTuple):
    """What a format may look at.

    `name` is that of the files without their last suffix ("checkout.journey"), `formats` the ids of all that are made
    now, so that one can refer to another. `pictures` are the author's images as data URIs, by `src`, and the theme's
    logo. `own` is a theme that takes the place of the one that the map names. `views` are the ids of all views that are
    made now, `view` the one that this is a drawing of, `beside` the drawings of the others. `lay_out` asks Graphviz,
    where there is one. `composed` returns the map, each time the same. `past` is what is told of earlier versions, if
    anything. `arranged` returns the scene, where it is not to be made from the rest.
    """

    name: str
    journey: Journey
    analysis: Analysis
    composed: "Callable[[], Map]"
    formats: tuple[str, ...] = ()
    pictures: Mapping[str, str] = MappingProxyType({})
    options: Options = Options()
    own: "Theme | None" = None
    views: tuple[str, ...] = (MAP,)
    view: str = MAP
    lay_out: "LayOut | None" = None
    beside: "tuple[Drawing, ...]" = ()
    past: "HistoryReport | None" = None
    arranged: "Callable[[], Scene] | None" = None


class Drawing(_Given):
    """What a format may look at, and what is made of it when the first format asks, the same for all."""

    @cached_property
    def map(self) -> "Map":
        """What the map says; a poster does not ask, and then it is not composed."""
        return self.composed()

    @property
    def shown_map(self) -> "Map":
        """The map without the parts that the person who builds leaves out."""
        from mapgen.composition import without

        hidden = {*self.options.hide, *(("legend", "footer") if self.options.is_lanes_only else ())}
        return without(self.map, hidden) if hidden else self.map

    @property
    def theme(self) -> "Theme":
        """The look of the map."""
        from mapgen.render.theme_file import theme

        return self.own or theme(self.journey.theme)

    @property
    def embeds(self) -> bool:
        """Whether a drawing carries the font that it was measured with."""
        return self.options.fonts == "embed" and self.theme.font == "Inter"

    @cached_property
    def scene(self) -> "Scene":
        """The view as shapes with their places."""
        return self.arranged() if self.arranged else self.sized(VIEWS[self.view].scene(self))

    @cached_property
    def scenes(self) -> "tuple[Scene, ...]":
        """The scene and, if it is that of a poster with an appendix, the one of the sheets that follow it.

        Both are on the paper that was chosen, or else on A4.
        """
        if self.view != MAIN or not self.options.appendix:
            return (self.scene,)
        if self.options.paper is None:
            return self.with_options(replace(self.options, paper=APPENDIX_PAPER)).scenes
        from mapgen.layout.appendix import arrange_appendix
        from mapgen.words import Words

        title = Words(self.map.language)("tables")
        paper = self.options.paper
        tables = arrange_appendix(self.shown_map, self.measures, paper=paper, title=title, look=self.look)
        return self.scene, self.sized(tables)

    @property
    def look(self) -> "ShapeOverrides":
        """What the theme says about shapes."""
        from mapgen.layout.shape_overrides import ShapeOverrides

        return ShapeOverrides(self.theme.radius, self.theme.logo.alt if self.theme.logo else None)

    def of(self, view: str, views: tuple[str, ...], beside: "tuple[Drawing, ...]" = ()) -> "Drawing":
        """Return a drawing of a view of the same map, among `views`; drawings of the same view share their scene."""
        arranged = (lambda: self.scene) if view == self.view else None
        return self._replace(view=view, views=views, beside=beside, arranged=arranged)

    def showing(self, scene: "Scene") -> "Drawing":
        """Return a drawing of something else in the same look."""
        return self._replace(arranged=lambda: scene)

    def sized(self, scene: "Scene") -> "Scene":
        """Set the text of a scene in the size for which `measures` measured it."""
        if self._text_scale == 1:
            return scene
        from mapgen.layout.scaling import with_larger_text

        return scene._replace(items=with_larger_text(scene.items, self._text_scale))

    @property
    def _text_scale(self) -> float:
        from mapgen.words import text_scale

        return text_scale(self.journey.language)

    def with_options(self, options: Options) -> "Drawing":
        """Return a drawing of the same view that is arranged in another way."""
        return self._replace(options=options, arranged=None)

    def fonts(self, text: str) -> tuple[str, ...]:
        """Return the files of the font of the map, for engines that set a text with it by themselves."""
        from mapgen import resources

        covers = self.typeface.covers
        if self.typeface.is_latin(filter(covers, set(text))):
            return resources.latin_font_files()
        return (resources.font_file(),)

    def suffix(self, view: str, kind: str) -> str:
        """Return what is put behind the name for a view in a kind of file."""
        return suffix(view, kind, self.options.scenario)

    @property
    def typeface(self) -> "Typeface":
        """The font in which the map is drawn."""
        return _typeface(1.0)

    @property
    def measures(self) -> "Typeface":
        """The font in which the map is measured; with room where the reader's own may be a wider one."""
        is_known = self.embeds or (self.options.is_font_in_page and self.theme.font == "Inter")
        return _typeface(self._text_scale) if is_known else _wide_typeface(self._text_scale)


@cache
def _typeface(scale: float) -> "Typeface":
    """Read the font once: it remembers how wide each word is, which the next map has mostly in common with this."""
    from mapgen.layout.typeface import Typeface

    return Typeface(scale=scale)


@cache
def _wide_typeface(scale: float) -> "Typeface":
    from mapgen.layout.typeface import WideTypeface

    return WideTypeface(scale=scale)


@record
class ViewKind:
    """A way to look at a journey. `title` is the key of a word, `rank` the place among the views.

    `scene` draws it; EngineError where it cannot be drawn. `is_usual` tells whether it is made where nobody chose
    views. `uses_engine` is a view that Graphviz takes part in.
    """

    title: str
    rank: int
    scene: Callable[[Drawing], "Scene"]
    is_usual: Callable[[Journey, Analysis], bool]
    uses_engine: bool = False


VIEWS = Offers("mapgen.render.views", "VIEW", ViewKind)


def usual(journey: Journey, analysis: Analysis) -> tuple[str, ...]:
    """Return the views that a page shows where nobody chose, in order."""
    kinds = sorted(VIEWS.items(), key=lambda offer: offer[1].rank)
    return tuple(name for name, kind in kinds if kind.is_usual(journey, analysis))
