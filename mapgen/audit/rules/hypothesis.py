"""An important claim without evidence.

The map draws every claim without evidence hollow, as a hypothesis. This rule reports the claims that decisions rest on:
personas, pain points of high or critical severity, and emotions at moments of truth; with `all`, every claim. Evidence
of kind `assumption` does not count. Reported only if the spec declares any evidence.

Bad::

    title: Morning coffee
    evidence: [{id: counts, kind: observation, title: Queue counts in May}]
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: {score: -1, evidence: [counts]}}
          - {name: Is greeted by name, emotion: 2, moment_of_truth: delight}

Good::

    title: Morning coffee
    evidence: [{id: counts, kind: observation, title: Queue counts in May}]
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: {score: -1, evidence: [counts]}}
          - {name: Is greeted by name, emotion: {score: 2, evidence: [counts]}, moment_of_truth: delight}
"""

from collections.abc import Iterable, Iterator

from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import journey as model
from mapgen.model import walk
from mapgen.model.journey import Evidence, Metric, Quotation
from mapgen.model.walk import Part

_Claim = tuple[str, str, tuple[Evidence, ...], bool]
"""What the claim is, its pointer, its evidence, and whether decisions rest on it."""

_BAD = 3  # `high`, and what is worse


def check(case: Case) -> Iterator[Finding]:
    """Find claims without evidence in a spec that declares evidence."""
    if not case.journey.evidence and not case.strict:
        return
    hint = "add `evidence` that supports it, or collect some"
    for claim, pointer, evidence, decides in _claims(case):
        if (decides or case.settings["all"]) and not model.backs(evidence):
            yield Finding(pointer, f"{claim} has no evidence", hint)


def _claims(case: Case) -> Iterator[_Claim]:
    for persona in case.journey.personas:
        yield f"persona {quoted(persona.name)}", persona.pointer, persona.evidence, True
        yield from _said(persona.quotes)
    for location in walk.locations(case.journey):
        yield from _said(walk.quotes(location.part))
        yield from _felt(location.part)
        yield from _measured(location.part.metrics)


def _said(quotes: Iterable[Quotation]) -> Iterator[_Claim]:
    for quote in quotes:
        yield f"quote {quoted(quote.text)}", quote.pointer, quote.evidence, False


def _felt(part: Part) -> Iterator[_Claim]:
    emotion = part.emotion
    if emotion and (emotion.score is not None or emotion.by):
        claim = f"the emotion of {quoted(part.name)}"
        yield claim, emotion.pointer, emotion.evidence, part.moment_of_truth is not None
    for pain in walk.pains(part):
        yield f"pain point {quoted(pain.text)}", pain.pointer, pain.evidence, model.grade(pain.severity) >= _BAD


def _measured(metrics: tuple[Metric, ...]) -> Iterator[_Claim]:
    for metric in metrics:
        if metric.value is not None:
            yield f"metric {quoted(metric.name)}", metric.pointer, metric.evidence, False


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"all": Setting(default=False, means="whether to report every claim, not only those that decisions rest on")},
)
