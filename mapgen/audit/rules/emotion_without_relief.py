"""Customers feel bad for several touchpoints on end, and nobody has an idea.

One bad moment is forgotten, a long way down is what they tell others. It is told of as many touchpoints with a score
below the middle of the scale, one after the other, as the setting says, if none of them has an opportunity.

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

from mapgen.audit.figures import middle, score
from mapgen.audit.remedies import answered_touchpoints
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.journey import Touchpoint


def check(case: Case) -> Iterator[Finding]:
    """Find runs of bad touchpoints without an opportunity, told at the first of each."""
    answered = answered_touchpoints(case.journey)
    for run in _runs(case):
        if len(run) >= case.number("length") and not any(one.id in answered for one in run):
            message = f"{len(run)} touchpoints in a row feel bad, from {quoted(run[0].name)} to {quoted(run[-1].name)}"
            yield Finding(run[0].pointer, message, "write down as an opportunity at one of them what would help")


def _runs(case: Case) -> Iterator[Sequence[Touchpoint]]:
    """Yield the touchpoints with a bad score that follow each other; a gap ends a run."""
    neutral = middle(case.journey.scale)
    run: list[Touchpoint] = []
    for touchpoint in case.journey.touchpoints():
        felt = score(touchpoint)
        if felt is not None and felt < neutral:
            run.append(touchpoint)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


RULE = Rule(__doc__, Severity.WARNING, check, {"length": Setting(3, "how many bad touchpoints on end are too many", 2)})
