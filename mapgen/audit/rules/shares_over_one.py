"""More than all customers are spoken for.

The shares out of a touchpoint are parts of one whole; where they are more, mapgen makes no map. The shares of the
scenarios are parts of one whole too: each customer goes one way through the journey.

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
    """Find scenarios that together take more than everybody, told at the one with which it becomes too much."""
    shares = [(one.share, one.pointer) for one in case.journey.scenarios if one.share is not None]
    if excess := find_excess(shares):
        total, pointer = excess
        message = f"the shares of the scenarios add up to {total:.4g}, which is more than 1"
        yield Finding(f"{pointer}/share", message, "each customer goes one way; make the shares parts of one whole")


RULE = Rule(__doc__, Severity.ERROR, check)
