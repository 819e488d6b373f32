"""Journey -> what hurts: a table of the open pain points and one of the resolved ones, ranked as on the poster."""

from collections.abc import Iterable

from mapgen.analysis import Analysis
from mapgen.blocks import Text
from mapgen.charts.poster_pains import PosterPain, ranked
from mapgen.lanes.lane import LaneContext, lane_context
from mapgen.model import walk
from mapgen.model.journey import Journey
from mapgen.model.walk import Location
from mapgen.record import record
from mapgen.render.document import LaneTable
from mapgen.render.lines import Lines, TextRun, text_line
from mapgen.tables.cells import place
from mapgen.words import Words

_COLUMNS = ("pain-point", "severity", "touchpoint", "remedy", "status", "owner")


@record
class PainSummary:
    """The open and the resolved pain points of a journey; a table may have no rows."""

    open: LaneTable
    resolved: LaneTable


def pain_summary(journey: Journey, analysis: Analysis) -> PainSummary:
    """Return both tables; columns in which every cell is empty are left out."""
    view = lane_context(journey, analysis, Words(journey.language))
    pains = ranked(view)
    return PainSummary(
        open=_table(view, "what-hurts", (pain for pain in pains if not pain.done)),
        resolved=_table(view, "closed-pain-points", (pain for pain in pains if pain.done)),
    )


def _table(view: LaneContext, title: str, pains: Iterable[PosterPain]) -> LaneTable:
    places = {pain.id: location for pain, location in walk.pain_points(view.journey)}
    rows = [_row(view, pain, places[pain.id]) for pain in pains]
    used = [index for index in range(len(_COLUMNS)) if any(row[index] for row in rows)]
    return LaneTable(
        id=title,
        title=view.words(title),
        columns=tuple(view.words(_COLUMNS[index]) for index in used),
        rows=tuple(tuple(row[index] for index in used) for row in rows),
    )


def _row(view: LaneContext, pain: PosterPain, location: Location) -> tuple[Lines, ...]:
    severity, words = view.pains[pain.id].severity, view.words
    nobody: Lines = ((TextRun(words("nobody-works-on-it"), role="strong"),),)
    return (
        (*_lines(pain.text), *(_lines(words("hypothesis")) if pain.hypothesis else ())),
        _lines(words(f"severity-{severity}") if severity else None),
        tuple(map(text_line, place(view, location.stage, location.touchpoint))),
        _lines(pain.remedy) or nobody,
        _lines(pain.status),
        _lines(pain.owner),
    )


def _lines(text: str | None) -> Lines:
    return (text_line(Text(text)),) if text else ()
