"""Two journeys -> Comparison: what changed in meaning, not in lines.

build_tree -> items -> match -> pairs -> differences -> changes -> assess, explain -> judge
"""

from collections.abc import Iterable, Iterator, Sequence

from mapgen.analysis import Analysis, analyze
from mapgen.diff.changes import Change, ChangeSection, Comparison
from mapgen.diff.differences import differences
from mapgen.diff.explanations import done, explained, idle, planned
from mapgen.diff.impact import assess, comparands
from mapgen.diff.matching import match
from mapgen.diff.pairs import Pairs
from mapgen.diff.scales import rescaled, same_ends
from mapgen.diff.tree import Item, build_tree
from mapgen.diff.verdict import judge
from mapgen.model.journey import Edge, EmotionScale, Journey
from mapgen.record import record


@record
class Version:
    """A journey, its analysis, its items, and the emotion scale of its spec."""

    journey: Journey
    analysis: Analysis
    items: tuple[Item, ...]
    scale: EmotionScale

    def on(self, scale: EmotionScale) -> "Version":
        """Return this version with its emotions on another scale."""
        journey = rescaled(self.journey, scale)
        return self if journey is self.journey else Version(journey, analyze(journey), build_tree(journey), self.scale)


def version(journey: Journey) -> Version:
    """Return a journey with its analysis, ready to be compared."""
    return Version(journey, analyze(journey), build_tree(journey), journey.scale)


def compare(old: Version, new: Version) -> Comparison:
    """Return the differences between two journeys, in time that grows with their size.

    Emotions are compared on the scale of the new one, so that another scale with the same feelings changes no emotion.
    """
    old = old.on(new.journey.scale)
    before, after = old.items, new.items
    pairs = match(before, after)
    side = comparands(old.journey, new.journey, old.analysis, new.analysis, pairs.new.items())
    differing = (*_scales(old, new), *differences(before, after, pairs))
    assessed = [assess(change, side) for change in differing]
    plan = is_plan(old.journey, new.journey)
    candidates = planned(before) if plan else done(before, pairs)
    if old.journey.observed or new.journey.observed:
        from mapgen.diff.observations import observed_changes

        assessed += observed_changes(old.analysis.observed, new.analysis.observed, after, pairs)
    changes = explained(assessed, candidates)
    return Comparison(
        old=old.journey,
        new=new.journey,
        verdict=judge(side, changes, pairs.new.items()),
        sections=_sections(changes, before, after, pairs),
        planned=plan,
        old_items=before,
        new_items=after,
        stayed=pairs.new,
        idle=idle(changes, candidates) if plan else (),
    )


def _scales(old: Version, new: Version) -> Iterator[Change]:
    """Yield the changes of the ends of the emotion scale in the specs."""
    if same_ends(old.scale, new.scale):
        return
    for field in ("low", "high"):
        then, now = getattr(old.scale, field), getattr(new.scale, field)
        if then != now:
            yield Change("changed", old.items[0], new.items[0], f"scale.{field}", then, now)


def is_plan(old: Journey, new: Journey) -> bool:
    """Return whether the new journey is a plan for the old one."""
    return old.state != "future" and new.state == "future"


def _sections(
    changes: Iterable[Change], before: Sequence[Item], after: Sequence[Item], pairs: Pairs
) -> tuple[ChangeSection, ...]:
    """Group the changes by stage; removed stages keep their position."""
    homes = {item.id: item for item in (*before, *after) if item.touchpoint is item}
    by_stage: dict[Item | None, list[Change]] = {}
    for change in changes:
        by_stage.setdefault(_stage(change, homes, pairs), []).append(change)
    order = _stage_order(before, after, pairs)
    return tuple(
        ChangeSection(stage, tuple(sorted(by_stage[stage], key=lambda change: (change.level, change.item.number))))
        for stage in (*order, None)
        if stage in by_stage
    )


def _stage(change: Change, homes: dict[str | None, Item], pairs: Pairs) -> Item | None:
    """Return the current stage of a change; an edge belongs to the stage where it starts."""
    item = change.item
    if isinstance(item.value, Edge):
        item = homes.get(item.value.start, item)
    stage = item.stage
    return pairs.new.get(stage, stage) if stage else None


def _stage_order(before: Sequence[Item], after: Sequence[Item], pairs: Pairs) -> list[Item]:
    order = [item for item in after if item.stage is item]
    gone_after: Item | None = None
    for item in before:
        if item.stage is item:
            if item not in pairs.new:
                order.insert(order.index(gone_after) + 1 if gone_after else 0, item)
            gone_after = pairs.new.get(item, item)
    return order
