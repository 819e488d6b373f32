"""Journey, transcripts -> where each quote is found in the transcripts of its evidence."""

from collections.abc import Callable, Sequence

from mapgen.analysis.transcripts import Transcript, fold_quote
from mapgen.model import walk
from mapgen.model.journey import Evidence, Journey
from mapgen.model.quote_search import QuoteSearch

MAX_CHARACTERS = 500_000_000
"""The most characters that are compared for one journey; quotes beyond are not searched."""

Named = tuple[str, Transcript]
"""What a transcript is called, and its text."""


def search_quotes(journey: Journey, transcripts: Callable[[Evidence], Sequence[Named] | None]) -> QuoteSearch:
    """Search each quote in the transcripts of its evidence.

    `transcripts` returns None for evidence of which not all can be read: a quote that is not found in the others may
    be there.
    """
    places: dict[str, str] = {}
    missing: dict[str, str] = {}
    left = MAX_CHARACTERS
    for quote in walk.all_quotes(journey):
        named = [transcripts(piece) for piece in quote.evidence if piece.text_files]
        known = [pair for pairs in named if pairs is not None for pair in pairs]
        folded = fold_quote(quote.text)
        if not named or not folded:
            continue
        left -= sum(len(transcript.text) for _, transcript in known)
        if left < 0:
            return QuoteSearch(places, missing, quote.pointer)
        if place := _place(folded, known):
            places[quote.pointer] = place
        elif None not in named:
            missing[quote.pointer] = _place(folded.lower(), known, lower=True) or ""
    return QuoteSearch(places, missing)


def _place(folded: str, transcripts: Sequence[Named], *, lower: bool = False) -> str | None:
    found = ((name, transcript.line_of(folded, lower=lower)) for name, transcript in transcripts)
    return next((f"{name}:{line}" for name, line in found if line is not None), None)
