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
    """Find touchpoints that no path from an entry reaches, but for those that lie behind one that is told."""
    lost = frozenset(case.analysis.flow.unreachable)
    out: dict[str, list[str]] = {}
    for way in case.analysis.flow.ways if lost else ():
        out.setdefault(way.start, []).append(way.end)
    behind: set[str] = set()
    for touchpoint in case.journey.touchpoints():
        if touchpoint.id in lost and touchpoint.id not in behind:
            behind |= _reach(touchpoint.id, out)
            hint = "lead to it in `flow`, give the way past it a share, or say `entry: true`"
            yield Finding(touchpoint.pointer, f"no way leads to {quoted(touchpoint.name)}", hint)


def _reach(start: str, out: dict[str, list[str]]) -> set[str]:
    reached = {start}
    waiting = [start]
    while waiting:
        new = [end for end in out.get(waiting.pop(), ()) if end not in reached]
        reached.update(new)
        waiting += new
    return reached


RULE = Rule(__doc__, Severity.ERROR, check)
