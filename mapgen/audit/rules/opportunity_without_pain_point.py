"""An opportunity that addresses no pain point.

A solution without a problem is hard to prioritize and harder to stop. A touchpoint without a pain point can justify an
opportunity in other ways: customers leave there, or its emotion is negative. Reported only if at least half of the
opportunities have `addresses`. Opportunities that are done or dropped are not checked.

Bad::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            pain_points: [{id: blind, text: Nobody can tell how long it takes}]
            opportunities:
              - {text: Show the waiting time, addresses: [blind]}
              - {text: A robot that waves}

Good::

    title: Morning coffee
    stages:
      - name: Arrive
        touchpoints:
          - name: Sees the queue
            pain_points: [{id: blind, text: Nobody can tell how long it takes}]
            opportunities:
              - {text: Show the waiting time, addresses: [blind]}
              - {text: A robot that waves, status: dropped}
"""

from collections.abc import Collection, Iterator

from mapgen.audit.emotion import neutral_score, score
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.ids import reference
from mapgen.model.shares import exits_by_place
from mapgen.model.walk import Part

_LOST = frozenset({"abandon", "churn"})
_OVER = frozenset({"done", "dropped"})


def check(case: Case) -> Iterator[Finding]:
    """Find opportunities that address no pain point, unlike most others."""
    pairs = list(walk.opportunities(case.journey))
    left = {
        place for place, exits in exits_by_place(case.journey.stages) if any(leaving.kind in _LOST for leaving in exits)
    }
    for opportunity, location in case.missing(pairs, lambda pair: pair[0].addresses):
        if opportunity.status not in _OVER and not _has_reasons(location.part, case, left):
            pains = walk.pains(location.part)
            near = f": addresses: [{reference(pains[0].id)}]" if pains else ""
            message = f"opportunity {quoted(opportunity.text)} addresses no pain point"
            yield Finding(opportunity.pointer, message, f"name the pain point that it would ease{near}")


def _has_reasons(part: Part, case: Case, left: Collection[str]) -> bool:
    """Whether a stage or touchpoint without a pain point has another reason for an opportunity."""
    emotion = score(part)
    bad = emotion is not None and emotion < neutral_score(case.journey.scale)
    return not walk.pains(part) and (bad or part.id in left)


RULE = Rule(__doc__, Severity.INFO, check)
