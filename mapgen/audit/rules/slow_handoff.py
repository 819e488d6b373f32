"""A handoff takes long.

Reported if at least half of those who take an edge with a `handoff` arrive more than `days` later. The time is that
from the last event at the first touchpoint to the first event at the next one.

Bad::

    # observed: complains → gets-an-answer 900 after 3 days
    title: Morning coffee
    owners: [Bar team, Office]
    stages:
      - name: Complain
        touchpoints: [Complains, Gets an answer]
    flow:
      - {from: complains, to: gets-an-answer, handoff: {from: bar-team, to: office, carries: [receipt]}}

Good::

    # observed: complains → gets-an-answer 900 after 3 hours
    title: Morning coffee
    owners: [Bar team, Office]
    stages:
      - name: Complain
        touchpoints: [Complains, Gets an answer]
    flow:
      - {from: complains, to: gets-an-answer, handoff: {from: bar-team, to: office, carries: [receipt]}}
"""

from collections.abc import Iterator

from mapgen.audit.observed import observed_of
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity


def check(case: Case) -> Iterator[Finding]:
    """Find handoffs of which half take longer than the setting."""
    observed = observed_of(case)
    if observed is None:
        return
    from mapgen.observe.definitions import DAY, bucket_range

    for one, way in observed.planned():
        if way.handoff and one.median is not None and one.taken.count:
            shortest, _ = bucket_range(one.median)
            if shortest >= case.number("days") * DAY:
                ends = f"from {observed.name(one.start)} to {observed.name(one.end)}"
                message = f"half of the handoffs {ends} take {shortest / DAY:.1f} days or more"
                hint = "add an opportunity that would speed it up, or raise `days` in the settings"
                yield Finding(f"{way.pointer}/handoff", message, hint)


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"days": Setting(1, "the days after which a handoff is slow", 0, 92)},
)
