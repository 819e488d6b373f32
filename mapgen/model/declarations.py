"""What a spec declares once (owners, channels, evidence, segments, personas) -> tables of references."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.model.enums import BUYING_ROLES, LEVELS, MODES
from mapgen.model.extras import read_extras
from mapgen.model.ids import assign, derive, given, name_all
from mapgen.model.journey import Channel, Evidence, Owner, Persona, Segment
from mapgen.model.node import SpecNode
from mapgen.model.problems import Problems
from mapgen.model.quotations import read_quotes
from mapgen.model.references import ComparisonBudget, ReferenceTable, Referent
from mapgen.model.values import read_date, read_photo, read_url
from mapgen.record import record, replace
from mapgen.source.tree import Source

if TYPE_CHECKING:
    from mapgen.model.library import LibraryUse
    from mapgen.model.shared import SharedNode

D = TypeVar("D", Owner, Channel, Evidence, Segment, Persona)


@record
class Declared:
    """The declarations in the order of the spec; all tables of a spec share the `budget`."""

    owners: ReferenceTable[Owner]
    channels: ReferenceTable[Channel]
    evidence: ReferenceTable[Evidence]
    segments: ReferenceTable[Segment]
    personas: ReferenceTable[Persona]
    budget: ComparisonBudget

    def settle(self) -> None:
        """Count what the personas of the spec reference as used, now that it is known which they are."""
        for persona in self.personas:
            self.personas.use(quote.persona.pointer for quote in persona.quotes if quote.persona)
        for persona in self.personas:
            self.segments.use((persona.segment.pointer,) if persona.segment else ())
            self.evidence.use(one.pointer for one in persona.evidence)
            self.evidence.use(one.pointer for quote in persona.quotes for one in quote.evidence)


def read_declarations(root: SpecNode, shared: "Sequence[SharedNode]" = ()) -> Declared:
    """Return the declarations, by the ids that the rest of the spec references; `shared` are the used libraries."""
    budget = ComparisonBudget()
    reader = _TableReader(root, shared, budget)
    evidence = reader.table("evidence", "evidence", _evidence)
    segments = reader.table("segment", "segments", _segment)

    quoted: dict[str, SpecNode] = {}

    def persona(node: SpecNode, ident: str) -> Persona:
        if "quotes" in node.fields:
            quoted[ident] = node
        return _persona(node, ident, segments, evidence)

    personas = _with_quotes(reader.table("persona", "personas", persona), quoted, evidence)
    evidence.forget_uses()
    segments.forget_uses()
    return Declared(
        owners=reader.table("owner", "owners", _owner),
        channels=reader.table("channel", "channels", _channel),
        evidence=evidence,
        segments=segments,
        personas=personas,
        budget=budget,
    )


def _with_quotes(
    personas: ReferenceTable[Persona], quoted: Mapping[str, SpecNode], evidence: ReferenceTable[Evidence]
) -> ReferenceTable[Persona]:
    """Return the personas with what they said; another persona may have said it, so all are read before."""

    def said(one: Persona) -> Persona:
        return replace(one, quotes=read_quotes(quoted[one.id], personas, evidence)) if one.id in quoted else one

    return personas.with_items(said) if quoted else personas


def check_declarations(source: Source, use: "LibraryUse") -> tuple[Diagnostic, ...]:
    """Return what is wrong with the declarations of a library; `use` are the libraries that it uses."""
    problems = Problems(source)
    root = SpecNode(source.data if isinstance(source.data, dict) else {}, "", problems)
    read_declarations(root, shared_of(use, problems))
    return problems.diagnostics()


def shared_of(use: "LibraryUse | None", problems: Problems) -> "tuple[SharedNode, ...]":
    """Return the contents of the libraries that a file uses."""
    if use is None or not use.libraries:
        return ()
    from mapgen.model.shared import shared_nodes

    return shared_nodes(use.closure(), problems)


class _TableReader:
    """Reads what is declared in a spec and in the libraries that it uses."""

    def __init__(self, root: SpecNode, shared: "Sequence[SharedNode]", budget: ComparisonBudget) -> None:
        self._root = root
        self._shared = shared
        self._budget = budget

    def table(self, kind: str, key: str, read: Callable[[SpecNode, str], D]) -> ReferenceTable[D]:
        """Return what is declared under a key, by the ids and names that reference it."""
        called, otherwise = "title" if key == "evidence" else "name", f"declare it under `{key}`"
        nodes = self._root.children(key, short=called)

        def entry(node: SpecNode, ident: str) -> Referent[D]:
            name = node.required_text(called)
            return Referent(kind, ident, name, read(node, ident), node.pointer, "id" in node.fields)

        if not self._shared:
            ids = assign(name_all(nodes, kind, by=called), self._root.problems)
            return ReferenceTable(kind, [entry(node, ids[node.pointer]) for node in nodes], self._budget, otherwise)
        entries, others = self._with_libraries(kind, key, called, nodes, entry)
        return ReferenceTable(kind, entries, self._budget, f"{otherwise}, here or in a library", others)

    def _with_libraries(
        self, kind: str, key: str, called: str, nodes: Sequence[SpecNode], entry: Callable[[SpecNode, str], Referent[D]]
    ) -> tuple[list[Referent[D]], list[Referent[D]]]:
        """Return what is declared in the spec, and what in the libraries."""
        from mapgen.model.shared import shared_declarations

        offered = shared_declarations(kind, key, called, self._shared, nodes)
        taken = offered.taken
        named = name_all([node for node in nodes if node.pointer not in taken], kind, by=called)
        ids = derive(named, given(named, self._root.problems) | {offer.id for offer in taken.values()})
        entries = []
        for node in nodes:
            offer = taken.get(node.pointer)
            if offer is None:
                entries.append(entry(node, ids[node.pointer]))
            else:
                found = entry(offer.node, offer.id)
                item = replace(found.item, pointer=node.pointer)
                entries.append(found._replace(item=item, pointer=node.pointer))
        return entries, [entry(offer.node, offer.id) for offer in offered.others]


def _owner(node: SpecNode, ident: str) -> Owner:
    return Owner(ident, node.required_text("name"), node.text("contact"), node.pointer, read_extras(node))


def _channel(node: SpecNode, ident: str) -> Channel:
    return Channel(ident, node.required_text("name"), node.choice("mode", MODES), node.pointer, read_extras(node))


def _evidence(node: SpecNode, ident: str) -> Evidence:
    sample = node.number("sample")
    return Evidence(
        id=ident,
        title=node.required_text("title"),
        kind=node.text("kind"),
        date=read_date(node, "date"),
        sample=int(sample) if sample is not None else None,
        confidence=node.choice("confidence", LEVELS),
        url=read_url(node, "url"),
        sources=node.texts("sources"),
        observed=node.flag("observed") or False,
        origin=node.pointer,
        pointer=node.pointer,
        extras=read_extras(node),
    )


def _segment(node: SpecNode, ident: str) -> Segment:
    return Segment(
        id=ident,
        name=node.required_text("name"),
        description=node.text("description"),
        traits=node.pairs("traits"),
        pointer=node.pointer,
        extras=read_extras(node),
    )


def _persona(
    node: SpecNode, ident: str, segments: ReferenceTable[Segment], evidence: ReferenceTable[Evidence]
) -> Persona:
    return Persona(
        id=ident,
        name=node.required_text("name"),
        position=node.text("position"),
        department=node.text("department"),
        segment=segments.one(node, "segment"),
        demographics=node.pairs("demographics"),
        quote=node.text("quote"),
        quotes=(),
        goals=node.texts("goals"),
        behaviors=node.texts("behaviors"),
        motivators=node.texts("motivators"),
        needs=node.texts("needs"),
        challenges=node.texts("challenges"),
        objections=node.texts("objections"),
        buying_role=node.choice("buying_role", BUYING_ROLES),
        evidence=evidence.each(node, "evidence"),
        pointer=node.pointer,
        role=node.text("role"),
        photo=read_photo(node),
        description=node.text("description"),
        extras=read_extras(node),
    )
