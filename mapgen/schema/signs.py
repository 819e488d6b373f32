"""Source and schema -> signs in lists that only look like YAML's, and are taken as text: silently another journey.

Full-width colons and commas come from East Asian keyboards, curly quotes from word processors. What the author has put
in quotes is meant as it is.
"""

import re
from collections.abc import Iterator

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import quoted
from mapgen.schema.shape import Schema
from mapgen.source.assembly import escaped
from mapgen.source.lookalikes import COLONS, named, other_colon
from mapgen.source.tree import Json, Source

_CLOSING = {
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{DOUBLE LOW-9 QUOTATION MARK}": "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{LEFT SINGLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{LEFT CORNER BRACKET}": "\N{RIGHT CORNER BRACKET}",
    "\N{LEFT WHITE CORNER BRACKET}": "\N{RIGHT WHITE CORNER BRACKET}",
}
_COMMAS = "\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}\N{SMALL COMMA}\N{SMALL IDEOGRAPHIC COMMA}\N{ARABIC COMMA}"
_KEY = re.compile(rf"([a-z_]+) *([{COLONS}])")
_NO_NAME = _COMMAS + "\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}.!?"
_NAMES = re.compile(rf"[^{_NO_NAME}]{{1,20}}(?:([{_COMMAS}])[^{_NO_NAME}]{{1,20}})+")
_SIGNS = re.compile(f"[{COLONS}{_COMMAS}{''.join(_CLOSING)}]")
_QUOTES = ("'", '"', "|", ">")

Way = tuple[str | int, ...]


def signs(source: Source, schema: Json) -> Iterator[Diagnostic]:
    """Yield what is wrong with items of lists: a key with another colon, a quote that does not quote, another comma."""
    if _SIGNS.search(source.text):
        lines, rules = split_lines(source.text), Schema(schema)
        for way, items in _lists(source.data):
            yield from _List(source, lines, rules, way, items).faults()


def _lists(data: Json) -> Iterator[tuple[Way, list[Json]]]:
    """Yield each list that holds such a sign, with the way to it."""
    waiting: list[tuple[Way, Json]] = [((), data)]
    while waiting:
        way, value = waiting.pop()
        if isinstance(value, dict):
            waiting += (((*way, key), below) for key, below in value.items() if isinstance(below, dict | list))
        elif isinstance(value, list):
            if any(isinstance(item, str) and _SIGNS.search(item) for item in value):
                yield way, value
            waiting += (((*way, at), below) for at, below in enumerate(value) if isinstance(below, dict | list))


class _List:
    """A list of the spec, with the lines of the text."""

    def __init__(self, source: Source, lines: list[str], rules: Schema, way: Way, items: list[Json]) -> None:
        self._source = source
        self._lines = lines
        self._items = items
        self._pointer = "".join(f"/{escaped(str(part))}" for part in way)
        self._keys = rules.way((*way, 0))[-1].shape.properties
        self._in_brackets = self._begin(self._pointer) == "["

    def faults(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with its items."""
        for at, item in enumerate(self._items):
            pointer = f"{self._pointer}/{at}"
            if not isinstance(item, str) or self._begin(pointer) in _QUOTES:
                continue
            key, names = _KEY.match(item), _NAMES.fullmatch(item)
            if key and key[1] in self._keys:
                yield self._fault(pointer, *other_colon(key[1], key[2]))
            elif self._in_brackets and self._is_cut(at):
                message = f"a text that begins with another quote, {named(item[0])}, ends at the comma"
                yield self._fault(pointer, message, 'put the whole text in straight quotes: "…"')
            elif self._in_brackets and names:
                message = f"{quoted(item)} is one item: its comma is another sign, {named(names[1])}"
                yield self._fault(pointer, message, "type , between two items, or put the text in quotes", sure=False)

    def _is_cut(self, at: int) -> bool:
        """Return whether a text that begins with a curly quote ends in another item."""
        text, closing = str(self._items[at]), _CLOSING.get(str(self._items[at])[:1])
        if closing is None or any(sign in text[1:] for sign in closing):
            return False
        return any(isinstance(item, str) and item.endswith(tuple(closing)) for item in self._items[at + 1 :])

    def _begin(self, pointer: str) -> str:
        """Return the sign with which a value begins in the text."""
        place = self._source.values.get(pointer)
        return self._lines[place[0] - 1][place[1] - 1 : place[1]] if place else ""

    def _fault(self, pointer: str, message: str, hint: str, *, sure: bool = True) -> Diagnostic:
        severity = Severity.ERROR if sure else Severity.WARNING
        span = self._source.locate(pointer)
        return Diagnostic("lookalike-sign", message, severity, span=span, hint=hint, pointer=pointer)
