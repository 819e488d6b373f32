"""What a claim rests on -> the words that tell it."""

from collections.abc import Iterable

from mapgen.model.journey import Evidence, backs
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
