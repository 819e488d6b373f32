"""Values then and now, each in the words of its own journey."""

from mapgen.diff.changes import Change, Comparison
from mapgen.diff.telling.sentence import Sentence, theirs
from mapgen.diff.telling.values import Values, way
from mapgen.diff.tree import Item
from mapgen.model.journey import Edge, Exit, Metric


class Voice:
    """Says the values of a change."""

    __slots__ = ("new", "old", "planned")

    def __init__(self, comparison: Comparison) -> None:
        """Learn the names of both journeys."""
        self.old = Values(comparison.old, comparison.old_things)
        self.new = Values(comparison.new, comparison.new_things)
        self.planned = comparison.planned

    def before(self, change: Change) -> Sentence:
        """Say the value then."""
        return self.then(change, change.before)

    def after(self, change: Change) -> Sentence:
        """Say the value now."""
        return self.now(change, change.after)

    def then(self, change: Change, value: object) -> Sentence:
        """Say a value of the field in the old journey."""
        return self.old.say(change.old or change.thing, change.field, value)

    def now(self, change: Change, value: object) -> Sentence:
        """Say a value of the field in the new journey."""
        return self.new.say(change.new or change.thing, change.field, value)

    def which(self, change: Change) -> Sentence:
        """Say of which thing a field is, where the heading or the touchpoint in front does not say it."""
        item = change.thing
        match item.value:
            case Metric(name=name):
                return (theirs(name), " ")
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


def noun(item: Item) -> str:
    """Return the word for a thing."""
    return way(item.value) if isinstance(item.value, Edge) else item.kind.word
