"""Everything that a stage claims rests on one person.

One interview shows that something happens, not how often. The rule looks at the emotions, quotes, pain points and
delights of a stage and its touchpoints that have evidence, if there are at least two. Evidence comes from one person if
its `sample` is 1, or if it has no `sample` and a single text file among its `sources`. A quote from evidence of several
persons comes from who said it (`by`).

Bad::

    title: Morning coffee
    evidence: [{id: ada, kind: interview, title: Interview with Ada, sample: 1}]
    stages:
      - name: Order
        quotes: [{text: Nobody looked up., evidence: [ada]}]
        pain_points: [{text: The queue is long, evidence: [ada]}]

Good::

    title: Morning coffee
    evidence:
      - {id: ada, kind: interview, title: Interview with Ada, sample: 1}
      - {id: counts, kind: observation, title: Queue counts in May, sample: 40}
    stages:
      - name: Order
        quotes: [{text: Nobody looked up., evidence: [ada]}]
        pain_points: [{text: The queue is long, evidence: [ada, counts]}]
"""

from collections.abc import Iterable, Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.journey import Evidence, Stage, backs

_MIN_CLAIMS = 2
_SEVERAL = None
"""In place of the one person whom a claim rests on."""


def check(case: Case) -> Iterator[Finding]:
    """Find stages whose claims all rest on the same person."""
    for stage in case.journey.stages:
        voices = list(_voices(stage))
        if len(voices) < _MIN_CLAIMS or voices[0] is _SEVERAL or len(set(voices)) > 1:
            continue
        message = f"all {len(voices)} backed claims of stage {quoted(stage.name)} rest on one person: {voices[0]}"
        yield Finding(stage.pointer, message, "ask more people, and add what they said as `evidence`")


def _voices(stage: Stage) -> Iterator[str | None]:
    """Yield for each claim with evidence the one person whom it rests on."""
    for part in walk.parts(stage):
        for quote in walk.quotes(part):
            if backs(quote.evidence):
                voice = _voice(quote.evidence)
                yield quote.speaker if voice is _SEVERAL and quote.speaker else voice
        claims = (*((part.emotion,) if part.emotion else ()), *walk.pains(part), *part.delights)
        yield from (_voice(claim.evidence) for claim in claims if backs(claim.evidence))


def _voice(evidence: Iterable[Evidence]) -> str | None:
    """Return the title of evidence that comes from one person; None where more are behind a claim."""
    pieces = [piece for piece in evidence if piece.kind != "assumption"]
    return pieces[0].title if len(pieces) == 1 and _is_of_one(pieces[0]) else _SEVERAL


def _is_of_one(piece: Evidence) -> bool:
    return piece.sample == 1 or (piece.sample is None and len(piece.text_files) == 1)


RULE = Rule(__doc__, Severity.INFO, check)
