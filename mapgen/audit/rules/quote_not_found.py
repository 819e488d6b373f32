"""A quote is not in the text files of its evidence.

A quote says what somebody said, word by word. If the evidence that it names has text files among its `sources`, such as
transcripts, the quote must be in one of them; white space and the kind of quotation marks do not count. Correct the
quote, or the evidence that it names. A quote that is a summary is a thought. The specs below say what is in the file
`talks/ada.txt`: *I waited for ten minutes. Nobody looked up.*

Bad::

    title: Morning coffee
    evidence: [{id: ada, kind: interview, title: Interview with Ada, sources: [talks/ada.txt]}]
    stages:
      - name: Order
        quotes: [{text: I waited for half an hour., evidence: [ada]}]

Good::

    title: Morning coffee
    evidence: [{id: ada, kind: interview, title: Interview with Ada, sources: [talks/ada.txt]}]
    stages:
      - name: Order
        quotes: [{text: I waited for ten minutes., evidence: [ada]}]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import listed, quoted
from mapgen.model import walk
from mapgen.model.journey import Quotation

_MAX_NAMES = 3  # files that a message names


def check(case: Case) -> Iterator[Finding]:
    """Find quotes that were searched in vain."""
    search = case.journey.search
    if search is None:
        return
    for quote in walk.all_quotes(case.journey):
        if quote.pointer in search.missing:
            near = search.missing[quote.pointer]
            hint = (
                f"{near} has it with other capital letters; quote it as it is there"
                if near
                else "quote it word by word, or correct the `evidence` that it names"
            )
            yield Finding(quote.pointer, f"the quote {quoted(quote.text)} is not in {_files(quote)}", hint)


def _files(quote: Quotation) -> str:
    names = [name for piece in quote.evidence for name in piece.text_files]
    if len(names) > _MAX_NAMES:
        return f"the {len(names)} text files of its evidence"
    return listed([quoted(name) for name in names])


RULE = Rule(__doc__, Severity.ERROR, check)
