"""Text of a spec and new values -> the spec with these values, in the one layout, its comments kept."""

import copy
from collections.abc import Callable, Iterable, Sequence
from itertools import count

from mapgen.formatting.from_data import scalar_text
from mapgen.formatting.nodes import Collection, Node, NodeEntry, Scalar, Tree
from mapgen.record import record, replace
from mapgen.source.tree import Json

Step = str | int


@record
class Edit:
    """A value at a place: the keys and indexes that lead there. A key that is new is added, and an index at the end."""

    path: tuple[Step, ...]
    value: Json


def edited_tree(tree: Tree, edits: Iterable[Edit]) -> Tree:
    """Return a tree with new values; comments stay at the entries that they are about."""
    fresh = count(1 + max((entry.number for entry in _entries(tree.root)), default=0))
    root = tree.root
    for edit in edits:
        changed = _put(root, edit.path, edit.value, lambda: next(fresh))
        assert isinstance(changed, Collection)  # noqa: S101 - a spec is a mapping, and stays one
        root = changed
    return replace(tree, root=root)


def edited_data(data: Json, edits: Iterable[Edit]) -> Json:
    """Return the data of a spec with new values."""
    whole = copy.deepcopy(data)
    for edit in edits:
        holder: Json = whole
        for step, following in zip(edit.path, edit.path[1:], strict=False):
            holder = _held(holder, step, [] if isinstance(following, int) else {})
        _set(holder, edit.path[-1], copy.deepcopy(edit.value))
    return whole


def _entries(node: Node) -> Iterable[NodeEntry]:
    if isinstance(node, Collection):
        for entry in node.entries:
            yield entry
            yield from _entries(entry.value)


def _put(node: Node, path: Sequence[Step], value: Json, fresh: Callable[[], int]) -> Node:
    """Return a node with a value somewhere in it."""
    if not path:
        return _node(value, fresh)
    assert isinstance(node, Collection)  # noqa: S101 - a path leads through mappings and lists
    step, *rest = path
    entries = list(node.entries)
    at = next(
        (at for at, entry in enumerate(entries) if step in {entry.name, at if node.kind == "list" else None}), None
    )
    if at is None:
        entries.append(_entry(None if node.kind == "list" else str(step), _nested(rest, value), fresh))
    else:
        entries[at] = replace(entries[at], value=_put(entries[at].value, rest, value, fresh))
    return replace(node, entries=tuple(entries))


def _nested(path: Sequence[Step], value: Json) -> Json:
    """Return a value inside the new mappings and lists that a path names."""
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value


def _node(value: Json, fresh: Callable[[], int]) -> Node:
    """Return a node for data; its places are before the text, where no comment is."""
    place = -fresh()
    if isinstance(value, dict):
        entries = tuple(_entry(key, held, fresh) for key, held in value.items())
        return Collection("map", True, place, place, 0, entries)  # noqa: FBT003 - in brackets where it fits
    if isinstance(value, list):
        return Collection("list", True, place, place, 0, tuple(_entry(None, held, fresh) for held in value))  # noqa: FBT003
    return Scalar(scalar_text(value, in_brackets=True), place, place)


def _entry(key: str | None, value: Json, fresh: Callable[[], int]) -> NodeEntry:
    written = None if key is None else scalar_text(key, is_key=True)
    return NodeEntry(fresh(), -1, written, key, _node(value, fresh))


def _held(holder: Json, step: Step, empty: Json) -> Json:
    """Return what a mapping or a list has at a step, made where it has nothing there."""
    if isinstance(holder, list) and isinstance(step, int):
        if step == len(holder):
            holder.append(empty)
        return holder[step]
    assert isinstance(holder, dict)  # noqa: S101 - a path leads through mappings and lists
    return holder.setdefault(str(step), empty)


def _set(holder: Json, step: Step, value: Json) -> None:
    if isinstance(holder, list) and isinstance(step, int):
        holder[step : step + 1] = [value]
    elif isinstance(holder, dict):
        holder[str(step)] = value
