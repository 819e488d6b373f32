"""What was observed is outdated.

Reported if the data of the snapshot beside the spec end more than `days` ago. Refresh it on a schedule, so that a pull
request shows what changed.

Bad, on 2026-11-01::

    # observed until 2026-06-01: orders → pays 500
    title: Morning coffee
    events: {customer: guest, name: event, time: at, ends_after: 1 day}
    stages:
      - name: Order
        touchpoints: [{name: Orders, events: order}, {name: Pays, events: pay}]

Good, on 2026-11-01::

    # observed until 2026-10-01: orders → pays 500
    title: Morning coffee
    events: {customer: guest, name: event, time: at, ends_after: 1 day}
    stages:
      - name: Order
        touchpoints: [{name: Orders, events: order}, {name: Pays, events: pay}]
"""

from collections.abc import Iterator

from mapgen.analysis.observation import day
from mapgen.audit.number_text import days_or_months
from mapgen.audit.observed import mapping_pointer, observation_of
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.model.calendar import age_in_days


def check(case: Case) -> Iterator[Finding]:
    """Find a snapshot that is too old on the day of the audit."""
    assert case.day, "the rule says that it needs a day"  # noqa: S101 - for mypy
    found = observation_of(case)
    if found is None:
        return
    until = day(found.snapshot.until)
    days = age_in_days(until, case.day)
    if days > case.number("days"):
        message = f"what was observed ends on {until}, {days_or_months(days)} ago"
        yield Finding(mapping_pointer(case.journey), message, "run mapgen observe with newer data")


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"days": Setting(92, "the age in days after which an observation is outdated")},
    needs_day=True,
)
