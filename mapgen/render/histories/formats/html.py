"""Chronicle -> a page that loads nothing and runs nothing: the picture, the figures, and what each version changed."""

from markupsafe import Markup

from mapgen.render.histories.chronicle import Chronicle, HistoryFormat
from mapgen.render.histories.picture import newest
from mapgen.render.histories.section import section
from mapgen.render.page import styles
from mapgen.render.page.fonts import fonts
from mapgen.render.page.policy import policy
from mapgen.render.page.templates import environment
from mapgen.words import Words


def render(chronicle: Chronicle) -> str:
    """Write the page of a chronicle."""
    drawing = newest(chronicle)
    past, words = section(drawing, chronicle), Words(drawing.journey.language)
    templates = environment()
    body = templates.get_template("html/sections/past.html.j2").render(past=past, words=words)
    shown = f'<main class="text past">{body}</main>\n'
    embedded = fonts(drawing, shown) if drawing.embeds else ""
    style = embedded + styles.variables(drawing.theme) + styles.sheet() + styles.past() + past.style
    return templates.get_template("html/past.html.j2").render(
        language=drawing.journey.language,
        direction=words.direction,
        title=f"{drawing.journey.title}: {words('past')}",
        policy=policy((style,), ()),
        style=Markup(style),  # noqa: S704 - our own style sheet; it holds no text of the author
        body=Markup(shown),  # noqa: S704 - what the template above escaped
    )


FORMAT = HistoryFormat(suffix=".html", render=render, draws=True)
