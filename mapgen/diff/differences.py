"""Pairs of items -> their differences: one change for each edit that an author would make."""

from collections.abc import Iterator, Mapping, Sequence

from mapgen.diff.changes import Change
from mapgen.diff.kinds import IMPLIED
from mapgen.diff.moved_items import moved
from mapgen.diff.pairs import Pairs
from mapgen.diff.tree import Item


def differences(old: Sequence[Item], new: Sequence[Item], pairs: Pairs) -> Iterator[Change]:
    """Yield every change; an added or removed item is one change with all its content."""
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
    if old.id != new.id and not (old.is_derived and new.is_derived):
        yield Change("changed", old, new, "id", old.id, new.id)
    before, after = pairs.first.fields(old), pairs.second.fields(new)
    if before != after:
        for field in _differing(before, after):
            yield Change("changed", old, new, field, value_of(old, field), value_of(new, field))


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    """Yield the fields that differ; for a part that was added or removed as a whole, only the part."""
    differing = [field for field in dict.fromkeys([*before, *after]) if before.get(field) != after.get(field)]
    whole: list[str] = []
    for field in differing:
        if IMPLIED.get(field) in differing or any(field.startswith(part) for part in whole):
            continue
        if (field in before) != (field in after):
            whole.append(f"{field}.")
        yield field


def value_of(item: Item, field: str) -> object:
    """Return the value of a field, "emotion.score"; None if it has none."""
    value: object = item.value
    for name in field.split("."):
        value = getattr(value, name, None)
    return None if value == () else value


def _order(new: Item, pairs: Pairs) -> Iterator[Change]:
    """Yield the changes of order among the items that stayed."""
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


def _stayed(child: Item, parent: Item, pairs: Pairs) -> bool:
    new = pairs.new.get(child)
    return new is not None and new.parent is parent


def _moved(stayed: list[Item], pairs: Pairs) -> Iterator[Item]:
    """Yield the items that moved; the same ones in both directions."""

    def identity(child: Item) -> list[tuple[str, str]]:
        return sorted((item.id or "", item.name) for item in (child, pairs.new[child]))

    target = sorted(stayed, key=lambda child: pairs.new[child].place)
    if [identity(child) for child in stayed] < [identity(child) for child in target]:
        stayed, target = target, stayed
    number = {child: index for index, child in enumerate(target)}
    yield from (stayed[index] for index in sorted(moved([number[child] for child in stayed])))
