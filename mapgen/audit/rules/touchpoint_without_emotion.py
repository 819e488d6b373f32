"""Nobody says how a touchpoint feels.

The emotion curve has a gap there. It is asked for where at least half of the touchpoints have an emotion, a score for
all customers or one for a persona.

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
from mapgen.model.journey import Touchpoint


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints without a score, unlike most others."""
    for touchpoint in case.missing(case.journey.touchpoints(), _has_score):
        message = f"nobody says how {quoted(touchpoint.name)} feels"
        yield Finding(
            touchpoint.pointer, message, "ask customers, or write what you think: without evidence it is drawn hollow"
        )


def _has_score(touchpoint: Touchpoint) -> bool:
    emotion = touchpoint.emotion
    return emotion is not None and (emotion.score is not None or bool(emotion.by))


RULE = Rule(__doc__, Severity.INFO, check)
