"""Journey, Analysis -> Map: all that the map says, in its language, without a word about how it looks.

Journey, Analysis, Words -> View
  |  lens.facts, figures, profiles     the top
  |  lanes.rows                        the middle
  |  tables.built                      the lists of documents; no picture shows them
  |  lens.legend, footer, story        the foot
  v
Map
"""

from collections.abc import Collection
from typing import Literal

from mapgen.analysis import Analysis
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.header import Header, Sign
from mapgen.header.facts import facts
from mapgen.header.figures import figures
from mapgen.header.footer import footer
from mapgen.header.legend import legend
from mapgen.header.profiles import profiles
from mapgen.header.story import story
from mapgen.lanes.findings import findings as audited
from mapgen.lanes.grid import Grid, Row
from mapgen.lanes.lane import LaneContext, lane_context
from mapgen.lanes.rows import grid, unchosen
from mapgen.model.journey import Journey
from mapgen.record import record, replace
from mapgen.tables.collect import collect_tables
from mapgen.tables.table import Table
from mapgen.words import Words


@record
class Map:
    """A whole map. `story` tells it in a few sentences, for those who cannot see it.

    `language` is BCP 47; `direction` is where its text runs. `footer` is who answers for it and when it was reviewed.
    `unchosen` are rows that the picture does not show and a document that holds everything may: those of lanes that the
    author's choice left out, and what an audit found.
    """

    id: str
    language: str
    direction: Literal["ltr", "rtl"]
    theme: str
    lens: Header
    grid: Grid
    unchosen: tuple[Row, ...]
    tables: tuple[Table, ...]
    legend: tuple[Sign, ...]
    footer: tuple[str, ...]
    story: str


def compose(
    journey: Journey,
    analysis: Analysis,
    *,
    lanes: tuple[str, ...] = (),
    source: str | None = None,
    findings: tuple[Diagnostic, ...] = (),
) -> Map:
    """Compose the map of a journey; `lanes`, where given, take the place of those that the author chose.

    `source` is the name of the spec; the foot of the map tells it. `findings` is what an audit has to say.
    """
    words = Words(journey.language)
    view = replace(lane_context(journey, analysis, words), findings=findings)
    shown = grid(view, lanes or journey.lanes)
    top = lens(view)
    return Map(
        id=journey.id,
        language=journey.language,
        direction=words.direction,
        theme=journey.theme,
        lens=top,
        grid=shown,
        unchosen=(*unchosen(view, lanes or journey.lanes), *audited(view)),
        tables=tuple(collect_tables(view)),
        legend=legend(words, shown, top.profiles),
        footer=(*footer(view), *((source,) if source else ())),
        story=story(view),
    )


def without(map_: Map, parts: Collection[str]) -> Map:
    """Return a map without some parts of its picture: "head", "figures", "personas", "legend", "footer"."""
    top = map_.lens
    if "head" in parts:
        top = replace(top, titled=False, summary=None, facts=())
    if "figures" in parts:
        top = replace(top, figures=())
    if "personas" in parts:
        top = replace(top, profiles=())
    signs = () if "legend" in parts else legend(Words(map_.language), map_.grid, top.profiles)
    return replace(map_, lens=top, legend=signs, footer=() if "footer" in parts else map_.footer)


def lens(view: LaneContext) -> Header:
    """Compose the top of the map."""
    return Header(
        title=view.journey.title,
        summary=view.journey.summary,
        facts=tuple(facts(view)),
        figures=tuple(figures(view)),
        profiles=tuple(profiles(view)),
    )
