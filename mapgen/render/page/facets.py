"""View, things -> the facets that a page can be filtered by: each value with its name, and which things have it."""

from collections.abc import Iterator, Sequence
from typing import get_args

from mapgen.lanes.lane import LaneContext
from mapgen.model.journey import Severity, Turn
from mapgen.record import record
from mapgen.render.page.details.item import DetailItem
from mapgen.render.page.details.tags import ANY_TURN


@record
class Facet:
    """A way to filter; `values` are pairs of an id and a name, in an order that makes sense."""

    id: str
    title: str
    values: tuple[tuple[str, str], ...]


def facets(view: LaneContext, things: Sequence[DetailItem]) -> tuple[Facet, ...]:
    """Return the facets that tell things apart: one whose values all touchpoints share would change nothing."""
    return tuple(_told_apart(facet, things) for facet in _all(view) if _told_apart(facet, things).values)


def _told_apart(facet: Facet, things: Sequence[DetailItem]) -> Facet:
    """Leave out values that nothing on the way has; and all of them where every touchpoint has each."""
    own = [set(thing.tags.get(facet.id, ())) for thing in things if thing.kind not in _DECLARED]
    points = [set(thing.tags[facet.id]) for thing in things if thing.kind == "touchpoint"]
    used = {value for values in own for value in values}
    everywhere = facet.id in _SHARED and all(values >= used for values in points)
    values = () if everywhere else tuple(pair for pair in facet.values if pair[0] in used)
    return Facet(facet.id, facet.title, values)


_DECLARED = frozenset({"persona", "segment", "owner", "channel", "evidence"})
_SHARED = frozenset({"persona", "segment"})


def _all(view: LaneContext) -> Iterator[Facet]:
    words, journey = view.words, view.journey
    turns = ((turn, words(f"turn-{turn}")) for turn in get_args(Turn))
    severities = ((severity, words(f"severity-{severity}")) for severity in reversed(get_args(Severity)))
    yield Facet("persona", words("persona"), tuple((one.id, one.name) for one in journey.personas))
    yield Facet("segment", words("segment"), tuple((one.id, one.name) for one in journey.segments))
    yield Facet("owner", words("owner"), tuple((one.id, one.name) for one in journey.owners))
    yield Facet("channel", words("channel"), tuple((one.id, one.name) for one in journey.channels))
    yield Facet("severity", words("severity"), tuple(severities))
    yield Facet("moment", words("moment-of-truth"), (*turns, (ANY_TURN, words("moment-of-truth"))))
    backed = (("evidence", words("evidence-backed")), ("hypothesis", words("hypothesis")))
    yield Facet("grounds", words("evidence"), backed)
    yield Facet("scenario", words("scenario"), tuple((one.id, one.name) for one in journey.scenarios))
