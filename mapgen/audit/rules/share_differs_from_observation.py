"""A share on the map differs from what was observed.

Compares each share of an edge or an exit with the part of the visits that was observed. Reported if the observed share
is further away than `tolerance`, and its confidence interval too, so that few visits are no reason. Of a touchpoint
whose shares are not stated, but follow from others, the largest difference is reported. A future state is not compared.

Bad::

    # observed: orders → pays 380, orders → exit 620
    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, exits: [{kind: abandon, share: 0.1}], opportunities: [A second till]}
          - Pays

Good::

    # observed: orders → pays 380, orders → exit 620
    title: Morning coffee
    stages:
      - name: Order
        touchpoints:
          - {name: Orders, exits: [{kind: abandon, share: 0.62}], opportunities: [A second till]}
          - Pays
"""

from collections.abc import Iterator, Mapping

from mapgen.analysis.observation import ObservedShare
from mapgen.audit.number_text import percent
from mapgen.audit.observed import Observed, observed_of
from mapgen.audit.rule import Case, Finding, Rule, Setting
from mapgen.diagnostics.diagnostic import Severity
from mapgen.model.shares import exits_by_place

_Difference = tuple[str | None, ObservedShare]


def check(case: Case) -> Iterator[Finding]:
    """Find shares that are wrong beyond the tolerance and beyond chance."""
    observed = observed_of(case)
    if observed is None:
        return
    tolerance = case.number("tolerance")
    differences: dict[str, list[_Difference]] = {}
    for start, end, taken in observed.whole.shares():
        if taken.known and taken.differs(tolerance):
            differences.setdefault(start, []).append((end, taken))
    stated = _stated(case, observed)
    for start, here in differences.items():
        written = [(stated[start, end], end, taken) for end, taken in here if (start, end) in stated]
        if written:
            yield from (_finding(observed, pointer, start, (end, taken)) for pointer, end, taken in written)
        else:
            yield _finding(observed, observed.start(start), start, max(here, key=_size))


def _stated(case: Case, observed: Observed) -> Mapping[tuple[str, str | None], str]:
    """Return the pointers to the shares of the spec, by where customers come from and where they go."""
    found: dict[tuple[str, str | None], str] = {
        ends: f"{way.pointer}/share" for ends, way in observed.ways.items() if way.pointer and way.share is not None
    }
    largest: dict[str, float] = {}
    for place, exits in exits_by_place(case.journey.stages):
        for leaving in exits:
            if leaving.share is not None and leaving.share >= largest.get(place, 0):
                largest[place] = leaving.share
                found[place, None] = f"{leaving.pointer}/share"
    return found


def _finding(observed: Observed, pointer: str, start: str, difference: _Difference) -> Finding:
    end, taken = difference
    message = f"{observed.visits(start, end, taken)}, but the map says {percent(taken.planned or 0)}"
    hint = "write the share that was observed, or find out what is different"
    if taken.share is not None and pointer.endswith("/share"):
        hint = f"write share: {taken.share:.2g}, as it was observed, or find out what is different"
    return Finding(pointer, message, hint)


def _size(difference: _Difference) -> float:
    return abs(difference[1].difference or 0)


RULE = Rule(
    __doc__,
    Severity.WARNING,
    check,
    {"tolerance": Setting(0.05, "how far the observed share may be from that of the map", 0, 1)},
)
