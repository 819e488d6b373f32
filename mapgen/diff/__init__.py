"""Two journeys -> Comparison: what changed, told by what it means and not by its lines.

grow -> things -> match -> pairs -> differences -> changes -> meant, explained -> judged
"""

from collections.abc import Iterable, Sequence

from mapgen.analysis import Analysis, analyse
from mapgen.diff.changes import Change, Comparison, Section
from mapgen.diff.differences import differences
from mapgen.diff.matching import match
from mapgen.diff.meaning import both, meant
from mapgen.diff.pairs import Pairs
from mapgen.diff.reasons import done, explained, idle, planned
from mapgen.diff.tree import Item, grow
from mapgen.diff.verdict import judge
from mapgen.model.journey import Edge, Journey
from mapgen.record import record


@record
class Version:
    """A journey, what was computed of it, and its things."""

    journey: Journey
    analysis: Analysis
    things: tuple[Item, ...]


def version(journey: Journey) -> Version:
    """Return a journey as one to compare, with what can be computed of it."""
    return Version(journey, analyse(journey), grow(journey))


def compare(old: Version, new: Version) -> Comparison:
    """Return what differs between two journeys, in time that grows with their size."""
    before, after = old.things, new.things
    pairs = match(before, after)
    side = both(old.journey, new.journey, old.analysis, new.analysis, pairs.new.items())
    changes = [meant(change, side) for change in differences(before, after, pairs)]
    plan = is_plan(old.journey, new.journey)
    candidates = planned(before) if plan else done(before, pairs)
    told = explained(changes, candidates)
    return Comparison(
        old=old.journey,
        new=new.journey,
        verdict=judge(side, told, pairs.new.items()),
        sections=_sections(told, before, after, pairs),
        planned=plan,
        old_things=before,
        new_things=after,
        stayed=pairs.new,
        idle=idle(told, candidates) if plan else (),
    )


def is_plan(old: Journey, new: Journey) -> bool:
    """Tell whether the new journey is what shall become of the old one."""
    return old.state != "future" and new.state == "future"


def _sections(
    changes: Iterable[Change], before: Sequence[Item], after: Sequence[Item], pairs: Pairs
) -> tuple[Section, ...]:
    """Put each change to its stage; stages that are gone stand where they stood."""
    homes = {item.id: item for item in (*before, *after) if item.touchpoint is item}
    found: dict[Item | None, list[Change]] = {}
    for change in changes:
        found.setdefault(_stage(change, homes, pairs), []).append(change)
    order = _stage_order(before, after, pairs)
    return tuple(
        Section(stage, tuple(sorted(found[stage], key=lambda change: (change.level, change.thing.number))))
        for stage in (*order, None)
        if stage in found
    )


def _stage(change: Change, homes: dict[str | None, Item], pairs: Pairs) -> Item | None:
    """Return the stage of a change, as it is now; a way belongs to where it starts."""
    item = change.thing
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
