"""What can be opened on a page, and the facts that are told of it: texts in the map's language, without any markup."""

from collections.abc import Iterable, Iterator, Mapping

from mapgen.lanes.evidence_text import said_by
from mapgen.lanes.lane import LaneContext
from mapgen.lanes.loss_parts import exit_share
from mapgen.model.basics import titled
from mapgen.model.journey import (
    Channel,
    Evidence,
    Extra,
    Link,
    Owner,
    Persona,
    Quotation,
    Segment,
    Stage,
    Touchpoint,
)
from mapgen.model.walk import Location, Part
from mapgen.quotes import quote
from mapgen.record import record
from mapgen.words import NO_BREAK, Words

BETWEEN = " · "


@record
class DetailLine:
    """A line. `about` is the anchor of the thing that it names, `url` leads out of the page, `note` stands behind."""

    text: str
    about: str | None = None
    url: str | None = None
    note: str | None = None


@record
class Fact:
    """Lines under a label."""

    label: str
    lines: tuple[DetailLine, ...]


@record
class DetailItem:
    """Something with an anchor that is unique on the page; `kind` is a key of the words.

    `inside` is the anchor of what it is a part of. `tags` are its values for each facet that it can be found by; a
    facet that says nothing about its kind is not there. `holds` are anchors of things that it has to do with: it
    matches where one of them does.
    """

    anchor: str
    kind: str
    name: str
    facts: tuple[Fact, ...]
    tags: Mapping[str, tuple[str, ...]]
    inside: str | None = None
    number: int | None = None
    holds: tuple[str, ...] = ()


Line = DetailLine | str | None


def fact(label: str, lines: Iterable[Line]) -> Iterator[Fact]:
    """Yield a fact of the lines that are there, or none."""
    said = tuple(DetailLine(line) if isinstance(line, str) else line for line in lines if line)
    if said:
        yield Fact(label, said)


def named(item: Owner | Channel | Persona | Segment, kind: str) -> DetailLine:
    """Name what is declared once."""
    return DetailLine(item.name, about=f"{kind}-{item.id}")


def owner(item: Owner | None) -> DetailLine | None:
    """Name an owner."""
    return named(item, "owner") if item else None


def stage(item: Stage) -> DetailLine:
    """Name a stage."""
    return DetailLine(item.name, about=f"stage-{item.id}")


def touchpoint(view: LaneContext, item: Touchpoint) -> DetailLine:
    """Name a touchpoint with its number."""
    return DetailLine(f"{view.numbers[item.id]}{NO_BREAK}{item.name}", about=f"touchpoint-{item.id}")


def place(view: LaneContext, where: Location) -> DetailLine:
    """Name where something stands."""
    return touchpoint(view, where.touchpoint) if where.touchpoint else stage(where.stage)


def custom(extras: Iterable[Extra]) -> Iterator[Fact]:
    """Report what is under the author's own keys."""
    for extra in extras:
        yield from fact(titled(extra.key), extra.texts)


def links(items: Iterable[Link]) -> Iterator[DetailLine]:
    """Report links."""
    return (DetailLine(link.title, url=link.url) for link in items)


def grounds(view: LaneContext, evidence: tuple[Evidence, ...]) -> Iterator[Fact]:
    """Report what a claim rests on, each piece with all that is known of it, or that it is a hypothesis."""
    words = view.words
    pieces = (piece(words, one) for one in evidence)
    yield from fact(words("evidence"), (words("hypothesis") if view.is_guess(evidence) else None, *pieces))


def quoted(view: LaneContext, quotes: Iterable[Quotation]) -> Iterator[Fact]:
    """Report quotes, each with who said it, how one knows, and where it was found in a text file."""
    words, search = view.words, view.journey.search
    places = search.places if search else {}
    lines = (
        DetailLine(
            quote(said.text, words.quotes),
            about=f"persona-{said.persona.id}" if said.persona else None,
            note=joined(said_by(view, said), places.get(said.pointer)),
        )
        for said in quotes
    )
    yield from fact(words("in-their-words"), lines)


def piece(words: Words, evidence: Evidence) -> DetailLine:
    """Report a piece of evidence on one line."""
    return DetailLine(evidence.title, f"evidence-{evidence.id}", evidence.url, known(words, evidence))


def known(words: Words, evidence: Evidence) -> str | None:
    """Report kind, date, sample and confidence: "Interview · 2026-06-12 · n = 12 · Confidence: High"."""
    parts = (
        words(f"evidence-{evidence.kind}") if evidence.kind else None,
        words.date(evidence.date) if evidence.date else None,
        words("sample-of", n=evidence.sample) if evidence.sample is not None else None,
        f"{words('confidence')}: {words(f'confidence-{evidence.confidence}')}" if evidence.confidence else None,
    )
    return joined(*parts)


def exits(view: LaneContext, part: Part) -> Iterator[Fact]:
    """Report how customers leave a stage or touchpoint."""
    words = view.words
    lines = (
        DetailLine(
            words(f"exit-{way.kind}") + (f": {way.reason}" if way.reason else ""),
            note=joined(
                exit_share(view, (part.id, index), way)[0],
                *(one.title for one in way.evidence),
            ),
        )
        for index, way in enumerate(part.exits)
    )
    yield from fact(words("exits"), lines)


def joined(*texts: str | None) -> str | None:
    """Put texts beside each other."""
    return BETWEEN.join(text for text in texts if text) or None
