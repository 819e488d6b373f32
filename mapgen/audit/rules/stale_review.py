"""The review of the map is overdue.

`review` says when the map was last found true, and how often it has to be. Without `every` it is due after the days of
the setting.

Bad, on 2026-11-01::

    title: Morning coffee
    review: {reviewed: 2026-06-01, every: P90D}
    stages: [{name: Arrive, touchpoints: [Sees the queue]}]

Good, on 2026-11-01::

    title: Morning coffee
    review: {reviewed: 2026-10-01, every: P90D}
    stages: [{name: Arrive, touchpoints: [Sees the queue]}]
"""

from collections.abc import Iterator

from mapgen.audit.days import due
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.model.journey import Duration


def check(case: Case) -> Iterator[Finding]:
    """Find a review that should have been by the day of the audit."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - tells mypy
    review = case.journey.review
    if review is None or review.reviewed is None:
        return
    day = due(review.reviewed, review.every or Duration(((case.number("days"), "days"),)))
    if day < case.day:
        message = f"the review of the map has been due since {day}"
        yield Finding("/review/reviewed", message, "look at the map together, mend it, and write the day as `reviewed`")


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"days": Setting(365, "after how many days a review is due where `every` does not say")},
    needs_day=True,
)
