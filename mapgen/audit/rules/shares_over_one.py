"""Scenario shares exceed 100 %.

Each customer follows one path through the journey, so the shares of all scenarios add up to at most 1. The same holds
for the shares out of a touchpoint; if those exceed 1, no map is built.

Bad::

    title: Morning coffee
    stages: [{name: Order, touchpoints: [Orders, Gets the cup]}]
    scenarios:
      - {name: Pays by card, path: [orders, gets-the-cup], share: 0.8}
      - {name: Pays cash, path: [orders, gets-the-cup], share: 0.4}

Good::

    title: Morning coffee
    stages: [{name: Order, touchpoints: [Orders, Gets the cup]}]
    scenarios:
      - {name: Pays by card, path: [orders, gets-the-cup], share: 0.8}
      - {name: Pays cash, path: [orders, gets-the-cup], share: 0.2}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.model.shares import find_excess


def check(case: Case) -> Iterator[Finding]:
    """Find scenario shares that exceed 1 in total, reported at the scenario that crosses it."""
    shares = [(scenario.share, scenario.pointer) for scenario in case.journey.scenarios if scenario.share is not None]
    if excess := find_excess(shares):
        total, pointer = excess
        message = f"scenario shares add up to {total:.4g}, more than 1"
        yield Finding(
            f"{pointer}/share", message, "each customer follows one scenario; reduce the shares to a total of at most 1"
        )


RULE = Rule(__doc__, Severity.ERROR, check)
