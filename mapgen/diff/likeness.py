"""Two things of one kind -> how alike they are, from 0 to 1, by name, content and place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import fsum

from mapgen.diff.tree import Item
from mapgen.record import record

ALIKE = 0.4
"""From here on, two things are the same one that was changed."""

_WORD = re.compile(r"\w+")
_LETTERS_ALONE = 0x2E80  # from here on, most scripts write no blanks between words
_WHOLE = 0.9  # what name and content can say together; the rest is the place
_CONTENT = 0.5  # what content can say of that, if there is much of it
_ENOUGH = 2.0  # so much content says half of what it could
_TOKEN = 0.5  # what a value that many things share says, measured by a word of a text
_SHOWN = 2_000  # characters of a text that are looked at


@record
class Look:
    """What a thing is recognised by: the letters of its name, and its content, each part with its weight."""

    item: Item
    name: frozenset[str]
    content: Mapping[object, float]
    weight: float


def looks(things: Iterable[tuple[Item, Mapping[str, object]]]) -> list[Look]:
    """Return what things are recognised by, from what was said of each; what many share weighs little."""
    contents = [(item, _content(item, told)) for item, told in things]
    count: Counter[object] = Counter()
    for _, content in contents:
        count.update(content.keys())
    weighed = ((item, {part: 2 * value / count[part] for part, value in content.items()}) for item, content in contents)
    return [Look(item, letters(item.name), content, fsum(content.values())) for item, content in weighed]


def likeness(a: Look, b: Look, *, together: bool) -> float:
    """Return how alike two things are; `together` if they stand in the same thing."""
    of_all = a.weight + b.weight
    shared = 2 * fsum(a.content[part] for part in a.content.keys() & b.content.keys())
    said = _CONTENT * of_all / (of_all + 2 * _ENOUGH)
    content = shared / of_all if of_all else 0.0
    name = 2 * len(a.name & b.name) / (len(a.name) + len(b.name)) if a.name or b.name else 0.0
    return (_WHOLE - said) * name + said * content + (1 - _WHOLE if together else 0.0)


def traits(one: Look) -> Iterator[object]:
    """Yield what leads to other things that may be the same: the parts of its content, the words of its name."""
    yield from one.content
    yield from (("name", word) for word in words(one.item.name))


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, and pairs of letters where a script writes no blanks."""
    for word in _WORD.findall(text[:_SHOWN].casefold()):
        if ord(word[0]) < _LETTERS_ALONE:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))


@cache
def letters(name: str) -> frozenset[str]:
    """Return the groups of letters of a name: of three, or of two where a script writes no blanks."""
    size = 3 if name.isascii() or max(map(ord, name)) < _LETTERS_ALONE else 2
    padded = f" {' '.join(_WORD.findall(name[:_SHOWN].casefold()))} "
    return frozenset(padded[at : at + size] for at in range(len(padded) - size + 1)) if padded.strip() else frozenset()


def _content(item: Item, told: Mapping[str, object]) -> dict[object, float]:
    content: dict[object, float] = {}
    for field, value in told.items():
        if field != item.kind.name:
            content.update(_features(field, value))
    for child in item.children:
        content.update((word, 1.0) for word in words(child.name))
    return content


def _features(field: str, value: object) -> Iterator[tuple[object, float]]:
    match value:
        case bool():
            if value:
                yield (field, value), _TOKEN
        case str():
            found = list(words(value))
            if len(found) > 1:
                yield from ((word, 1.0) for word in found)
            else:
                yield (field, value), _TOKEN
        case tuple():
            for one in value:
                yield from _features(field, one)
        case _:
            yield (field, value), _TOKEN
