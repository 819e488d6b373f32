"""The items of two journeys -> which correspond: by id, then by content, by name, and by similarity.

A numbered id ("order.queue..2") says little: it belongs to another item after an insertion. Such items are matched by
their content. All steps treat both journeys alike, so that a comparison in the other direction matches the
same items.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from mapgen.diff.kinds import KINDS, Kind
from mapgen.diff.pairs import Pairs, Side
from mapgen.diff.similarity import MIN_SIMILARITY, Features, find_features, similarity, traits
from mapgen.diff.tree import Item

MAX_COMMON = 40
"""A word in more items than that leads to no candidates."""

MAX_CANDIDATES = 8
"""The most items that an item is compared with in detail."""

Key = Callable[[Item, Side], Hashable | None]
"""The value that two corresponding items share; None if an item has none."""


def match(old: Sequence[Item], new: Sequence[Item]) -> Pairs:
    """Return the pairs of corresponding items."""
    backwards = _is_backwards(old, new)
    first, second = (new, old) if backwards else (old, new)
    pairs = Pairs()
    pairs.add(first[0], second[0])
    of_first, of_second = _by_word(first[1:]), _by_word(second[1:])
    for word in dict.fromkeys([*(kind.word for kind in KINDS.values()), *of_first]):
        if word in of_first and word in of_second:
            _match_kind(of_first[word], of_second[word], pairs)
    return (pairs.turned() if backwards else pairs).settled(old)


def _is_backwards(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """Return whether to start with the new journey; the first difference decides, so both directions start alike."""
    for before, after in zip(old, new, strict=False):
        if before.kind is not after.kind or before.id != after.id or before.own != after.own:
            return _as_text(before) > _as_text(after)
    return len(old) > len(new)


def _as_text(item: Item) -> tuple[str, str, str]:
    return item.kind.word, item.id or "", repr(list(item.own.items()))


def _by_word(items: Iterable[Item]) -> dict[str, list[Item]]:
    by_word: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_word[item.kind.word].append(item)
    return by_word


def _match_kind(first: list[Item], second: list[Item], pairs: Pairs) -> None:
    """Match the items of a kind, by the most reliable keys first."""
    for key in _keys(first[0].kind, first, second):
        first, second = pairs.rest(first, second)
        if not first or not second:
            return
        _match_by(key, first, second, pairs)
    first, second = pairs.rest(first, second)
    if first and second:
        _match_alike(first, second, pairs)


def _keys(kind: Kind, first: Sequence[Item], second: Sequence[Item]) -> Iterator[Key]:
    """Yield the keys, the most reliable first; matches in the same parent come before others."""
    if first[0].id is not None:
        yield _ids(first, second, local=kind.local)
    fields = [_content, *(_fields(*names) for names in kind.keys), _fields(kind.name)]
    yield from map(_here, fields)
    if not kind.still:
        yield from fields


def _ids(first: Iterable[Item], second: Iterable[Item], *, local: bool) -> Key:
    """Return the key that compares ids, where they are reliable.

    The ids of items with the same name are longer, and change when one of them is added or removed.
    """
    names: set[str] = set()
    for items in (first, second):
        count = Counter(item.slug for item in items)
        names.update(name for name, number in count.items() if number > 1)

    def key(item: Item, side: Side) -> Hashable | None:
        if local:
            return side.home(item), item.id
        derived = item.slug in names and item.is_derived
        return None if derived else item.id

    return key


def _content(item: Item, side: Side) -> Hashable:
    return frozenset(side.fields(item).items())


def _fields(*names: str) -> Key:
    def key(item: Item, side: Side) -> Hashable | None:
        fields = side.fields(item)
        return tuple(fields[name] for name in names) if all(name in fields for name in names) else None

    return key


def _here(key: Key) -> Key:
    """Return a key that also compares the parent."""

    def here(item: Item, side: Side) -> Hashable | None:
        home, value = side.home(item), key(item, side)
        return None if home is None or value is None else (home, item.field, value)

    return here


def _match_by(key: Key, first: Iterable[Item], second: Iterable[Item], pairs: Pairs) -> None:
    waiting: dict[Hashable, list[Item]] = defaultdict(list)
    for item in second:
        waiting[key(item, pairs.second)].append(item)
    for queue in waiting.values():
        queue.reverse()
    for item in first:
        value = key(item, pairs.first)
        if value is not None and waiting.get(value):
            pairs.add(item, waiting[value].pop())


def _match_alike(first: Sequence[Item], second: Sequence[Item], pairs: Pairs) -> None:
    """Match the most similar items, down to a minimum."""
    fields = [(item, pairs.first.fields(item)) for item in first] + [
        (item, pairs.second.fields(item)) for item in second
    ]
    every = find_features(fields)
    ours, theirs = every[: len(first)], every[len(first) :]
    similar: list[tuple[float, int, int]] = []
    for number, near in enumerate(_candidates(ours, theirs, pairs)):
        home = pairs.first.home(first[number])
        for other in near:
            together = home is second[other].parent
            if together or not first[number].kind.still:
                alike = similarity(ours[number], theirs[other], together=together)
                similar += [(-alike, number, other)] if alike >= MIN_SIMILARITY else []
    for _, number, other in sorted(similar):
        if first[number] not in pairs.new and second[other] not in pairs.old:
            pairs.add(first[number], second[other])


def _candidates(ours: Iterable[Features], theirs: Iterable[Features], pairs: Pairs) -> Iterator[list[int]]:
    """Yield for each of ours those of theirs with which it shares a rare trait, at most `MAX_CANDIDATES`."""
    holders: dict[object, list[int]] = defaultdict(list)
    for number, features in enumerate(theirs):
        for trait in (*traits(features), ("home", features.item.parent)):
            holders[trait].append(number)
    rare = {trait: numbers for trait, numbers in holders.items() if len(numbers) <= MAX_COMMON}
    for features in ours:
        near: Counter[int] = Counter()
        for trait in (*traits(features), ("home", pairs.first.home(features.item))):
            near.update(rare.get(trait, ()))
        yield [number for number, _ in sorted(near.items(), key=lambda pair: (-pair[1], pair[0]))[:MAX_CANDIDATES]]
