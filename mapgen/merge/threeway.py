"""Three pieces -> the parts of one: what only one side changed is taken; what both changed is cut, and tried again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from mapgen.merge.bracket_lines import as_lines, cut_lines
from mapgen.merge.chunks import Chunk, Parts, cut, cut_brackets, dashed, is_remark
from mapgen.record import record, replace
from mapgen.source.tree import Json

ALIKE: Final = 0.5
"""The part of its words that a thing keeps when it is renamed; one that keeps less is another thing."""


@record
class Conflict:
    """Lines that both sides changed; one side's are none where it removed them."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


Part = str | Conflict


@record
class Result:
    """A merged piece: its lines and conflicts, and the value they hold, which says nothing once there are conflicts."""

    parts: tuple[Part, ...]
    data: Json


def merge_chunks(base: Chunk | None, ours: Chunk | None, theirs: Chunk | None) -> Result | None:
    """Merge an entry that each side may have changed, added or removed; None where nothing of it is left."""
    was, here, there = (piece and piece.content for piece in (base, ours, theirs))
    if here in (there, was):
        return _taken(theirs)
    if there == was:
        return _taken(ours)
    merged = _inside(base, ours, theirs) if ours and theirs else None
    if merged is None and base and ours and ours.meaning == base.meaning:
        return _taken(theirs)
    if merged is None and base and theirs and theirs.meaning == base.meaning:
        return _taken(ours)
    if merged is None:
        return Result(_conflict(ours.lines if ours else (), theirs.lines if theirs else ()), None)
    return merged if merged.parts else None


def _taken(piece: Chunk | None) -> Result | None:
    return Result(piece.lines, piece.data) if piece else None


def _conflict(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Part, ...]:
    """Leave two versions to the author's choice, without the lines that they share at their beginning and end."""
    pairs = list(zip(ours, theirs, strict=False))
    first = next((at for at, (here, there) in enumerate(pairs) if here != there), len(pairs))
    pairs = list(zip(reversed(ours[first:]), reversed(theirs[first:]), strict=False))
    last = next((at for at, (here, there) in enumerate(pairs) if here != there), len(pairs))
    sides = Conflict(tuple(ours[first : len(ours) - last]), tuple(theirs[first : len(theirs) - last]))
    return (*ours[:first], sides, *ours[len(ours) - last :])


def _inside(base: Chunk | None, ours: Chunk, theirs: Chunk) -> Result | None:
    """Merge what both sides changed entry by entry, which may leave nothing; None where that cannot be done."""
    if type(ours.data) is not type(theirs.data):
        return None
    here, there = cut(ours), cut(theirs)
    like = here or there
    if like is None:
        return _in_brackets(base, ours, theirs) or _in_parts(base, ours, theirs, cut_lines)
    if here and there and (base is None or cut(base)):
        return _in_parts(base, ours, theirs, cut)
    return _in_parts(base, ours, theirs, lambda piece: as_lines(piece, like))


def _in_parts(base: Chunk | None, ours: Chunk, theirs: Chunk, cut_: Callable[[Chunk], Parts | None]) -> Result | None:
    """Merge what has entries in lines of their own; None where it has not, or they are laid out in another way."""
    here, there = cut_(ours), cut_(theirs)
    if here is None or there is None or here.indent != there.indent or ours.dash != theirs.dash:
        return None
    was = (base and cut_(base)) or Parts(here.head if base is None else (), (), here.indent)
    lead = _either(base.lead if base else None, ours.lead, theirs.lead)
    head = _either(was.head if was.entries else None, here.head, there.head)
    tail = _either(was.tail if was.entries else None, here.tail, there.tail)
    if lead is None or head is None or tail is None:
        return None
    entries = _entries(was.entries, here.entries, there.entries, listed=isinstance(ours.data, list))
    if not entries:
        return Result((), None)
    parts = tuple(part for _, result in entries for part in result.parts)
    return Result((*lead, *_with_dash((*head, *parts, *tail), ours.dash)), _data(ours.data, entries))


def _in_brackets(base: Chunk | None, ours: Chunk, theirs: Chunk) -> Result | None:
    """Merge two values in brackets entry by entry; None where that cannot be done, or leaves a conflict within."""
    was = cut_brackets(base) if base else None
    here, there = cut_brackets(ours), cut_brackets(theirs)
    if here is None or there is None or (base is not None and was is None) or ours.dash != theirs.dash:
        return None
    lead = _either(base.lead if base else None, ours.lead, theirs.lead)
    before = _text_of(was.before if was else None, here.before, there.before)
    behind = _text_of(was.behind if was else None, here.behind, there.behind)
    if lead is None or before is None or behind is None:
        return None
    entries = _entries(was.entries if was else (), here.entries, there.entries, listed=isinstance(ours.data, list))
    if any(isinstance(part, Conflict) for _, result in entries for part in result.parts):
        return None
    between = here.between if len(here.entries) > 1 else there.between
    text = f"{before}{between.join(''.join(map(str, result.parts)) for _, result in entries)}{behind}"
    return Result((*lead, *_with_dash((text,), ours.dash)), _data(ours.data, entries))


