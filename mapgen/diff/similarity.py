"""Two items of a kind -> their similarity, from 0 to 1, by name, content and place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import fsum

from mapgen.diff.tree import Item
from mapgen.record import record

MIN_SIMILARITY = 0.4
"""Two items that are at least this similar are one item that changed."""

_WORD = re.compile(r"\w+")
_LETTERS_ALONE = 0x2E80  # from this code point on, most scripts have no blanks between words
_WHOLE = 0.9  # the weight of name and content; the rest is that of the place
_CONTENT = 0.5  # the largest weight of content in that
_ENOUGH = 2.0  # the amount of content that has half of the largest weight
_TOKEN = 0.5  # the weight of a value that is not a text, relative to a word of one
_SHOWN = 2_000  # characters of a text that are examined


@record
class Features:
    """The features of an item: the letters of its name, and the parts of its content with their weights."""

    item: Item
    name: frozenset[str]
    content: Mapping[object, float]
    weight: float


def find_features(items: Iterable[tuple[Item, Mapping[str, object]]]) -> list[Features]:
    """Return the features of items from their fields; what many of them share has little weight."""
    contents = [(item, _content(item, fields)) for item, fields in items]
    count: Counter[object] = Counter()
    for _, content in contents:
        count.update(content.keys())
    weighed = ((item, {part: 2 * value / count[part] for part, value in content.items()}) for item, content in contents)
    return [Features(item, letters(item.name), content, fsum(content.values())) for item, content in weighed]


def similarity(a: Features, b: Features, *, together: bool) -> float:
    """Return the similarity of two items; `together` if they have the same parent."""
    of_all = a.weight + b.weight
    shared = 2 * fsum(a.content[part] for part in a.content.keys() & b.content.keys())
    weight = _CONTENT * of_all / (of_all + 2 * _ENOUGH)
    content = shared / of_all if of_all else 0.0
    name = 2 * len(a.name & b.name) / (len(a.name) + len(b.name)) if a.name or b.name else 0.0
    return (_WHOLE - weight) * name + weight * content + (1 - _WHOLE if together else 0.0)


def traits(features: Features) -> Iterator[object]:
    """Yield what similar items may share: the parts of the content, the words of the name."""
    yield from features.content
    yield from (("name", word) for word in words(features.item.name))


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, and pairs of letters in scripts without blanks."""
    for word in _WORD.findall(text[:_SHOWN].casefold()):
        if ord(word[0]) < _LETTERS_ALONE:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))


@cache
def letters(name: str) -> frozenset[str]:
    """Return the groups of letters of a name: of three, or of two in scripts without blanks."""
    size = 3 if name.isascii() or max(map(ord, name)) < _LETTERS_ALONE else 2
    padded = f" {' '.join(_WORD.findall(name[:_SHOWN].casefold()))} "
    return frozenset(padded[at : at + size] for at in range(len(padded) - size + 1)) if padded.strip() else frozenset()


def _content(item: Item, fields: Mapping[str, object]) -> dict[object, float]:
    content: dict[object, float] = {}
    for field, value in fields.items():
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
            several = list(words(value))
            if len(several) > 1:
                yield from ((word, 1.0) for word in several)
            else:
                yield (field, value), _TOKEN
        case tuple():
            for part in value:
                yield from _features(field, part)
        case _:
            yield (field, value), _TOKEN
