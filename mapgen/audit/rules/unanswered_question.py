"""Customers ask something that no touchpoint answers.

It is asked for where at least half of the questions say in `answered_by` where they are answered.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        questions:
          - {text: Is there oat milk?, answered_by: [reads-the-board]}
          - What does it cost?
        touchpoints: [Reads the board]

Good::

    title: Morning coffee
    stages:
      - name: Order
        questions:
          - {text: Is there oat milk?, answered_by: [reads-the-board]}
          - {text: What does it cost?, answered_by: [reads-the-board]}
        touchpoints: [Reads the board]
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find questions without an answer, unlike most others."""
    questions = [question for stage in case.journey.stages for question in stage.questions]
    for question in case.missing(questions, lambda one: one.answered_by):
        message = f"nothing answers the question {quoted(question.text)}"
        yield Finding(question.pointer, message, "name in `answered_by` the touchpoints that do, or make one that does")


RULE = Rule(__doc__, Severity.INFO, check)