def _data(kind: Json, entries: Sequence[tuple[str, Result]]) -> Json:
    """Return what merged entries hold, as a mapping or a list."""
    if isinstance(kind, dict):
        return {name: result.data for name, result in entries}
    return [result.data for _, result in entries]


def _text_of(base: str | None, ours: str, theirs: str) -> str | None:
    """Return the text of the one side that changed it beyond its layout; None where both did."""
    was, here, there = (text and text.split() for text in (base, ours, theirs))
    if there in (here, was):
        return ours
    return theirs if here == was else None


def _either(base: tuple[str, ...] | None, ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the lines of the one side that changed them; None where both did."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else None


def _entries(
    base: Sequence[Chunk], ours: Sequence[Chunk], theirs: Sequence[Chunk], *, listed: bool
) -> list[tuple[str, Result]]:
    """Merge the entries of a collection, in the order of the side that changed it."""
    if listed:
        ours, theirs = _renamed(base, ours), _renamed(base, theirs)
    was, here, there = ({piece.name: piece for piece in pieces} for pieces in (base, ours, theirs))
    merged = []
    for name in _order(was, here, there):
        result = merge_chunks(was.get(name), here.get(name), there.get(name))
        if result:
            merged.append((name, result))
    return merged


def _renamed(base: Sequence[Chunk], side: Sequence[Chunk]) -> Sequence[Chunk]:
    """Give a thing that was renamed the name that it had: one that is new where one is gone, and much like it."""
    old, new = {piece.name for piece in base}, {piece.name for piece in side}
    gone = {before: piece for before, piece in _with_known_before(base, new) if piece.name not in new}
    found = []
    for before, piece in _with_known_before(side, old):
        was = None if piece.name in old else gone.pop(before, None)
        found.append(replace(piece, name=was.name) if was and _alike(was.data, piece.data) else piece)
    return found


def _with_known_before(pieces: Sequence[Chunk], known: set[str]) -> Iterator[tuple[str | None, Chunk]]:
    """Yield each piece with the name of the last one before it that both versions know."""
    before = None
    for piece in pieces:
        yield before, piece
        before = piece.name if piece.name in known else before


def _alike(one: Json, other: Json) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    same = sum(one[key] == other[key] for key in one.keys() & other.keys())
    return same >= ALIKE * max(len(one), len(other))


def _order(was: Mapping[str, Chunk], here: Mapping[str, Chunk], there: Mapping[str, Chunk]) -> list[str]:
    """Return all names in our order, or in theirs where only they changed it; each new one follows what it followed."""
    common = {name: None for name in was if name in here and name in there}
    ours_moved, theirs_moved = ([name for name in side if name in common] != [*common] for side in (here, there))
    lead, other = (there, here) if theirs_moved and not ours_moved else (here, there)
    ends = _ends(lead, was)
    groups: dict[str | None, list[list[str]]] = {end: [] for end in ends.values()}
    group: list[str] = []
    for name in (None, *other):
        if name is None or name in lead:
            group = []
            groups[ends[name]].insert(0, group)
        else:
            group.append(name)
    return [*chain(*groups.get(None, ())), *chain.from_iterable((name, *chain(*groups.get(name, ()))) for name in lead)]


def _ends(lead: Mapping[str, Chunk], was: Mapping[str, Chunk]) -> dict[str | None, str | None]:
    """Return for each name, and for the beginning, the last of the new names that follow it; itself where none does."""
    ends: dict[str | None, str | None] = {}
    end: str | None = None
    following: str | None = None
    for name in reversed([None, *lead]):
        end = end if following is not None and following not in was else name
        ends[name] = end
        following = name
    return ends


def _with_dash(parts: Sequence[Part], dash: int | None) -> tuple[Part, ...]:
    """Put the dash of a list's item back into its first line, or into that of both sides of a conflict."""
    for at, part in enumerate(parts):
        if isinstance(part, Conflict):
            sides = Conflict(dashed(part.ours, dash), dashed(part.theirs, dash))
            return (*parts[:at], sides, *parts[at + 1 :])
        if not is_remark(part):
            return (*parts[:at], *dashed((part,), dash), *parts[at + 1 :])
    return tuple(parts)
