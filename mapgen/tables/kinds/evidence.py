"""Each piece of evidence, and what rests on it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import get_args

from mapgen.blocks import Text
from mapgen.lanes.lane import View
from mapgen.model.journey import Evidence, Level, Stage, Touchpoint
from mapgen.tables.age import age_on, newest_day
from mapgen.tables.cells import at, cell, number, numbers, word
from mapgen.tables.table import TableCell, TableKind, TableRow, always

Use = tuple[tuple[Evidence, ...], str]
"""What a claim rests on, and the words for the claim."""


def rows(view: View) -> Iterator[TableRow]:
    """Tell each piece of evidence."""
    felt = gathered((emotion.evidence, item.id) for item in view.journey.touchpoints() if (emotion := item.emotion))
    claimed = gathered(claims(view))
    for piece in view.journey.evidence:
        emotions = numbers(view, "emotion", felt.get(piece.id, ()))
        yield row(view, piece, (*cell(*claimed.get(piece.id, ())), *emotions))


def gathered(uses: Iterable[Use]) -> dict[str, list[str]]:
    """Return the claims by the evidence (id) that they rest on."""
    found: dict[str, list[str]] = {}
    for pieces, claim in uses:
        for piece in pieces:
            found.setdefault(piece.id, []).append(claim)
    return found


def row(view: View, piece: Evidence, supports: TableCell) -> TableRow:
    """Tell one piece of evidence."""
    return (
        (Text(text=piece.title, url=piece.url, about=f"evidence-{piece.id}"),),
        word(view, "evidence", piece.kind),
        cell(piece.date),
        aged(view, piece),
        number(view, piece.sample),
        word(view, "confidence", piece.confidence, get_args(Level)),
        supports,
    )


def aged(view: View, piece: Evidence) -> TableCell:
    """Tell how old a piece of evidence is on the newest day that the journey names."""
    newest = newest_day(view.journey)
    if not piece.date or not newest:
        return ()
    age = age_on(newest, piece.date)
    days = date.fromisoformat(newest) - date.fromisoformat(piece.date)
    return (Text(text=view.words.duration(age), order=float(days.days)),)


def on(view: View) -> Mapping[str, str]:
    """Name the day on which ages are told."""
    return {"date": newest_day(view.journey) or ""}


def claims(view: View) -> Iterator[Use]:
    """Yield each claim that has words of its own; emotions have none."""
    for persona in view.journey.personas:
        yield persona.evidence, persona.name
    for stage in view.journey.stages:
        yield from measured(view, stage, stage.name)
        for touchpoint in stage.touchpoints:
            yield from ((pain.evidence, pain.text) for pain in touchpoint.pain_points)
            yield from ((delight.evidence, delight.text) for delight in touchpoint.delights)
            yield from measured(view, touchpoint, at(view, touchpoint))


def measured(view: View, part: Stage | Touchpoint, where: str) -> Iterator[Use]:
    """Yield what a part of the journey says about metrics and exits."""
    for metric in part.metrics:
        yield metric.evidence, metric.name
    for way in part.exits:
        yield way.evidence, way.reason or f"{view.words(f'exit-{way.kind}')}: {where}"


TABLE = TableKind(
    title="evidence",
    rank=110,
    columns=("source", "kind", "date", "age-on", "sample", "confidence", "supports"),
    rows=rows,
    drawn=always,
    told=("age-on", "supports"),
    values=on,
)
