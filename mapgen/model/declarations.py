"""What a spec declares once (owners, channels, evidence, segments, personas) -> tables to look names up in."""

from collections.abc import Callable
from typing import TypeVar

from mapgen.model.choices import BUYING_ROLES, LEVELS, MODES
from mapgen.model.ids import assign, name_all
from mapgen.model.journey import Channel, Evidence, Owner, Persona, Segment
from mapgen.model.node import Node
from mapgen.model.references import Patience, Table
from mapgen.model.values import read_date, read_url
from mapgen.record import record

D = TypeVar("D", Owner, Channel, Evidence, Segment, Persona)


@record
class Declared:
    """What is declared once, in the order of the spec; `patience` is shared by all tables of one spec."""

    owners: Table[Owner]
    channels: Table[Channel]
    evidence: Table[Evidence]
    segments: Table[Segment]
    personas: Table[Persona]
    patience: Patience


def read_declarations(root: Node) -> Declared:
    """Return what is declared once, and by which name the rest of the spec refers to it."""
    patience = Patience()
    evidence = _table("evidence", "evidence", _read(root, "evidence", "evidence", _evidence), patience)
    segments = _table("segment", "segments", _read(root, "segments", "segment", _segment), patience)

    def persona(node: Node, ident: str) -> Persona:
        return _persona(node, ident, segments, evidence)

    return Declared(
        owners=_table("owner", "owners", _read(root, "owners", "owner", _owner), patience),
        channels=_table("channel", "channels", _read(root, "channels", "channel", _channel), patience),
        evidence=evidence,
        segments=segments,
        personas=_table("persona", "personas", _read(root, "personas", "persona", persona), patience),
        patience=patience,
    )


def _read(root: Node, key: str, kind: str, read: Callable[[Node, str], D]) -> tuple[D, ...]:
    called = "title" if key == "evidence" else "name"
    nodes = root.children(key, short=called)
    ids = assign(name_all(nodes, kind, by=called), root.problems)
    return tuple(read(node, ids[node.pointer]) for node in nodes)


def _table(kind: str, key: str, things: tuple[D, ...], patience: Patience) -> Table[D]:
    names = [(thing.id, _called(thing)) for thing in things]
    return Table(kind, {thing.id: thing for thing in things}, names, f"declare it under `{key}`", patience)


def _called(thing: Owner | Channel | Evidence | Segment | Persona) -> str:
    return thing.title if isinstance(thing, Evidence) else thing.name


def _owner(node: Node, ident: str) -> Owner:
    return Owner(ident, node.said("name"), node.text("contact"), node.pointer)


def _channel(node: Node, ident: str) -> Channel:
    return Channel(ident, node.said("name"), node.choice("mode", MODES), node.pointer)


def _evidence(node: Node, ident: str) -> Evidence:
    sample = node.number("sample")
    return Evidence(
        id=ident,
        title=node.said("title"),
        kind=node.text("kind"),
        date=read_date(node, "date"),
        sample=int(sample) if sample is not None else None,
        confidence=node.choice("confidence", LEVELS),
        url=read_url(node, "url"),
        pointer=node.pointer,
    )


def _segment(node: Node, ident: str) -> Segment:
    return Segment(ident, node.said("name"), node.text("description"), node.pairs("traits"), node.pointer)


def _persona(node: Node, ident: str, segments: Table[Segment], evidence: Table[Evidence]) -> Persona:
    return Persona(
        id=ident,
        name=node.said("name"),
        position=node.text("position"),
        department=node.text("department"),
        segment=segments.one(node, "segment"),
        demographics=node.pairs("demographics"),
        quote=node.text("quote"),
        goals=node.texts("goals"),
        behaviors=node.texts("behaviors"),
        motivators=node.texts("motivators"),
        needs=node.texts("needs"),
        challenges=node.texts("challenges"),
        objections=node.texts("objections"),
        buying_role=node.choice("buying_role", BUYING_ROLES),
        evidence=evidence.each(node, "evidence"),
        pointer=node.pointer,
    )
