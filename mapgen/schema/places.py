"""Source and lines of its text -> the collections that stand there."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from mapgen.source.tree import Json, Source
from mapgen.source.tree_builder import escaped

QUOTES = ("'", '"', "|", ">")
"""What begins a text in which no sign is one of YAML's."""

OWN = "/x-"
"""Stands in the pointer to a value whose shape is up to the author."""


def rows_at(text: str, places: list[int]) -> list[int]:
    r"""Return the numbers of the lines of some places in a text, each once and in order.

    >>> rows_at("a\nb\r\nc", [5, 0, 2])
    [1, 2, 3]
    """
    ends = [found.start() for found in re.finditer(r"\r\n?|\n", text)]
    return sorted({bisect_left(ends, place) + 1 for place in places})


def collections_at(source: Source, rows: list[int]) -> Iterator[tuple[str, dict[str, Json] | list[Json]]]:
    """Yield each list and group of keys on some lines, whose numbers are sorted, in the order of the text."""
    waiting: list[tuple[str, Json]] = [("", source.data)]
    while waiting:
        pointer, value = waiting.pop()
        first, _, last, _ = source.values.get(pointer, (0, 0, 0, 0))
        if not isinstance(value, dict | list) or bisect_left(rows, first) == bisect_left(rows, last + 1):
            continue
        yield pointer, value
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        below = [(f"{pointer}/{escaped(str(part))}", one) for part, one in parts if isinstance(one, dict | list)]
        waiting += reversed(below)


def scalars_at(source: Source, rows: list[int]) -> Iterator[tuple[str, Json]]:
    """Yield each value that is no collection, of those on some lines."""
    for pointer, value in collections_at(source, rows):
        for part, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if not isinstance(inner, dict | list):
                yield f"{pointer}/{escaped(str(part))}", inner
