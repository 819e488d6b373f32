"""HistoryReport -> a page without scripts or files: the chart, the figures, and the changes of each version."""

from markupsafe import Markup

from mapgen.ci_commands import inert_markup
from mapgen.render.history.picture import newest
from mapgen.render.history.report import HistoryReport, nothing_to_draw
from mapgen.render.history.section import section
from mapgen.render.markup import Xml, xml
from mapgen.render.page import styles
from mapgen.render.page.fonts import fonts
from mapgen.render.page.policy import policy
from mapgen.render.page.templates import environment
from mapgen.render.report_format import ReportFormat
from mapgen.words import Words


def render(chronicle: HistoryReport) -> str:
    """Write the page of a chronicle."""
    drawing = newest(chronicle)
    past, words = section(drawing, chronicle), Words(drawing.journey.language)
    templates = environment()
    body = templates.get_template("html/sections/past.html.j2").render(past=past, words=words)
    front = Xml('<header class="front"><h1 dir="auto">{}</h1></header>').fill(xml(drawing.journey.title))
    shown = f'{front}<main class="text past">{body}</main>\n'
    embedded = fonts(drawing, shown) if drawing.embeds else ""
    rules = styles.sheet() + styles.past() + past.style
    style = embedded + styles.variables(drawing.theme, rules) + rules
    made = templates.get_template("html/past.html.j2").render(
        language=drawing.journey.language,
        direction=words.direction,
        unstyled_scheme=styles.unstyled_scheme(drawing.theme),
        title=f"{drawing.journey.title}: {words('past')}",
        policy=policy((style,), ()),
        style=Markup(style),  # noqa: S704 - our own style sheet; it holds no text of the author
        body=Markup(shown),  # noqa: S704 - what the template above escaped
    )
    return inert_markup(made)


FORMAT = ReportFormat(suffix=".html", render=render, refuse=nothing_to_draw)
