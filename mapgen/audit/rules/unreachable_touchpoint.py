"""A touchpoint that cannot be reached from the start of the journey.

A `next` or `skip` edge without a share replaces the step to the next touchpoint, which is then reached only if another
edge leads to it. If customers can start the journey there, set `entry: true`.

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
    """Find touchpoints that no path from an entry reaches; those behind a reported one are left out."""
    lost = frozenset(case.analysis.flow.unreachable)
    out: dict[str, list[str]] = {}
    for edge in case.analysis.flow.ways if lost else ():
        out.setdefault(edge.start, []).append(edge.end)
    behind: set[str] = set()
    for touchpoint in case.journey.touchpoints():
        if touchpoint.id in lost and touchpoint.id not in behind:
            behind |= _reach(touchpoint.id, out)
            hint = "add an edge to it in `flow`, give the edge past it a share, or set `entry: true`"
            yield Finding(touchpoint.pointer, f"touchpoint {quoted(touchpoint.name)} cannot be reached", hint)


def _reach(start: str, out: dict[str, list[str]]) -> set[str]:
    reached = {start}
    waiting = [start]
    while waiting:
        new = [end for end in out.get(waiting.pop(), ()) if end not in reached]
        reached.update(new)
        waiting += new
    return reached


RULE = Rule(__doc__, Severity.ERROR, check)
