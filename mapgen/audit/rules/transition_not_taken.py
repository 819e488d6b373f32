"""No customer takes an edge of the map.

Reported if none of at least `visits` visits goes on along the edge. With 60 visits, less than 5 % do, beyond chance.

Bad::

    # observed: orders → gets-the-cup 500, waits → gets-the-cup 20
    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Waits, Gets the cup]
    flow:
      - {from: orders, to: gets-the-cup, kind: skip}
      - {from: orders, to: waits}

Good::

    # observed: orders → gets-the-cup 500
    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Gets the cup]
"""

from collections.abc import Iterator

from mapgen.analysis.flow import is_beside
from mapgen.audit.observed import observed_of
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import counted


def check(case: Case) -> Iterator[Finding]:
    """Find edges that nobody takes."""
    observed = observed_of(case)
    if observed is None:
        return
    for one, way in observed.planned():
        if one.taken.is_not_taken(int(case.number("visits"))) and not is_beside(way):
            visits = f"none of {counted(one.taken.of, 'visit')} of {observed.name(one.start)}"
            message = f"{visits} goes on to {observed.name(one.end)}"
            hint = "remove the edge, or find out why nobody takes it"
            yield Finding(way.pointer or observed.start(one.start), message, hint)


RULE = Rule(
    __doc__,
    Severity.INFO,
    check,
    {"visits": Setting(60, "the minimum number of visits of which none takes the edge", 1, 1_000_000)},
)
