"""What the page holds -> the page, with a policy that allows its styles and its script, and nothing else."""

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.composition import Map
from mapgen.record import record
from mapgen.render.document import document
from mapgen.render.page import scripts, styles
from mapgen.render.page.listing import Listing
from mapgen.render.page.picture import Canvas
from mapgen.render.page.policy import policy
from mapgen.render.page.reading import Reading
from mapgen.render.page.templates import environment
from mapgen.render.theme import Theme
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.render.histories.section import Section
    from mapgen.render.page.plates import Plate

_STYLE = re.compile(r"<style>([^<]*)</style>")


@record
class Content:
    """What is put into the page beside the words of the map; `island` is the JSON that its script reads.

    `past` is what is told of earlier versions, if anything.
    """

    canvas: Canvas
    reading: Reading
    island: str = "{}"
    plates: "tuple[Plate, ...]" = ()
    listings: tuple[Listing, ...] = ()
    past: "Section | None" = None


def page(map_: Map, content: Content, *, colors: Theme) -> str:
    """Write the page of a map without a font of its own."""
    return whole(map_, content, body(map_, content), style(content, colors))


def body(map_: Map, content: Content) -> str:
    """Write what the page shows."""
    return (
        environment()
        .get_template("html/body.html.j2")
        .render(map=map_, words=Words(map_.language), document=document(map_, twice=True), content=content)
    )


def style(content: Content, colors: Theme) -> str:
    """Write the style sheet: the theme's colours, our rules, the sizes of this map."""
    neutral = f".stage{{--neutral:{content.reading.neutral}%}}" if content.reading.neutral else ""
    sizes = content.canvas.style + "".join(plate.style for plate in content.plates)
    past = styles.past() + content.past.style if content.past else ""
    return styles.variables(colors) + styles.sheet() + sizes + neutral + past


def whole(map_: Map, content: Content, shown: str, own: str) -> str:
    """Write the page around its body, with this style sheet."""
    script = scripts.script()
    return (
        environment()
        .get_template("html/page.html.j2")
        .render(
            map=map_,
            policy=policy((own, *inner_styles(shown)), (script,)),
            style=Markup(own),  # noqa: S704 - our own style sheet; it holds no text of the author
            body=Markup(shown),  # noqa: S704 - what the template above escaped
            island=Markup(content.island),  # noqa: S704 - JSON without a "<"
            script=Markup(script),  # noqa: S704 - our own script; it holds no text of the author
        )
    )


def inner_styles(shown: str) -> list[str]:
    """Return the style sheets of the pictures in a body."""
    return _STYLE.findall(shown)
