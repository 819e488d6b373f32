"""A touchpoint without an emotion.

The emotion curve has a gap there. Reported only if at least half of the touchpoints have an emotion: a score for all
customers or for a persona, of their own or of their stage.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, emotion: 1}
          - {name: Pays}

Good::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, emotion: 1}
          - {name: Pays, emotion: 0}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model import walk
from mapgen.model.walk import Part


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints without a score, unlike most others."""
    pairs = walk.touchpoints(case.journey)
    for touchpoint, _ in case.missing(pairs, lambda pair: _has_score(pair[0]) or _has_score(pair[1])):
        message = f"touchpoint {quoted(touchpoint.name)} has no emotion"
        yield Finding(touchpoint.pointer, message, "ask customers, or add your assumption")


def _has_score(part: Part) -> bool:
    emotion = part.emotion
    return emotion is not None and (emotion.score is not None or bool(emotion.by))


RULE = Rule(__doc__, Severity.INFO, check)
