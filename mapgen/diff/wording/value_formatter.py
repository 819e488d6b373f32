"""Values before and after, each described with the names of its own journey."""

from mapgen.diff.changes import Change, Comparison
from mapgen.diff.tree import Item
from mapgen.diff.wording.sentence import LONG, Sentence, user_text
from mapgen.diff.wording.values import Values, way
from mapgen.model.journey import Edge, Exit, Metric
from mapgen.shortening import shortened_apart


class ValueFormatter:
    """Describes the values of a change."""

    __slots__ = ("new", "old", "planned")

    def __init__(self, comparison: Comparison) -> None:
        """Collect the names of both journeys."""
        self.old = Values(comparison.old, comparison.old_items)
        self.new = Values(comparison.new, comparison.new_items)
        self.planned = comparison.planned

    def before(self, change: Change) -> Sentence:
        """Describe the old value."""
        return self.then(change, _apart(change)[0])

    def after(self, change: Change) -> Sentence:
        """Describe the new value."""
        return self.now(change, _apart(change)[1])

    def then(self, change: Change, value: object) -> Sentence:
        """Describe a value of the field in the old journey."""
        return self.old.say(change.old or change.item, change.field, value)

    def now(self, change: Change, value: object) -> Sentence:
        """Describe a value of the field in the new journey."""
        return self.new.say(change.new or change.item, change.field, value)

    def which(self, change: Change) -> Sentence:
        """Name the item of a field, unless the heading or the touchpoint in front does."""
        item = change.item
        match item.value:
            case Metric(name=name):
                return (user_text(name), " ")
            case Exit(kind=kind):
                return (f"exit {kind} ",)
            case Edge():
                return (f"{way(item.value)} ", *self.new.ends(item), ": ")
            case _ if item is item.touchpoint or item.parent is None:
                return ()
            case _ if item is item.stage:
                return ("stage ",)
            case _:
                return (f"{item.kind.word} ", *self.new.label(item), ": ")


def _apart(change: Change) -> tuple[object, object]:
    """Return the values before and after; for two long texts, the parts that differ."""
    before, after = change.before, change.after
    if isinstance(before, str) and isinstance(after, str) and change.field not in change.item.kind.refers:
        return shortened_apart(" ".join(before.split()), " ".join(after.split()), LONG)
    return before, after


def noun(item: Item) -> str:
    """Return the noun for an item."""
    return way(item.value) if isinstance(item.value, Edge) else item.kind.word
