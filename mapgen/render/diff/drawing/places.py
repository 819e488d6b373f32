"""Comparison -> the columns of a map of both versions, and where those of each version stand in it."""

from collections.abc import Sequence
from itertools import chain

from mapgen.diff.changes import Comparison
from mapgen.diff.tree import Item
from mapgen.lanes.grid import Cell


class MergedColumns:
    """Where things stand. A thing that is in both versions is told by the new one of the two.

    `stages` are those of both versions with their columns, first up to, and not with, last; `columns` are what stands
    in each, a touchpoint or a stage without any.
    """

    def __init__(self, comparison: Comparison) -> None:
        """Weave the stages of two versions, and in each its touchpoints."""
        self._stayed = comparison.stayed
        self._known = set(comparison.stayed.values())
        self._gone = {item for item in comparison.old_items if item not in comparison.stayed}
        before, after = _stages(comparison.old_items), _stages(comparison.new_items)
        self._old, self._new = _columns(before), _columns(after)
        self._numbered = [item for item in self._old if item.touchpoint is item]
        touchpoints = (item for item in self._new if item.touchpoint is item)
        self._numbers = {item: number for number, item in enumerate(touchpoints, start=1)}
        homes = {self.today(stage): stage for stage in before}
        self.stages: list[tuple[Item, int, int]] = []
        self.columns: list[Item] = []
        for stage in self._woven(before, after):
            own = _touchpoints(stage) if stage not in self._gone else []
            content = self._woven(_touchpoints(homes[stage]) if stage in homes else [], own)
            first = len(self.columns)
            self.columns += content or [stage]
            self.stages.append((stage, first, len(self.columns)))
        self._at = {item: index for index, item in enumerate(self.columns)}
        self._ranges = {stage: (first, last) for stage, first, last in self.stages}

    def today(self, item: Item) -> Item:
        """Return what a thing of the old version is now, itself where it is gone."""
        return self._stayed.get(item, item)

    def is_gone(self, item: Item) -> bool:
        """Return whether a thing is in the old version alone."""
        return item in self._gone

    def now(self, cell: Cell, *, narrow: bool) -> tuple[int, int]:
        """Return the columns of a cell of the new map; those of whole stages where its row is not `narrow`."""
        return self._range(self._new[cell.first], self._new[cell.last - 1], narrow=narrow)

    def then(self, cell: Cell, *, narrow: bool) -> tuple[int, int]:
        """Return the columns of a cell of the old map."""
        ends = self._old[cell.first], self._old[cell.last - 1]
        if not narrow:  # a touchpoint may stand in another stage now, its old stage still stands where it stood
            ends = tuple(item.stage or item for item in ends)  # type: ignore[assignment]  # two of two
        return self._range(*map(self.today, ends), narrow=narrow)

    def scored(self, cell: Cell, anchor: str | None, *, old: bool) -> Item:
        """Return what a score is about, as it is now: a touchpoint, or the stage that the `anchor` names."""
        item = (self._old if old else self._new)[cell.first]
        stage = item.stage or item
        return self.today(stage if anchor == f"emotion-{stage.id}" else item)

    def all_gone(self, cell: Cell, *, narrow: bool) -> bool:
        """Return whether all that a cell of the old map is about is gone."""
        own = self._old[cell.first : cell.last]
        return all(item in self._gone if narrow else (item.stage or item) in self._gone for item in own)

    def lost_number(self, number: int | None) -> bool:
        """Return whether the touchpoint that had a number in the old map is gone."""
        return number is not None and self._numbered[number - 1] in self._gone

    def renumbered(self, number: int | None) -> int | None:
        """Return the number that a touchpoint of the old map has now."""
        return None if number is None else self._numbers.get(self.today(self._numbered[number - 1]))

    def is_new(self, item: Item) -> bool:
        """Return whether a column of the new version was not there before."""
        return item not in self._gone and item not in self._known

    def _range(self, first: Item, last: Item, *, narrow: bool) -> tuple[int, int]:
        if narrow and first in self._at and last in self._at:
            return self._at[first], self._at[last] + 1
        return self._ranges[first.stage or first][0], self._ranges[last.stage or last][1]

    def _woven(self, before: Sequence[Item], after: Sequence[Item]) -> list[Item]:
        """Return what is there now, and between that what is gone, behind what it stood behind."""
        here = set(after)
        gone: dict[Item | None, list[Item]] = {None: []}
        behind: Item | None = None
        for item in before:
            there = self.today(item)
            if there in self._gone:
                gone[behind].append(there)
            elif there in here:
                behind = there
                gone.setdefault(behind, [])
        return [*gone[None], *chain.from_iterable((item, *gone.get(item, ())) for item in after)]


def _stages(things: Sequence[Item]) -> list[Item]:
    return [item for item in things if item.stage is item]


def _touchpoints(stage: Item) -> list[Item]:
    return [item for item in stage.children if item.touchpoint is item]


def _columns(stages: Sequence[Item]) -> list[Item]:
    return [item for stage in stages for item in _touchpoints(stage) or [stage]]
