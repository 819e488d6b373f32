"""No way leads to a touchpoint from where the journey begins.

A `next` or `skip` way takes the place of the way to the next touchpoint, which is then reached only where another way
leads to it. Whoever can begin the journey there makes it an `entry`.

Bad::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Pays, Gets the cup]
    flow:
      - {from: orders, to: gets-the-cup, kind: skip}

Good::

    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Pays, Gets the cup]
    flow:
      - {from: orders, to: gets-the-cup, kind: skip, share: 0.3}
"""

from collections.abc import Iterator

from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import quoted


def check(case: Case) -> Iterator[Finding]:
    """Find touchpoints that no path from an entry reaches, the first of each run of them."""
    lost = frozenset(case.analysis.flow.unreachable)
    led = {way.end for way in case.analysis.flow.ways if way.start in lost and way.end != way.start}
    for touchpoint in case.journey.touchpoints():
        if touchpoint.id in lost and touchpoint.id not in led:
            hint = "lead to it in `flow`, give the way past it a share, or say `entry: true`"
            yield Finding(touchpoint.pointer, f"no way leads to {quoted(touchpoint.name)}", hint)


RULE = Rule(__doc__, Severity.ERROR, check)
