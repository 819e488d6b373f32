"""What a claim or quote rests on -> the words that tell it."""

from collections.abc import Iterable

from mapgen.blocks import Quote
from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Evidence, Quotation
from mapgen.words import Words


def sources(words: Words, evidence: Iterable[Evidence]) -> str | None:
    """Name the evidence in short: "Commuter interviews (n = 12)"; None where there is none."""
    return " · ".join(source(words, item) for item in evidence) or None


def source(words: Words, evidence: Evidence) -> str:
    """Name one piece of evidence, with the size of its sample."""
    if evidence.sample is None:
        return evidence.title
    return f"{evidence.title} ({words('sample-of', n=evidence.sample)})"


def grounds(view: LaneContext, evidence: tuple[Evidence, ...]) -> str | None:
    """Name the evidence in short, or say that there is none: a claim without evidence is a hypothesis."""
    hypothesis = view.words("hypothesis") if view.is_guess(evidence) else None
    return " · ".join(text for text in (hypothesis, sources(view.words, evidence)) if text) or None


def quotation(view: LaneContext, quote: Quotation, *, number: int | None = None, anchor: str | None = None) -> Quote:
    """Make the block of a quote."""
    return Quote(quote.text, view.words.quotes, number, anchor, source=said_by(view, quote))


def said_by(view: LaneContext, quote: Quotation) -> str | None:
    """Name who said it and the evidence, or that there is none: "Maya Okafor · Commuter interviews (n = 12)"."""
    return " · ".join(part for part in (quote.speaker, grounds(view, quote.evidence)) if part) or None
