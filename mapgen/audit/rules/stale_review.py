"""The review of the map is overdue.

`review` records when the map was last reviewed and how often it has to be. Without `every`, the next review is due
after `days` days.

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

from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.model.calendar import add_duration, last_day
from mapgen.model.journey import Duration


def check(case: Case) -> Iterator[Finding]:
    """Find a review that is overdue on the day of the audit."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - for mypy
    review = case.journey.review
    if review is None or review.reviewed is None:
        return
    every = review.every or Duration(((case.number("days"), "days"),))
    due = add_duration(last_day(review.reviewed), every)
    if due and due < case.day:
        message = f"the map has been due for review since {due}"
        yield Finding(
            "/review/reviewed", message, "review the map with the team, update it, and set `reviewed` to the date"
        )


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"days": Setting(365, "the number of days after which a review is due if `every` is not set")},
    needs_day=True,
)
