"""The contract of a format: a module in `formats/` offers one as `FORMAT`; the module's name is the format's id."""

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from mapgen.analysis import Analysis
from mapgen.composition import Map
from mapgen.model.journey import Journey
from mapgen.record import record
from mapgen.render.engine import Engine

if TYPE_CHECKING:
    from mapgen.layout.flow.ranks import LayOut
    from mapgen.layout.looks import Look
    from mapgen.layout.scene import Scene
    from mapgen.layout.typeface import Typeface
    from mapgen.render.histories.chronicle import Chronicle
    from mapgen.render.theme import Theme

Flavor = Literal["github", "mdx"]
Fonts = Literal["embed", "stack"]

MAP = "map"
"""The view whose files have no name of their own; documents are about it."""

SCALES = (0.1, 8.0)
"""The least and the largest scale of a PNG."""


@record
class Options:
    """What the person who builds may choose.

    `width` is the width of the map in pixels, None for as wide as its content wants. `paper` is the name of a paper
    for whose sheets the map is set; the width then does not count. `fonts` says whether a drawing
    carries the font it was measured with, or names the reader's own. `scale` is pixels of a PNG for each of the map.
    `scenario` is the id of the scenario whose path the flow shows.
    """

    flavor: Flavor = "github"
    width: int | None = None
    paper: str | None = None
    fonts: Fonts = "embed"
    scale: float = 1.0
    scenario: str | None = None


class _Given(NamedTuple):
    """What a format may look at.

    `name` is that of the files without their last suffix ("checkout.journey"), `formats` the ids of all that are made
    now, so that one can refer to another. `pictures` are the author's images as data URIs, by `src`, and the theme's
    logo. `own` is a theme that takes the place of the one that the map names. `views` are the ids of all views that
    are made now, `view` the one that this is a drawing of, `beside` the drawings of the others. `lay_out` asks
    Graphviz, where there is one. `past` is what is told of earlier versions, if anything.
    """

    name: str
    journey: Journey
    analysis: Analysis
    map: Map
    formats: tuple[str, ...] = ()
    pictures: Mapping[str, str] = MappingProxyType({})
    options: Options = Options()
    own: "Theme | None" = None
    views: tuple[str, ...] = (MAP,)
    view: str = MAP
    lay_out: "LayOut | None" = None
    beside: "tuple[Drawing, ...]" = ()
    past: "Chronicle | None" = None


class Drawing(_Given):
    """What a format may look at, and what is made of it when the first format asks, the same for all."""

    @cached_property
    def theme(self) -> "Theme":
        """The look of the map."""
        from mapgen.render.theme import theme

        return self.own or theme(self.map.theme)

    @property
    def embeds(self) -> bool:
        """Whether a drawing carries the font that it was measured with."""
        return self.options.fonts == "embed" and self.theme.font == "Inter"

    @cached_property
    def scene(self) -> "Scene":
        """The view as shapes with their places."""
        from mapgen.render.views import VIEWS

        return VIEWS[self.view].scene(self)

    @property
    def look(self) -> "Look":
        """What the theme says about shapes."""
        from mapgen.layout.looks import Look

        return Look(self.theme.radius, self.theme.logo.alt if self.theme.logo else None)

    def of(self, view: str, views: tuple[str, ...], beside: "tuple[Drawing, ...]" = ()) -> "Drawing":
        """Return a drawing of another view of the same map, among `views`; what is known already stays known."""
        made = self._replace(view=view, views=views, beside=beside)
        known = dict(self.__dict__) if view == self.view else {"theme": self.theme, "typeface": self.typeface}
        made.__dict__.update(known)
        return made

    def showing(self, scene: "Scene") -> "Drawing":
        """Return a drawing of something else in the same look."""
        made = self._replace()
        made.__dict__.update({"theme": self.theme, "typeface": self.typeface, "scene": scene})
        return made

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

    @cached_property
    def typeface(self) -> "Typeface":
        """The font in which the map is measured and drawn."""
        return _typeface()


@cache
def _typeface() -> "Typeface":
    """Read the font once: it remembers how wide each word is, which the next map has mostly in common with this."""
    from mapgen.layout.typeface import Typeface

    return Typeface()


def suffix(view: str, kind: str, scenario: str | None = None) -> str:
    """Return what is put behind the name for a view in a kind of file.

    >>> suffix("map", ".svg"), suffix("flow", ".svg"), suffix("flow", ".svg", "happy")
    ('.svg', '.flow.svg', '.flow-happy.svg')
    """
    if view == MAP:
        return kind
    path = f"-{scenario}" if view == "flow" and scenario else ""
    return f".{view}{path}{kind}"


@record
class Format:
    """A kind of file. `suffix` is put behind the name; `render` returns the whole content, a text or bytes.

    `engine` is the package without which `render` can only raise EngineError. `comment` is how the format writes what
    nobody reads, with {} for the text; with it, a map says at its end that mapgen made it. A kind of picture is made
    `by_view`, a file for each; any other once, of the whole map. One that is made `with_views` shows each of them.
    `missing` returns the visible characters for which there is no font, where the format depends on installed fonts;
    `without_font` is what happens to such text.
    """

    suffix: str
    render: Callable[[Drawing], str | bytes]
    engine: Engine | None = None
    comment: str | None = None
    by_view: bool = False
    with_views: bool = False
    missing: Callable[[str], str] | None = None
    without_font: str = ""
