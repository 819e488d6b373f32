"""Several negative touchpoints in a row without an opportunity.

Customers forget a single bad moment, but they talk about a long low stretch. Reported if at least `length` consecutive
touchpoints score below the middle of the scale and none of them has an opportunity. A stage with an emotion of its own,
whose touchpoints have none, counts as one.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: -1}
          - {name: Waits, emotion: -2}
          - {name: Waits on, emotion: -2}

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - {name: Sees the queue, emotion: -1}
          - {name: Waits, emotion: -2, opportunities: [Order ahead in the app]}
          - {name: Waits on, emotion: -2}
"""

from collections.abc import Iterator, Sequence

from mapgen.audit.emotion import neutral_score
from mapgen.audit.responses import answered_places
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.journey import Stage
from mapgen.model.walk import Part


def check(case: Case) -> Iterator[Finding]:
    """Find runs of negative touchpoints without an opportunity, reported at the first of each."""
    answered = answered_places(case.journey)
    for run in _runs(case):
        if len(run) >= case.number("length") and not any(part.id in answered for part in run):
            ends = f"from {quoted(run[0].name)} to {quoted(run[-1].name)}"
            message = f"{len(run)} {_noun(run)} in a row score below neutral, {ends}"
            yield Finding(run[0].pointer, message, "add an opportunity to one of them")


def _noun(run: Sequence[Part]) -> str:
    kinds = {isinstance(part, Stage) for part in run}
    return "places" if len(kinds) > 1 else "stages" if True in kinds else "touchpoints"


def _runs(case: Case) -> Iterator[Sequence[Part]]:
    """Yield the places with a bad score that follow each other; a gap ends a run."""
    neutral = neutral_score(case.journey.scale)
    parts = {location.part.id: location.part for location in walk.locations(case.journey)}
    run: list[Part] = []
    for place, emotion in case.analysis.emotion.scores:
        if emotion is not None and emotion < neutral:
            run.append(parts[place])
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


RULE = Rule(
    __doc__, Severity.WARNING, check, {"length": Setting(3, "the minimum number of negative touchpoints in a row", 2)}
)
