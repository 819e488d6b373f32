"""A claim that decides something has no evidence.

The map draws each claim without evidence hollow. It is told of those that decisions rest on: personas, pain points that
are high or critical, and emotions at moments of truth; with `all` of the others too. Evidence of the kind `assumption`
backs nothing. It is asked for where the spec names evidence anywhere.

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

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import journey as model
from mapgen.model.journey import Evidence, Metric, Touchpoint

_Claim = tuple[str, str, tuple[Evidence, ...], bool]
"""What the claim is, its pointer, its evidence, and whether decisions rest on it."""

_BAD = 3  # `high`, and what is worse


def check(case: Case) -> Iterator[Finding]:
    """Find claims without evidence in a spec that knows of evidence."""
    if not case.journey.evidence and not case.strict:
        return
    hint = "name what it rests on as its `evidence`, or find out"
    for claim, pointer, evidence, decides in _claims(case):
        if (decides or case.settings["all"]) and not model.backs(evidence):
            yield Finding(pointer, f"{claim} rests on no evidence", hint)


def _claims(case: Case) -> Iterator[_Claim]:
    for persona in case.journey.personas:
        yield f"the persona {quoted(persona.name)}", persona.pointer, persona.evidence, True
    for stage in case.journey.stages:
        yield from _measured(stage.metrics)
        for touchpoint in stage.touchpoints:
            yield from _felt(touchpoint)
            yield from _measured(touchpoint.metrics)


def _felt(touchpoint: Touchpoint) -> Iterator[_Claim]:
    emotion = touchpoint.emotion
    if emotion and (emotion.score is not None or emotion.by):
        told = f"how {quoted(touchpoint.name)} feels"
        yield told, emotion.pointer, emotion.evidence, touchpoint.moment_of_truth is not None
    for pain in touchpoint.pain_points:
        yield f"the pain point {quoted(pain.text)}", pain.pointer, pain.evidence, model.grade(pain.severity) >= _BAD


def _measured(metrics: tuple[Metric, ...]) -> Iterator[_Claim]:
    for metric in metrics:
        if metric.value is not None:
            yield f"the metric {quoted(metric.name)}", metric.pointer, metric.evidence, False


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"all": Setting(default=False, means="tell of each claim, not only of those that decide")},
)
