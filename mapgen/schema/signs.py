"""Source and schema -> signs in lists and free groups of keys that only look like YAML's: silently another journey.

Full-width colons and commas come from East Asian keyboards, curly quotes from word processors. What the author has put
in quotes is meant as it is.
"""

from collections.abc import Iterator
from itertools import chain, islice

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import quoted
from mapgen.lazy import regex
from mapgen.schema.places import QUOTES
from mapgen.schema.shape import Schema
from mapgen.source.lookalikes import (
    CLOSING,
    COLONS,
    COMMAS,
    IN_KEYS,
    cut_quote,
    cut_quotes,
    named,
    other_colon,
    other_space,
    unclosed,
)
from mapgen.source.parser import MAX_REPORTED
from mapgen.source.tree import Json, Source
from mapgen.source.tree_builder import escaped

_KEY = regex(rf"([a-z_]+) *([{COLONS}])")
_KEY_ONLY = regex(rf"([\w-]+) *([{COLONS}])")
_NO_NAME = COMMAS + "\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}.!?"
_NAMES = regex(rf"[^{_NO_NAME}]{{1,20}}(?:([{COMMAS}])[^{_NO_NAME}]{{1,20}})+")
_SIGNS = regex(f"[{IN_KEYS}{COMMAS}{''.join(CLOSING)}]")

Way = tuple[str | int, ...]


def signs(source: Source, schema: Json) -> Iterator[Diagnostic]:
    """Yield what is wrong with items of lists: a key with another colon, a quote that does not quote, another comma.

    And with the keys of what has no keys of its own, such as `traits` and whatever starts with x-.
    """
    if not _SIGNS.search(source.text):
        return
    lines, rules = split_lines(source.text), Schema(schema)
    found = (_faults(source, lines, rules, way, value) for way, value in _collections(source.data))
    yield from islice(chain.from_iterable(found), MAX_REPORTED)


def read_otherwise(source: Source, rules: Schema) -> frozenset[str]:
    """Return the pointers to keys without a value that are keys only by a sign that `signs` reports."""
    if source.text.isascii():
        return frozenset()
    lines = split_lines(source.text)
    free = (
        _Keys(source, lines, way, value)
        for way, value in _collections(source.data)
        if isinstance(value, dict) and not rules.way(way)[-1].shape.properties
    )
    return frozenset(chain.from_iterable(keys.misread() for keys in free))


def _faults(source: Source, lines: list[str], rules: Schema, way: Way, value: Json) -> Iterator[Diagnostic]:
    if isinstance(value, list):
        yield from _List(source, lines, rules, way, value).faults()
    elif isinstance(value, dict) and not rules.way(way)[-1].shape.properties:
        yield from _Keys(source, lines, way, value).faults()


def _collections(data: Json) -> Iterator[tuple[Way, Json]]:
    """Yield each list and each group of keys that holds text of other scripts than ASCII, with the way to it."""
    waiting: list[tuple[Way, Json]] = [((), data)]
    while waiting:
        way, value = waiting.pop()
        below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += (((*way, part), inner) for part, inner in below if isinstance(inner, dict | list))
        if _is_suspect(value):
            yield way, value


def _is_suspect(value: Json) -> bool:
    if isinstance(value, list):
        return any(isinstance(item, str) and _SIGNS.search(item) for item in value)
    return isinstance(value, dict) and not all(map(str.isascii, value))


class _Keys:
    """A group of keys that are up to the author."""

    def __init__(self, source: Source, lines: list[str], way: Way, items: dict[str, Json]) -> None:
        self._source = source
        self._lines = lines
        self._items = items
        self._pointer = "".join(f"/{escaped(str(part))}" for part in way)

    def faults(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with its keys."""
        cut = cut_quotes(self._items)
        for holder in dict.fromkeys(cut.values()):
            pointer = f"{self._pointer}/{escaped(holder)}"
            message, hint = cut_quote(str(self._items[holder])[0])
            span = self._source.locate(pointer)
            yield Diagnostic("lookalike-sign", message, span=span, hint=hint, pointer=pointer)
        for key in self._items:
            if key not in cut and (wrong := self.wrong(key)):
                pointer = f"{self._pointer}/{escaped(key)}"
                span = self._source.locate(pointer, key=True)
                yield Diagnostic("lookalike-sign", wrong[0], span=span, hint=wrong[1], pointer=pointer)

    def misread(self) -> Iterator[str]:
        """Yield the pointer to each key that is none, or none of that name."""
        cut = cut_quotes(self._items)
        yield from (f"{self._pointer}/{escaped(key)}" for key in self._items if key in cut or self.wrong(key))

    def wrong(self, key: str) -> tuple[str, str] | None:
        """Return what is wrong with a key, and what to do."""
        place = self._source.keys.get(f"{self._pointer}/{escaped(key)}")
        if key.isascii() or place is None or self._lines[place[0] - 1].startswith(QUOTES, place[1] - 1):
            return None
        colon = _KEY_ONLY.match(key) if self._items[key] is None else None
        if colon:
            return other_colon(colon[1], colon[2])
        deceived = other_space(key)  # a number sign or a bracket may well be part of the author's key
        return deceived[1:] if deceived else None


class _List:
    """A list of the spec, with the lines of the text."""

    def __init__(self, source: Source, lines: list[str], rules: Schema, way: Way, items: list[Json]) -> None:
        self._source = source
        self._lines = lines
        self._items = items
        self._pointer = "".join(f"/{escaped(str(part))}" for part in way)
        self._keys = rules.way((*way, 0))[-1].shape.properties
        self._in_brackets = self._begin(self._pointer) == "["
        self._last: dict[str, int] = {}
        for at, item in enumerate(items):
            if isinstance(item, str):
                self._last[item[-1:]] = at

    def faults(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with its items."""
        for at, item in enumerate(self._items):
            pointer = f"{self._pointer}/{at}"
            if not isinstance(item, str) or self._begin(pointer) in QUOTES:
                continue
            key, names = _KEY.match(item), _NAMES.fullmatch(item)
            if key and key[1] in self._keys:
                yield self._fault(pointer, *other_colon(key[1], key[2]))
            elif self._in_brackets and self._is_cut(at):
                yield self._fault(pointer, *cut_quote(item[0]))
            elif self._in_brackets and names:
                message = f"{quoted(item)} is one item: its comma is a lookalike, {named(names[1])}"
                yield self._fault(pointer, message, "type , between items, or quote the text", sure=False)

    def _is_cut(self, at: int) -> bool:
        """Return whether a text that begins with a curly quote ends in another item."""
        return any(self._last.get(sign, -1) > at for sign in unclosed(str(self._items[at])))

    def _begin(self, pointer: str) -> str:
        """Return the sign with which a value begins in the text."""
        place = self._source.values.get(pointer)
        return self._lines[place[0] - 1][place[1] - 1 : place[1]] if place else ""

    def _fault(self, pointer: str, message: str, hint: str, *, sure: bool = True) -> Diagnostic:
        severity = Severity.ERROR if sure else Severity.WARNING
        span = self._source.locate(pointer)
        return Diagnostic("lookalike-sign", message, severity, span=span, hint=hint, pointer=pointer)
