"""The things of two journeys -> which is which: by id, then by content, by name, and by likeness.

An id that was only counted ("touchpoint-3", "queue-2") says little: it goes to another thing when something is put in
front. Such things are found again by what they are. All steps treat the two journeys alike, so that the way back
pairs the same things.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from mapgen.diff.kinds import KINDS, Kind
from mapgen.diff.likeness import ALIKE, Look, likeness, looks, traits
from mapgen.diff.pairs import Pairs, Side
from mapgen.diff.tree import Item

COMMON = 40
"""A word in more things than that leads to no candidates."""

CANDIDATES = 8
"""How many things one is looked at with closely."""

Key = Callable[[Item, Side], Hashable | None]
"""What makes a thing the same as one of the other journey; None where it has no such thing."""


def match(old: Sequence[Item], new: Sequence[Item]) -> Pairs:
    """Return which thing is which."""
    backwards = _is_backwards(old, new)
    first, second = (new, old) if backwards else (old, new)
    pairs = Pairs()
    pairs.add(first[0], second[0])
    of_first, of_second = _by_word(first[1:]), _by_word(second[1:])
    for word in dict.fromkeys([*(kind.word for kind in KINDS.values()), *of_first]):
        if word in of_first and word in of_second:
            _match_kind(of_first[word], of_second[word], pairs)
    return (pairs.turned() if backwards else pairs).settled(old)


def is_counted(item: Item) -> bool:
    """Tell whether an id was perhaps only counted, because the name alone made none or one that was taken."""
    ident, base = item.id or "", item.slug
    stem, _, number = ident.rpartition("-")
    if not base:
        return ident == "metric" or (number.isdecimal() and stem == item.kind.word.replace(" ", "-"))
    return ident != base and number.isdecimal() and base.startswith(stem)


def _is_backwards(old: Sequence[Item], new: Sequence[Item]) -> bool:
    """Tell which journey to begin with, whichever is the old one: by the first thing in which they differ."""
    for one, other in zip(old, new, strict=False):
        if one.kind is not other.kind or one.id != other.id or one.own != other.own:
            return _as_text(one) > _as_text(other)
    return len(old) > len(new)


def _as_text(item: Item) -> tuple[str, str, str]:
    return item.kind.word, item.id or "", repr(list(item.own.items()))


def _by_word(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item.kind.word].append(item)
    return found


def _match_kind(first: list[Item], second: list[Item], pairs: Pairs) -> None:
    """Pair the things of one kind, the surest first."""
    for key in _keys(first[0].kind, first, second):
        first, second = pairs.rest(first, second)
        if not first or not second:
            return
        _match_by(key, first, second, pairs)
    first, second = pairs.rest(first, second)
    if first and second:
        _match_alike(first, second, pairs)


def _keys(kind: Kind, first: Sequence[Item], second: Sequence[Item]) -> Iterator[Key]:
    """Yield what makes two things the same, the surest first; what stands in the same thing goes before."""
    if first[0].id is not None:
        yield _ids(first, second, local=kind.local)
    fields = [_content, *(_fields(*names) for names in kind.keys), _fields(kind.name)]
    yield from map(_here, fields)
    if not kind.still:
        yield from fields


def _ids(first: Iterable[Item], second: Iterable[Item], *, local: bool) -> Key:
    """Return the key that is the id, where it says something.

    Where things bear the same name, their ids were counted, and go to others when one of them comes or goes.
    """
    names: set[str] = set()
    for items in (first, second):
        count = Counter(item.slug for item in items)
        names.update(name for name, number in count.items() if number > 1)

    def key(item: Item, side: Side) -> Hashable | None:
        if local:
            return side.home(item), item.id
        derived = item.id in names and item.id == item.slug
        return None if derived or is_counted(item) else item.id

    return key


def _content(item: Item, side: Side) -> Hashable:
    return frozenset(side.told(item).items())


def _fields(*names: str) -> Key:
    def key(item: Item, side: Side) -> Hashable | None:
        told = side.told(item)
        return tuple(told[name] for name in names) if all(name in told for name in names) else None

    return key


def _here(key: Key) -> Key:
    """Return the key of the same thing in the same place."""

    def here(item: Item, side: Side) -> Hashable | None:
        home, found = side.home(item), key(item, side)
        return None if home is None or found is None else (home, item.field, found)

    return here


def _match_by(key: Key, first: Iterable[Item], second: Iterable[Item], pairs: Pairs) -> None:
    waiting: dict[Hashable, list[Item]] = defaultdict(list)
    for item in second:
        waiting[key(item, pairs.second)].append(item)
    for queue in waiting.values():
        queue.reverse()
    for item in first:
        found = key(item, pairs.first)
        if found is not None and waiting.get(found):
            pairs.add(item, waiting[found].pop())


def _match_alike(first: Sequence[Item], second: Sequence[Item], pairs: Pairs) -> None:
    """Pair what is most alike, as long as it is alike enough."""
    told = [(item, pairs.first.told(item)) for item in first] + [(item, pairs.second.told(item)) for item in second]
    every = looks(told)
    ours, theirs = every[: len(first)], every[len(first) :]
    found: list[tuple[float, int, int]] = []
    for number, near in enumerate(_candidates(ours, theirs, pairs)):
        home = pairs.first.home(first[number])
        for other in near:
            together = home is second[other].parent
            if together or not first[number].kind.still:
                alike = likeness(ours[number], theirs[other], together=together)
                found += [(-alike, number, other)] if alike >= ALIKE else []
    for _, number, other in sorted(found):
        if first[number] not in pairs.new and second[other] not in pairs.old:
            pairs.add(first[number], second[other])


def _candidates(ours: Iterable[Look], theirs: Iterable[Look], pairs: Pairs) -> Iterator[list[int]]:
    """Yield for each of ours those of theirs with which it shares something rare, at most `CANDIDATES`."""
    holders: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(theirs):
        for trait in (*traits(one), ("home", one.item.parent)):
            holders[trait].append(number)
    rare = {trait: held for trait, held in holders.items() if len(held) <= COMMON}
    for one in ours:
        near: Counter[int] = Counter()
        for trait in (*traits(one), ("home", pairs.first.home(one.item))):
            near.update(rare.get(trait, ()))
        yield [number for number, _ in sorted(near.items(), key=lambda pair: (-pair[1], pair[0]))[:CANDIDATES]]
