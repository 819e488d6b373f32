"""What the page holds -> the page, with a policy that allows its styles and its script, and nothing else."""

import re

from markupsafe import Markup

from mapgen.composition import Map
from mapgen.record import record
from mapgen.render.document import document
from mapgen.render.page import scripts, styles
from mapgen.render.page.policy import policy
from mapgen.render.page.templates import environment
from mapgen.render.theme import Theme
from mapgen.words import Words

_STYLE = re.compile(r"<style>([^<]*)</style>")


@record
class Content:
    """What is put into the page: the picture of the map, an `<svg>` element, and the JSON of the data island."""

    picture: str
    island: str = "{}"


def page(map_: Map, content: Content, *, colors: Theme, fonts: str = "") -> str:
    """Write the page of a map; `fonts` are further rules of its style."""
    return whole(map_, content, body(map_, content), fonts + styles.variables(colors) + styles.sheet())


def body(map_: Map, content: Content) -> str:
    """Write what the page shows."""
    return (
        environment()
        .get_template("html/body.html.j2")
        .render(
            map=map_,
            words=Words(map_.language),
            document=document(map_),
            picture=Markup(content.picture),  # noqa: S704 - our own drawing, in which every text is escaped
        )
    )


def whole(map_: Map, content: Content, shown: str, style: str) -> str:
    """Write the page around its body."""
    script = scripts.script()
    return (
        environment()
        .get_template("html/page.html.j2")
        .render(
            map=map_,
            policy=policy((style, *_STYLE.findall(content.picture)), (script,)),
            style=Markup(style),  # noqa: S704 - our own style sheet; it holds no text of the author
            body=Markup(shown),  # noqa: S704 - what the template above escaped
            island=Markup(content.island),  # noqa: S704 - JSON without a "<"
            script=Markup(script),  # noqa: S704 - our own script; it holds no text of the author
        )
    )
