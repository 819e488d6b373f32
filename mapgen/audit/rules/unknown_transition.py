"""Customers take a transition that the map does not have.

Reported if at least `share` of the visits of a touchpoint go on to another one that no edge leads to, beyond chance.
Touchpoints without events, such as a phone call, may be between them: an edge by way of those is an edge.

Bad::

    # observed: orders → waits 800, orders → gets-the-cup 200
    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Waits, Gets the cup]

Good::

    # observed: orders → waits 800, orders → gets-the-cup 200
    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Waits, Gets the cup]
    flow:
      - {from: orders, to: gets-the-cup, kind: skip, share: 0.2}
"""

from collections.abc import Iterator

from mapgen.audit.observed import observed_of
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.model.ids import reference


def check(case: Case) -> Iterator[Finding]:
    """Find frequent transitions without an edge."""
    observed = observed_of(case)
    if observed is None:
        return
    order = {place: number for number, place in enumerate(observed.touchpoints)}
    for one in observed.whole.transitions:
        taken = one.taken
        if taken.known or taken.share is None or taken.interval.low < case.number("share"):
            continue
        kind = "skip" if order[one.end] > order[one.start] else "back" if one.start != one.end else "repeat"
        ends = f"from: {reference(one.start)}, to: {reference(one.end)}"
        message = f"{observed.visits(one.start, one.end, taken)}, which the map does not have"
        hint = f"add {{{ends}, kind: {kind}, share: {taken.share:.2g}}} to `flow`, or find out why they do"
        yield Finding(observed.start(one.start), message, hint)


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"share": Setting(0.05, "the minimum share of the visits that take the transition", 0, 1)},
)
