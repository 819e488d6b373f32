"""A table of a TOML file -> Source: its data as YAML would have it, and where its keys stand.

Python's TOML reader tells no places. They are found by looking at the lines: a key in a line of its own has its place,
what stands in an inline table or a list has the place of that.
"""

import re
from collections.abc import Iterator
from math import isfinite

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.lazy import regex
from mapgen.source.decoding import cleaned, forbidden_character, is_forbidden
from mapgen.source.parser import MAX_DEPTH
from mapgen.source.tree import Json, Place, Source
from mapgen.source.tree_builder import escaped

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_NAMES = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = regex(rf"[ \t]*\[\[?[ \t]*({_NAMES})[ \t]*\]")
_KEY = regex(rf"""[ \t]*({_NAMES})[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^#]*[^#\s]|)""")
MAX_KEY = 200
"""The longest key, in characters: the pointer to a value holds each key above it."""

MAX_ENTRIES = 1_000
"""The most entries of one list of the settings."""

_EXACT = 2**53  # whole numbers up to this are the same in every language


def read_toml(name: str, text: str, data: object, table: tuple[str, ...]) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return a table that was read from a file as a source, and what is wrong with its texts.

    `table` are the names that lead to it: ("tool", "mapgen", "theme").
    """
    known = dict(places(text, table))
    reader = _TomlReader(known)
    tree = reader.take(data, "", known.get("", ((1, 1, 1, 2), (1, 1, 1, 2))), 0)
    return Source(name, text, tree, reader.values, reader.keys), tuple(reader.faults)


class _TomlReader:
    def __init__(self, places: dict[str, tuple[Place, Place]]) -> None:
        self.values: dict[str, Place] = {}
        self.keys: dict[str, Place] = {}
        self.faults: list[Diagnostic] = []
        self._places = places

    def take(self, value: object, pointer: str, around: tuple[Place, Place], depth: int) -> Json:
        """Return a value as JSON has it; what it does not have becomes a text."""
        key, place = here = self._places.get(pointer, around)
        self.keys[pointer], self.values[pointer] = key, place
        if isinstance(value, dict) and any(len(name) > MAX_KEY for name in value):
            value = self._short(value, pointer, place)
        if depth < MAX_DEPTH and isinstance(value, dict):
            return {
                name: self.take(below, f"{pointer}/{escaped(name)}", here, depth + 1) for name, below in value.items()
            }
        if depth < MAX_DEPTH and isinstance(value, list):
            return [self.take(below, f"{pointer}/{index}", here, depth + 1) for index, below in enumerate(value)]
        if isinstance(value, bool) or (isinstance(value, int) and abs(value) < _EXACT):
            return value
        if isinstance(value, float) and isfinite(value):
            return value
        return self._text(value if isinstance(value, str) else type(value).__name__, pointer, place)

    def _short(self, value: dict[str, object], pointer: str, place: Place) -> dict[str, object]:
        """Return what has keys of a bearable length."""
        from mapgen.diagnostics.span import Span

        message = f"a key has more than {MAX_KEY} characters"
        self.faults.append(Diagnostic("bad-setting", message, span=Span(*place), pointer=pointer))
        return {name: below for name, below in value.items() if len(name) <= MAX_KEY}

    def _text(self, value: str, pointer: str, place: Place) -> str:
        if not is_forbidden(value):
            return value
        from mapgen.diagnostics.span import Span

        self.faults.append(forbidden_character(value, Span(*place), pointer))
        return cleaned(value)


def places(text: str, table: tuple[str, ...]) -> Iterator[tuple[str, tuple[Place, Place]]]:
    """Yield the places of the keys and values of a table, by pointer."""
    above: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        found = _HEADER.match(line)
        if found:
            above = _parts(found[1])
        else:
            found = _KEY.match(line)
        if not found:
            continue
        names = above if found.re is _HEADER else (*above, *_parts(found[1]))
        if names[: len(table)] == table:
            key, value = ((number, found.start(at) + 1, number, found.end(at) + 1) for at in (1, found.re.groups))
            yield "".join(f"/{escaped(name)}" for name in names[len(table) :]), (key, value)


def _parts(names: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_NAME, names))
