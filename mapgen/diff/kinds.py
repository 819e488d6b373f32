"""The kinds of things that a journey is made of -> what they are called, and by what one knows them again.

A kind that is not in the table is compared all the same, field by field: what is added to the language later is never
passed over in silence.
"""

from collections.abc import Mapping
from types import MappingProxyType

from mapgen.model import journey as model
from mapgen.record import names, record

NOTHING: Mapping[str, str] = MappingProxyType({})


@record
class Kind:
    """A kind of thing.

    `word` is what it is called, `name` the field with its name or text. `keys` are groups of fields, the surest first:
    two things that agree in one group are the same. `refers` leads from fields that hold ids to the word of what they
    name. A thing of a `still` kind never moves from one place to another: it goes here and comes there. Ids of a
    `local` kind are unique only among neighbours. The order of things of an `ordered` kind says something.
    """

    word: str
    name: str
    keys: tuple[tuple[str, ...], ...] = ()
    refers: Mapping[str, str] = NOTHING
    still: bool = False
    local: bool = False
    ordered: bool = False


KINDS: Mapping[type, Kind] = {
    model.Journey: Kind("journey", "title"),
    model.Owner: Kind("owner", "name"),
    model.Channel: Kind("channel", "name"),
    model.Evidence: Kind("evidence", "title"),
    model.Segment: Kind("segment", "name"),
    model.Persona: Kind("persona", "name"),
    model.Stage: Kind("stage", "name", refers={"concurrent_with": "stage"}, ordered=True),
    model.Touchpoint: Kind("touchpoint", "name", refers={"emotion.by": "persona"}, ordered=True),
    model.PainPoint: Kind("pain point", "text"),
    model.Opportunity: Kind("opportunity", "text", refers={"addresses": "pain point"}),
    model.Metric: Kind("metric", "name", local=True),
    model.Delight: Kind("delight", "text"),
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
    model.Link: Kind("link", "title", keys=(("url",), ("title",)), still=True),
    model.Image: Kind("picture", "alt", keys=(("src",), ("alt",)), still=True),
    model.Reading: Kind("reading", "date", keys=(("date",),), still=True),
    model.Extra: Kind("note", "key", keys=(("key",),), still=True),
}
"""The kinds in the order in which things are found again: what others name or stand in comes before them."""

DECLARED = (model.Owner, model.Channel, model.Evidence, model.Segment, model.Persona)
"""What is declared at the top of a spec, and is everywhere else only referred to."""

VALUES = (model.Duration,)
"""Records that are one value, not several fields."""

IMPLIED = {"entry": "entry_share"}
"""Fields that are set by the same key of the spec as another one, which says more."""


def kind_of(value: object) -> Kind:
    """Return the kind of a thing."""
    known = KINDS.get(type(value))
    if known:
        return known
    name = next((name for name in names(value) if isinstance(getattr(value, name), str)), "")
    return Kind(type(value).__name__.lower(), name)
