"""A persona without emotions.

A persona takes part in the journey through its emotions: `emotion: {by: {maya: 1}}`. Reported only if at least half of
the personas have emotions of their own.

Bad::

    title: Morning coffee
    personas: [Ada, Ben]
    stages:
      - {name: Order, touchpoints: [{name: Orders, emotion: {score: 1, by: {ada: 1}}}]}

Good::

    title: Morning coffee
    personas: [Ada, Ben]
    stages:
      - {name: Order, touchpoints: [{name: Orders, emotion: {score: 1, by: {ada: 1, ben: 0}}}]}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted
from mapgen.model.ids import reference


def check(case: Case) -> Iterator[Finding]:
    """Find personas without a score of their own, unlike most others."""
    feeling = {persona for persona, _ in case.analysis.emotion.series}
    if feeling <= {None}:
        return
    for persona in case.missing(case.journey.personas, lambda persona: persona.id in feeling):
        message = f"persona {quoted(persona.name)} has no emotion at any touchpoint"
        yield Finding(
            persona.pointer,
            message,
            f"add emotion: {{by: {{{reference(persona.id)}: …}}}} where it differs, or remove the persona",
        )


RULE = Rule(__doc__, Severity.INFO, check)
