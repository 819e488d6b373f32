"""The differences between two journeys, as values: changes, each with its impact, and a verdict on all of them."""

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
    """To whom a change matters; lower values come first."""

    CUSTOMER = 1  # customers notice it
    TEAM = 2  # relevant for those who work on the journey
    RECORD = 3  # it only makes the map more accurate or tidier


@record
class Change:
    """A change of an item.

    `old` and `new` are the item before and after, None if it did not exist. A changed field has its name
    ("emotion.score") and its values `before` and `after`, None if it had none; for a moved item, these are its parents.
    `effect` is the effect on the customer, None if it is unknown. `resolves` and `reopens` are pain points that the
    change closes or opens, `because` has opportunities that explain it.
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
    def item(self) -> Item:
        """The item as it is now, or as it was before its removal."""
        item = self.new or self.old
        assert item is not None  # noqa: S101 - a change is of something
        return item

    @property
    def of(self) -> str:
        """The kind of the item: "touchpoint"."""
        return self.item.kind.word


@record
class Signal:
    """A measure of a journey, before and after.

    `name` is "lowest moment", "emotions", "pain points", "exits", "conversion", "metrics", "times" or "as planned".
    `before` and `after` are its values, None if it is not a number; `gains` and `losses` count improvements and
    deteriorations, `within_chance` counts changes that may be neither.
    """

    name: str
    direction: Direction
    before: Number | None = None
    after: Number | None = None
    gains: int = 0
    losses: int = 0
    within_chance: int = 0


@record
class Verdict:
    """Whether the journey got better for the customer, by its signals; unknown ones are left out."""

    direction: Direction
    signals: tuple[Signal, ...]


@record
class ChangeSection:
    """The changes of a stage or, with None, of the whole journey; those that matter to the customer come first."""

    stage: Item | None
    changes: tuple[Change, ...]


@record
class Comparison:
    """Two journeys and their differences. `planned` if the new one is a plan for the old one.

    `stayed` maps each item of the old journey that still exists to the new one.
    """

    old: Journey
    new: Journey
    verdict: Verdict
    sections: tuple[ChangeSection, ...]
    planned: bool
    old_items: tuple[Item, ...] = ()
    new_items: tuple[Item, ...] = ()
    stayed: Mapping[Item, Item] = MappingProxyType({})
    idle: tuple[Opportunity, ...] = ()
    """In a plan: opportunities of the current journey that have no effect in the plan."""

    def changes(self) -> Iterator[Change]:
        """Yield all changes, section by section."""
        for section in self.sections:
            yield from section.changes
