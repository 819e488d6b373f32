"""A customer question that no touchpoint answers.

Reported only if at least half of the questions have `answered_by`.

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
    for question in case.missing(questions, lambda question: question.answered_by):
        message = f"no touchpoint answers the question {quoted(question.text)}"
        yield Finding(
            question.pointer, message, "list the touchpoints that answer it in `answered_by`, or add one that does"
        )


RULE = Rule(__doc__, Severity.INFO, check)
