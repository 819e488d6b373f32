"""What a claim or quote rests on -> the words that tell it."""

from collections.abc import Iterable

from mapgen.blocks import Quote
from mapgen.model.journey import Evidence, Quotation, backs
from mapgen.words import Words


def sources(words: Words, evidence: Iterable[Evidence]) -> str | None:
    """Name the evidence in short: "Commuter interviews (n = 12)"; None where there is none."""
    return " · ".join(source(words, item) for item in evidence) or None


def source(words: Words, evidence: Evidence) -> str:
    """Name one piece of evidence, with the size of its sample."""
    if evidence.sample is None:
        return evidence.title
    return f"{evidence.title} ({words('sample-of', n=evidence.sample)})"


def grounds(words: Words, evidence: Iterable[Evidence]) -> str:
    """Name the evidence in short, or say that there is none: a claim without evidence is a hypothesis."""
    pieces = tuple(evidence)
    told = sources(words, pieces)
    if told is None or backs(pieces):
        return told or words("hypothesis")
    return f"{words('hypothesis')} · {told}"


def quotation(words: Words, quote: Quotation, *, number: int | None = None, anchor: str | None = None) -> Quote:
    """Make the block of a quote."""
    return Quote(quote.text, words.quotes, number, anchor, source=said_by(words, quote))


def said_by(words: Words, quote: Quotation) -> str:
    """Name who said it and the evidence, or that there is none: "Maya Okafor · Commuter interviews (n = 12)"."""
    return " · ".join(part for part in (quote.speaker, grounds(words, quote.evidence)) if part)
