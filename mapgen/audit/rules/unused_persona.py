"""The emotions of other personas are told, and one persona has none.

A persona is a part of the journey by how it feels: `emotion: {by: {maya: 1}}`. It is asked for where at least half of
the personas have an emotion of their own.

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


def check(case: Case) -> Iterator[Finding]:
    """Find personas without a score of their own, unlike most others."""
    feeling = {persona for persona, _ in case.analysis.emotion.series}
    if feeling <= {None}:
        return
    for persona in case.missing(case.journey.personas, lambda one: one.id in feeling):
        message = f"nobody says how {quoted(persona.name)} feels at any touchpoint"
        yield Finding(
            persona.pointer,
            message,
            f"write emotion: {{by: {{{persona.id}: …}}}} where it differs, or take the persona out",
        )


RULE = Rule(__doc__, Severity.INFO, check)
