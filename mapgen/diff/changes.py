"""What differs between two journeys, as values: changes, each with its meaning, and a verdict over all of them."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Literal

from mapgen.diff.tree import Item
from mapgen.model.journey import Journey, Number, Opportunity, PainPoint
from mapgen.record import record

What = Literal["added", "removed", "changed", "moved", "reordered"]
Effect = Literal["better", "worse"]
Direction = Literal["better", "worse", "mixed", "same"]


class Level(IntEnum):
    """Whom a change matters to; a lower value comes first."""

    CUSTOMER = 1  # the customer can feel it
    TEAM = 2  # those who work on the journey want to know
    RECORD = 3  # it makes the map truer, tidier or prettier


@record
class Change:
    """One change of one thing.

    `old` and `new` are the thing then and now, None where it was not there. A change of a field has its name
    ("emotion.score") and its values `before` and `after`, None where nothing was said; a thing that moved, what it
    stood in and stands in. `effect` is what it means for the customer, None where that cannot be told. `resolves` and
    `reopens` are pain points that it closes or opens, `because` opportunities that explain it.
    """

    what: What
    old: Item | None
    new: Item | None
    field: str = ""
    before: object = None
    after: object = None
    level: Level = Level.TEAM
    effect: Effect | None = None
    resolves: tuple[PainPoint, ...] = ()
    reopens: tuple[PainPoint, ...] = ()
    because: tuple[Opportunity, ...] = ()

    @property
    def thing(self) -> Item:
        """The thing as it is now, or as it was last."""
        item = self.new or self.old
        assert item is not None  # noqa: S101 - a change is of something
        return item

    @property
    def of(self) -> str:
        """The word for the thing: "touchpoint"."""
        return self.thing.kind.word


@record
class Signal:
    """One figure by which a journey is judged, then and now.

    `name` says which: "lowest moment", "emotions", "pain points", "exits", "conversion" or "metrics". `before` and
    `after` are the figure, None where it is not one; `gains` and `losses` count what got better and worse.
    """

    name: str
    direction: Direction
    before: Number | None = None
    after: Number | None = None
    gains: int = 0
    losses: int = 0


@record
class Verdict:
    """Whether the journey got better for the customer, by its signals; those that cannot be told are not there."""

    direction: Direction
    signals: tuple[Signal, ...]


@record
class Section:
    """The changes of a stage, or, with None, of the journey as a whole; what matters to the customer first."""

    stage: Item | None
    changes: tuple[Change, ...]


@record
class Comparison:
    """Two journeys and what differs. `planned` if one is what is and the other what shall be.

    `stayed` leads from each thing of the old journey that is still there to what it is now.
    """

    old: Journey
    new: Journey
    verdict: Verdict
    sections: tuple[Section, ...]
    planned: bool
    old_things: tuple[Item, ...] = ()
    new_things: tuple[Item, ...] = ()
    stayed: Mapping[Item, Item] = MappingProxyType({})
    idle: tuple[Opportunity, ...] = ()
    """In a plan: opportunities of the journey as it is whose effect cannot be seen in what shall be."""

    def changes(self) -> Iterator[Change]:
        """Yield all changes, section by section."""
        for section in self.sections:
            yield from section.changes
