"""What was observed was counted for another version of the map.

The counts depend on the `events` of the journey and its touchpoints, on their order, and on the edges. Reported if one
of these changed since, or if a touchpoint is gone that was counted.

Bad::

    # observed: asks → orders 200, orders → pays 500
    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Pays]

Good::

    # observed: orders → pays 500
    title: Morning coffee
    stages:
      - name: Order
        touchpoints: [Orders, Pays]
"""

from collections.abc import Iterator

from mapgen.audit.observed import mapping_pointer, observation_of
from mapgen.audit.rule import Case, Finding, Rule
from mapgen.diagnostics.diagnostic import Severity
from mapgen.diagnostics.phrases import counted, quoted


def check(case: Case) -> Iterator[Finding]:
    """Find a snapshot of a journey that was different."""
    found = observation_of(case)
    if found is None:
        return
    pointer, hint = mapping_pointer(case.journey), "run mapgen observe again"
    if found.gone:
        first, *others = found.gone
        named = (
            f"{quoted(first)} and {counted(len(others), 'other touchpoint')} were" if others else f"{quoted(first)} was"
        )
        message = f"{named} counted, but the map no longer has {'them' if others else 'it'}"
        yield Finding(pointer, message, hint)
    elif found.of_this_plan is False:
        yield Finding(pointer, "what was observed was counted for an earlier version of the map", hint)


RULE = Rule(__doc__, Severity.WARNING, check)
