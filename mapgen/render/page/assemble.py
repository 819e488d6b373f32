"""What the page holds -> the page, with a policy that allows its styles and its script, and nothing else."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from markupsafe import Markup

from mapgen.ci_commands import inert_markup
from mapgen.composition import Map
from mapgen.header.header import Figure
from mapgen.lazy import regex
from mapgen.record import record
from mapgen.render.page import javascript, styles
from mapgen.render.page.lean import lean, stamped
from mapgen.render.page.listing import PageTable
from mapgen.render.page.picture import Canvas
from mapgen.render.page.policy import policy
from mapgen.render.page.reading_order import ReadingOrder
from mapgen.render.page.stage_stories import StageStory
from mapgen.render.page.templates import environment
from mapgen.render.theme import Theme
from mapgen.words import Words

if TYPE_CHECKING:
    from mapgen.render.history.section import HistorySection
    from mapgen.render.page.view_tabs import ViewTab

MAX_RENDERED = 300
"""The most touchpoints of a page that a browser renders as a whole; of a larger one only what is near the window."""

_VAST = "vast"
_STYLE = regex(r"<style>([^<]*)</style>")


@record
class Content:
    """What is put into the page beside the words of the map; `island` is the JSON that its script reads.

    `figures` are those of the poster, `feelings` those of the curve, which the drawer has. `past` is what is told of
    earlier versions, if anything. `photos` are data URIs by path. `stories` are what a phone
    shows of each stage, where it does.
    """

    canvas: Canvas
    reading: ReadingOrder
    island: str = "{}"
    plates: "tuple[ViewTab, ...]" = ()
    listings: tuple[PageTable, ...] = ()
    figures: tuple[Figure, ...] = ()
    feelings: tuple[Figure, ...] = ()
    stories: tuple[StageStory, ...] = ()
    past: "HistorySection | None" = None
    photos: Mapping[str, str] = MappingProxyType({})


def page(map_: Map, content: Content, *, colors: Theme) -> str:
    """Write the page of a map without a font of its own."""
    shown = body(map_, content)
    return whole(map_, content, shown, style(map_, content, shown, colors), colors=colors)


def body(map_: Map, content: Content) -> str:
    """Write what the page shows."""
    template = environment().get_template("html/body.html.j2")
    return lean(stamped(template.render(map=map_, words=Words(map_.language), content=content)))


def style(map_: Map, content: Content, shown: str, colors: Theme) -> str:
    """Write the style sheet of what is shown: the theme's colors, our rules, the sizes of this map."""
    neutral = f".stage{{--neutral:{content.reading.neutral}%}}" if content.reading.neutral else ""
    sizes = content.canvas.style + "".join(plate.style for plate in content.plates)
    past = styles.past() + content.past.style if content.past else ""
    trails = styles.trails() if any(plate.trails for plate in content.plates) else ""
    switch = styles.observed() if any(plate.switch for plate in content.plates) else ""
    photos = "img.initials{object-fit:cover}" if content.photos else ""
    rules = styles.needed(styles.sheet() + trails + switch + sizes + neutral + past + photos, _named(map_, shown))
    variables = styles.variables(colors, rules, stages=len(content.reading.passages))
    return styles.shortened(variables + rules, javascript.script())


def whole(map_: Map, content: Content, shown: str, own: str, *, colors: Theme) -> str:
    """Write the page around its body, with this style sheet."""
    script = javascript.script()
    made = (
        environment()
        .get_template("html/page.html.j2")
        .render(
            map=map_,
            unstyled_scheme=styles.unstyled_scheme(colors),
            is_vast=_is_vast(map_),
            policy=policy((own, *inner_styles(shown)), (script,)),
            style=Markup(own),  # noqa: S704 - our own style sheet; it holds no text of the author
            body=Markup(shown),  # noqa: S704 - what the template above escaped
            island=Markup(content.island),  # noqa: S704 - JSON without a "<"
            script=Markup(script),  # noqa: S704 - our own script; it holds no text of the author
        )
    )
    return inert_markup(made)


def _named(map_: Map, shown: str) -> str:
    """Return all in which the name of a class may stand."""
    root = (_VAST if _is_vast(map_) else "", styles.RTL if map_.direction == "rtl" else "")
    return " ".join((shown, javascript.script(), *root))


def _is_vast(map_: Map) -> bool:
    return len(map_.grid.columns) > MAX_RENDERED


def inner_styles(shown: str) -> list[str]:
    """Return the style sheets of the pictures in a body."""
    return _STYLE.findall(shown)
