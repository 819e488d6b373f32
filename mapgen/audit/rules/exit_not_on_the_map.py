"""Customers leave where the map has no exit.

Reported if at least `share` of the visits of a touchpoint are the last of their journey, beyond chance, and the
touchpoint has no `exits` and is no end of the map.

Bad::

    # observed: orders → pays 700, orders → exit 300
    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Pays]

Good::

    # observed: orders → pays 700, orders → exit 300
    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, exits: [{kind: abandon, share: 0.3}], opportunities: [A second till]}
          - Pays
"""

from collections.abc import Iterator

from mapgen.audit.observed import EXIT, observed_of
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints without an exit where many leave."""
    observed = observed_of(case)
    if observed is None:
        return
    for place, here in observed.whole.touchpoints.items():
        leaving = here.exit
        if leaving is None or leaving.known or leaving.share is None or leaving.interval.low < case.number("share"):
            continue
        message = f"{observed.visits(place, EXIT, leaving)}, but the map has no exit there"
        hint = f"add exits: [{{kind: abandon, share: {leaving.share:.2g}}}], and an opportunity that would keep them"
        yield Finding(observed.start(place), message, hint)


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"share": Setting(0.1, "the minimum share of the visits that are the last", 0, 1)},
)
