"""What a spec quotes at a stage, touchpoint, pain point or persona -> quotes."""

from mapgen.model.declared_items import Evidence, Persona, Quotation
from mapgen.model.node import SpecNode
from mapgen.model.references import ReferenceTable


def read_quotes(
    node: SpecNode, personas: ReferenceTable[Persona], evidence: ReferenceTable[Evidence]
) -> tuple[Quotation, ...]:
    """Return the quotes of a part of the spec; one may be by somebody whom the spec does not declare."""
    if "quotes" not in node.fields:  # of most pain points, and there may be tens of thousands
        return ()
    return tuple(_quote(item, personas, evidence) for item in node.children("quotes", short="text"))


def _quote(node: SpecNode, personas: ReferenceTable[Persona], evidence: ReferenceTable[Evidence]) -> Quotation:
    persona = personas.known(node, "by")
    return Quotation(
        text=node.required_text("text"),
        persona=persona,
        by=None if persona else node.text("by"),
        evidence=evidence.each(node, "evidence"),
        pointer=node.pointer,
    )
