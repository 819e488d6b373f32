"""Pairs of things -> what differs between them: one change for one thing that an author would have typed."""

from collections.abc import Iterator, Mapping, Sequence

from mapgen.diff.changes import Change
from mapgen.diff.kinds import IMPLIED, kind_of
from mapgen.diff.matching import is_counted
from mapgen.diff.order import moved
from mapgen.diff.pairs import Pairs
from mapgen.diff.tree import Item


def differences(old: Sequence[Item], new: Sequence[Item], pairs: Pairs) -> Iterator[Change]:
    """Yield every change; a thing that came or went is told as a whole, with what stands in it."""
    for item in old:
        if item not in pairs.new and (item.parent is None or item.parent in pairs.new):
            yield Change("removed", item, None)
    for item in new:
        if item not in pairs.old:
            if item.parent is None or item.parent in pairs.old:
                yield Change("added", None, item)
        else:
            yield from _of_pair(pairs.old[item], item, pairs)
            yield from _order(item, pairs)


def _of_pair(old: Item, new: Item, pairs: Pairs) -> Iterator[Change]:
    if old.parent is not None and pairs.new.get(old.parent) is not new.parent:
        yield Change("moved", old, new, before=old.parent, after=new.parent)
    if old.id != new.id and not (_is_derived(old) and _is_derived(new)):
        yield Change("changed", old, new, "id", old.id, new.id)
    before, after = pairs.first.told(old), pairs.second.told(new)
    if before != after:
        for field in _differing(before, after):
            yield Change("changed", old, new, field, value_of(old, field), value_of(new, field))


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    """Yield the fields that differ; of a part that came or went as a whole, only the part."""
    differing = [field for field in dict.fromkeys([*before, *after]) if before.get(field) != after.get(field)]
    whole: list[str] = []
    for field in differing:
        if IMPLIED.get(field) in differing or any(field.startswith(part) for part in whole):
            continue
        if (field in before) != (field in after):
            whole.append(f"{field}.")
        yield field


def value_of(item: Item, field: str) -> object:
    """Return what stands in a field, "emotion.score"; None where nothing was said."""
    held: object = item.value
    for name in field.split("."):
        held = getattr(held, name, None)
    return None if held == () else held


def _is_derived(item: Item) -> bool:
    """Tell whether an id is one that the name alone makes."""
    return item.id == (item.slug or kind_of(item.value).word) or is_counted(item)


def _order(new: Item, pairs: Pairs) -> Iterator[Change]:
    """Yield what stands in another order among those that stayed."""
    old = pairs.old[new]
    fields = dict.fromkeys(child.field for child in new.children)
    for field in fields:
        stayed = [child for child in old.children if child.field == field and _stayed(child, new, pairs)]
        places = [pairs.new[child].place for child in stayed]
        if places == sorted(places):
            continue
        if stayed[0].kind.ordered:
            yield from (Change("moved", child, pairs.new[child]) for child in _moved(stayed, pairs))
        else:
            yield Change("reordered", old, new, field)


def _stayed(child: Item, home: Item, pairs: Pairs) -> bool:
    there = pairs.new.get(child)
    return there is not None and there.parent is home


def _moved(stayed: list[Item], pairs: Pairs) -> Iterator[Item]:
    """Yield those that moved; the same ones whichever way one looks."""

    def known(child: Item) -> list[tuple[str, str]]:
        return sorted((item.id or "", item.name) for item in (child, pairs.new[child]))

    there = sorted(stayed, key=lambda child: pairs.new[child].place)
    if [known(child) for child in stayed] < [known(child) for child in there]:
        stayed, there = there, stayed
    number = {child: index for index, child in enumerate(there)}
    yield from (stayed[index] for index in sorted(moved([number[child] for child in stayed])))
