"""Source, Journey, Policy -> all that an audit has to say about a spec, at its places.

Journey ──analyse──> Analysis ──audit──> findings by pointer
Source ──locate, address──> findings in the text ──waive──> those that nobody has waived
"""

from mapgen.analysis import analyse
from mapgen.audit import RULES, audit
from mapgen.audit.addresses import Addresses
from mapgen.audit.policy import Policy
from mapgen.audit.waivers import Waived, waive
from mapgen.model.journey import Journey
from mapgen.record import replace
from mapgen.source.tree import Source


def inspect(source: Source, journey: Journey, policy: Policy) -> Waived:
    """Return what there is to say about the journey of a spec, with what is wrong with its waivers."""
    found = audit(journey, analyse(journey), policy)
    addresses = Addresses(source)
    placed = [replace(one, span=source.locate(one.pointer), address=addresses.of(one.pointer)) for one in found]
    placed.sort(key=lambda one: one.span or ())
    return waive(source, placed, RULES, tuple(policy.chosen(RULES)))
