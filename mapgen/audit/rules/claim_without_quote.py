"""A claim names transcripts, and quotes nothing from them.

A quote lets readers hear what a claim rests on, and mapgen verify it. The rule applies to emotions, pain points,
delights and personas whose evidence has text files among its `sources`. A quote counts if it names the same evidence
and belongs to the persona, the touchpoint or the stage of the claim, or to one of its pain points.

Bad::

    title: Morning coffee
    evidence: [{id: talks, kind: interview, title: Interviews, sample: 6, sources: [talks/ada.txt]}]
    stages:
      - name: Order
        pain_points: [{text: The queue is long, evidence: [talks]}]

Good::

    title: Morning coffee
    evidence: [{id: talks, kind: interview, title: Interviews, sample: 6, sources: [talks/ada.txt]}]
    stages:
      - name: Order
        quotes: [{text: I waited for ten minutes., evidence: [talks]}]
        pain_points: [{text: The queue is long, evidence: [talks]}]
"""

from collections.abc import Iterable, Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.journey import Evidence, Quotation
from mapgen.model.walk import Part

_Claim = tuple[str, str, tuple[Evidence, ...]]
"""What the claim is, its pointer, and its evidence."""


def check(case: Case) -> Iterator[Finding]:
    """Find claims whose evidence has transcripts that nothing near is quoted from."""
    if not any(piece.text_files for piece in case.journey.evidence):
        return
    for persona in case.journey.personas:
        claim = f"persona {quoted(persona.name)}", persona.pointer, persona.evidence
        yield from _unquoted([claim], persona.quotes)
    for stage in case.journey.stages:
        of_stage = tuple(walk.quotes(stage))
        for part in walk.parts(stage):
            own = () if part is stage else tuple(walk.quotes(part))
            yield from _unquoted(_claims(part), (*of_stage, *own))


def _claims(part: Part) -> Iterator[_Claim]:
    if part.emotion:
        yield f"the emotion of {quoted(part.name)}", part.emotion.pointer, part.emotion.evidence
    for pain in walk.pains(part):
        yield f"pain point {quoted(pain.text)}", pain.pointer, pain.evidence
    for delight in part.delights:
        yield f"delight {quoted(delight.text)}", delight.pointer, delight.evidence


def _unquoted(claims: Iterable[_Claim], quotes: Iterable[Quotation]) -> Iterator[Finding]:
    heard = {piece.id for quote in quotes for piece in quote.evidence}
    for claim, pointer, evidence in claims:
        silent = next((piece for piece in evidence if piece.text_files), None)
        if silent and not any(piece.id in heard for piece in evidence if piece.text_files):
            message = f"{claim} quotes nothing from {quoted(silent.title)}"
            yield Finding(pointer, message, f"add `quotes` with `evidence: [{silent.id}]` there")


RULE = Rule(__doc__, Severity.INFO, check)
