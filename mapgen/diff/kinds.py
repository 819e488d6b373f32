"""The kinds of items in a journey -> their names, and the fields that identify them.

A kind that is not in the table is compared as well, field by field: additions to the language are never ignored.
"""

from collections.abc import Mapping
from types import MappingProxyType

from mapgen.model import journey as model
from mapgen.record import names, record

NOTHING: Mapping[str, str] = MappingProxyType({})


@record
class Kind:
    """A kind of item.

    `word` is its name, `name` the field with the name or text of an item. `keys` are groups of fields, the most
    reliable first: two items that agree in a group are the same. `refers` maps fields with ids to the kind that they
    reference. An item of a `still` kind never moves from one place to another: it is removed and added. Ids of a
    `local` kind are unique only among siblings. The order of items of an `ordered` kind is significant.
    """

    word: str
    name: str
    keys: tuple[tuple[str, ...], ...] = ()
    refers: Mapping[str, str] = NOTHING
    still: bool = False
    local: bool = False
    ordered: bool = False


KINDS: Mapping[type, Kind] = {
    model.Journey: Kind("journey", "title", refers={"events.segment.values": "segment"}),
    model.Owner: Kind("owner", "name"),
    model.Channel: Kind("channel", "name"),
    model.Evidence: Kind("evidence", "title"),
    model.Segment: Kind("segment", "name"),
    model.Persona: Kind("persona", "name"),
    model.Stage: Kind("stage", "name", refers={"concurrent_with": "stage", "emotion.by": "persona"}, ordered=True),
    model.Touchpoint: Kind("touchpoint", "name", refers={"emotion.by": "persona"}, ordered=True),
    model.PainPoint: Kind("pain point", "text"),
    model.BlueprintItem: Kind("blueprint item", "text"),
    model.Opportunity: Kind("opportunity", "text", refers={"addresses": "pain point"}),
    model.Metric: Kind("metric", "name", local=True),
    model.Delight: Kind("delight", "text"),
    model.Quotation: Kind("quote", "text"),
    model.Question: Kind("question", "text", refers={"answered_by": "touchpoint"}),
    model.Requirement: Kind("requirement", "text"),
    model.Exit: Kind("exit", "reason", keys=(("kind", "reason"), ("reason",), ("kind",), ("share",)), still=True),
    model.Edge: Kind(
        "way",
        "trigger",
        keys=(("start", "end", "kind"), ("start", "end"), ("start", "kind"), ("end", "kind")),
        refers={"start": "touchpoint", "end": "touchpoint"},
    ),
    model.Scenario: Kind("scenario", "name", refers={"path": "touchpoint"}),
    model.Experiment: Kind("experiment", "name", refers={"opportunity": "opportunity", "metric": "metric"}),
    model.MappedEvent: Kind("event", "name", keys=(("name", "where"), ("name",)), still=True),
    model.Link: Kind("link", "title", keys=(("url",), ("title",)), still=True),
    model.Image: Kind("picture", "alt", keys=(("src",), ("alt",)), still=True),
    model.Reading: Kind("reading", "date", keys=(("date",),), still=True),
    model.Extra: Kind("note", "key", keys=(("key",),), still=True),
}
"""The kinds in the order in which items are matched: those that others reference or are in come first."""

DECLARED = (model.Owner, model.Channel, model.Evidence, model.Segment, model.Persona)
"""Kinds that are declared at the top level of a spec, and only referenced elsewhere."""

VALUES = (model.Duration, model.Interval, model.Condition, model.TimeColumn)
"""Records that are compared as one value, not field by field."""

IMPLIED = {"entry": "entry_share"}
"""Fields that the same key of the spec sets as another, more specific one."""


def kind_of(value: object) -> Kind:
    """Return the kind of an item."""
    known = KINDS.get(type(value))
    if known:
        return known
    name = next((name for name in names(value) if isinstance(getattr(value, name), str)), "")
    return Kind(type(value).__name__.lower(), name)
