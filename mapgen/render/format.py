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
    from mapgen.layout.scene import Scene
    from mapgen.layout.typeface import Typeface
    from mapgen.render.theme import Theme

Flavor = Literal["github", "mdx"]
Fonts = Literal["embed", "stack"]

SCALES = (0.1, 8.0)
"""The least and the largest scale of a PNG."""


@record
class Options:
    """What the person who builds may choose.

    `width` is the width of the map in pixels, None for as wide as its content wants. `paper` is the name of a paper
    for whose sheets the map is set; the width then does not count. `fonts` says whether a drawing
    carries the font it was measured with, or names the reader's own. `scale` is pixels of a PNG for each of the map.
    """

    flavor: Flavor = "github"
    width: int | None = None
    paper: str | None = None
    fonts: Fonts = "embed"
    scale: float = 1.0


class _Given(NamedTuple):
    """What a format may look at.

    `name` is that of the files without their last suffix ("checkout.journey"), `formats` the ids of all that are made
    now, so that one can refer to another. `pictures` are the author's images as data URIs, by `src`, and the theme's
    logo. `own` is a theme that takes the place of the one that the map names.
    """

    name: str
    journey: Journey
    analysis: Analysis
    map: Map
    formats: tuple[str, ...] = ()
    pictures: Mapping[str, str] = MappingProxyType({})
    options: Options = Options()
    own: "Theme | None" = None


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
        """The map as shapes with their places."""
        from mapgen.layout import arrange
        from mapgen.layout.looks import Look

        look = Look(self.theme.radius, self.theme.logo.alt if self.theme.logo else None)
        return arrange(self.map, self.typeface, width=self.options.width, paper=self.options.paper, look=look)

    @cached_property
    def typeface(self) -> "Typeface":
        """The font in which the map is measured and drawn."""
        return _typeface()


@cache
def _typeface() -> "Typeface":
    """Read the font once: it remembers how wide each word is, which the next map has mostly in common with this."""
    from mapgen import resources
    from mapgen.layout.typeface import Typeface

    return Typeface(resources.font())


@record
class Format:
    """A kind of file. `suffix` is put behind the name; `render` returns the whole content, a text or bytes.

    `engine` is the package without which `render` can only raise EngineError. `comment` is how the format writes what
    nobody reads, with {} for the text; with it, a map says at its end that mapgen made it.
    """

    suffix: str
    render: Callable[[Drawing], str | bytes]
    engine: Engine | None = None
    comment: str | None = None
