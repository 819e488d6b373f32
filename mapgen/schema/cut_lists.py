"""Lists and groups of keys in brackets -> warnings about texts of which commas made several items.

And about items after another marker than a dash, which becomes a part of their text.
"""

from collections.abc import Iterator
from itertools import pairwise

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.phrases import quote_hint, quoted
from mapgen.lazy import regex
from mapgen.schema.cut_keys import cut_text
from mapgen.schema.places import OWN, QUOTES, collections_at
from mapgen.source.commas import mended, torn_number
from mapgen.source.list_markers import text_marker
from mapgen.source.lookalikes import unclosed
from mapgen.source.open_signs import cut_keys, is_open
from mapgen.source.tree import Json, Source
from mapgen.source.tree_builder import escaped

_COMMA_IN_NUMBER = regex(r"[0-9],[0-9]")
_MAX_JOINED = 20  # items that may be parts of one text


def cut_texts(source: Source, rows: list[int]) -> Iterator[Diagnostic]:
    """Yield a warning for each text on these lines that became several items, or starts with a list marker."""
    lines = split_lines(source.text)
    for pointer, value in collections_at(source, rows):
        if isinstance(value, list) and any(isinstance(item, str) for item in value):
            yield from _marked(source, pointer, value)
            yield from _BracketList(source, lines, pointer, value).faults()
        elif isinstance(value, dict) and OWN in pointer:
            yield from _own_keys(source, lines, pointer, value)


def _marked(source: Source, pointer: str, items: list[Json]) -> Iterator[Diagnostic]:
    """`- • Arrive`: a list marker after the dash."""
    for at, item in enumerate(items):
        if isinstance(item, str) and (wrong := text_marker(item)):
            place = f"{pointer}/{at}"
            yield Diagnostic("list-marker", wrong[0], Severity.WARNING, source.locate(place), wrong[1], place)


def _own_keys(source: Source, lines: list[str], pointer: str, mapping: dict[str, Json]) -> Iterator[Diagnostic]:
    """`x-note: {text: Slow (a, b)}`, where any key is right, also `b)`; and `x-note: {cost: 1,200}`."""
    for rest in cut_keys(mapping):
        yield cut_text(source, pointer, mapping, rest, Severity.WARNING)
    for key, value in mapping.items():
        place = source.keys.get(f"{pointer}/{escaped(key)}")
        if value is None and place and (torn := torn_number(lines[place[0] - 1], place[1], place[3])):
            yield _warning(source, f"{pointer}/{escaped(key)}", f"the comma in {quoted(torn)} separates", mended(torn))


class _BracketList:
    """A list, with the lines of the text; only one in brackets can be wrong."""

    def __init__(self, source: Source, lines: list[str], pointer: str, items: list[Json]) -> None:
        self._source = source
        self._lines = lines
        self._pointer = pointer
        self._items = items

    def faults(self) -> Iterator[Diagnostic]:
        """Yield a warning for each text that commas cut."""
        place, last = self._source.values.get(self._pointer), -1
        if not place or not self._lines[place[0] - 1].startswith("[", place[1] - 1):
            return
        for at, (item, after) in enumerate(pairwise(self._items)):
            if at < last or not (isinstance(item, str) or isinstance(after, str)):
                continue
            if (closing := self._closing(at)) is not None:
                last = closing
                whole = self._between(at, last)
                message = f"{quoted(whole)} is {last - at + 1} items: commas in it separate"
                yield _warning(self._source, f"{self._pointer}/{at}", message, quote_hint(whole))
            elif self._is_number(at):
                text = self._between(at, at + 1)
                message = f"{quoted(text)} is 2 items: the comma in it separates"
                hint = f"{quote_hint(text)}; or put a space after the comma"
                yield _warning(self._source, f"{self._pointer}/{at}", message, hint)

    def _closing(self, at: int) -> int | None:
        """Return the later item that has what closes a bracket or a quote of this one; None where it has none open."""
        item = self._items[at]
        if not isinstance(item, str) or self._begin(at) in QUOTES or not is_open(item) or unclosed(item):
            return None
        laters = range(at + 1, min(len(self._items), at + _MAX_JOINED))
        return next((later for later in laters if not is_open(self._between(at, later))), None)

    def _is_number(self, at: int) -> bool:
        """Return whether an item ends, and the next begins, with a digit, and only a comma stands between them."""
        here, there = (self._source.values.get(f"{self._pointer}/{at + step}") for step in (0, 1))
        if not here or not there or here[2] != there[0] or {self._begin(at), self._begin(at + 1)} & {*QUOTES}:
            return False
        return bool(_COMMA_IN_NUMBER.fullmatch(self._lines[here[2] - 1][here[3] - 2 : there[1]]))

    def _between(self, first: int, last: int) -> str:
        """Return the text from one item to another, on one line."""
        here, there = (self._source.values.get(f"{self._pointer}/{at}") for at in (first, last))
        if not here or not there:
            return "("
        begin, *more = self._lines[here[0] - 1 : there[2]]
        end = there[3] - 1
        if not more:
            return begin[here[1] - 1 : end]
        return " ".join(part.strip() for part in (begin[here[1] - 1 :], *more[:-1], more[-1][:end]))

    def _begin(self, at: int) -> str:
        place = self._source.values.get(f"{self._pointer}/{at}")
        return self._lines[place[0] - 1][place[1] - 1 : place[1]] if place else ""


def _warning(source: Source, pointer: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("cut-text", message, Severity.WARNING, source.locate(pointer), hint, pointer)
