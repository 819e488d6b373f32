"""Each piece of evidence, and what rests on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from mapgen.blocks import Text
from mapgen.lanes.lane import LaneContext
from mapgen.model import walk
from mapgen.model.calendar import age_on, last_day
from mapgen.model.journey import Evidence, Level, Quotation
from mapgen.model.walk import Part
from mapgen.quotes import quote
from mapgen.tables.cells import at, cell, notes, number, numbers, word
from mapgen.tables.newest_day import newest_day
from mapgen.tables.table import TableCell, TableKind, TableRow

Use = tuple[tuple[Evidence, ...], str]
"""What a claim rests on, and the words for the claim."""


def rows(view: LaneContext) -> Iterator[TableRow]:
    """Report each piece of evidence."""
    felt = gathered((emotion.evidence, place.part.id) for emotion, place in walk.emotions(view.journey))
    claimed = gathered(claims(view))
    for piece in view.journey.evidence:
        emotions = emotions_in(view, felt.get(piece.id, ()))
        yield row(view, piece, (*cell(*claimed.get(piece.id, ())), *emotions))


def emotions_in(view: LaneContext, places: Sequence[str]) -> TableCell:
    """Name the stages (ids) whose emotions rest on something, and number the touchpoints."""
    names = [stage.name for stage in view.journey.stages if stage.id in places]
    stages = (Text(text=" · ".join(names), label=view.words("emotion")),) if names else ()
    return (*stages, *numbers(view, "emotion", [place for place in places if place in view.numbers]))


def gathered(uses: Iterable[Use]) -> dict[str, list[str]]:
    """Return the claims by the evidence (id) that they rest on."""
    found: dict[str, list[str]] = {}
    for pieces, claim in uses:
        for piece in pieces:
            found.setdefault(piece.id, []).append(claim)
    return found


def row(view: LaneContext, piece: Evidence, supports: TableCell) -> TableRow:
    """Report one piece of evidence."""
    return (
        (Text(text=piece.title, url=piece.url, about=f"evidence-{piece.id}"), *cell(*piece.sources)),
        word(view, "evidence", piece.kind),
        cell(view.words.date(piece.date) if piece.date else None),
        aged(view, piece),
        number(view, piece.sample),
        word(view, "confidence", piece.confidence, get_args(Level)),
        supports,
        notes(piece.extras),
    )


def aged(view: LaneContext, piece: Evidence) -> TableCell:
    """Report how old a piece of evidence is on the newest day that the journey names."""
    newest = newest_day(view.journey)
    if not piece.date or not newest:
        return ()
    age = age_on(newest, piece.date)
    days = last_day(newest) - last_day(piece.date)
    return (Text(text=view.words.duration(age), order=float(days.days)),)


def on(view: LaneContext) -> Mapping[str, str]:
    """Name the day on which ages are told."""
    newest = newest_day(view.journey)
    return {"date": view.words.date(newest) if newest else ""}


def claims(view: LaneContext) -> Iterator[Use]:
    """Yield each claim that has words of its own; emotions have none."""
    for persona in view.journey.personas:
        yield persona.evidence, persona.name
        yield from said(view, persona.quotes)
    for location in walk.locations(view.journey):
        part = location.part
        yield from said(view, walk.quotes(part))
        yield from ((pain.evidence, pain.text) for pain in walk.pains(part))
        yield from ((delight.evidence, delight.text) for delight in part.delights)
        yield from measured(view, part, at(view, location.touchpoint) if location.touchpoint else part.name)


def said(view: LaneContext, quotes: Iterable[Quotation]) -> Iterator[Use]:
    """Yield quotes."""
    return ((one.evidence, quote(one.text, view.words.quotes)) for one in quotes)


def measured(view: LaneContext, part: Part, where: str) -> Iterator[Use]:
    """Yield what a part of the journey says about metrics and exits."""
    for metric in part.metrics:
        yield metric.evidence, metric.name
    for way in part.exits:
        yield way.evidence, way.reason or f"{view.words(f'exit-{way.kind}')}: {where}"


TABLE = TableKind(
    title="evidence",
    rank=110,
    columns=("source", "kind", "date", "age-on", "sample", "confidence", "supports", "notes"),
    rows=rows,
    values=on,
)
