"""Text of a spec -> its collections and scalars, each with the place where it stands."""

import re
from collections.abc import Iterator
from typing import Literal

import yaml
from yaml.events import DocumentStartEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

from mapgen.formatting.portable import portable
from mapgen.record import record

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"#[^\n]*")
_HEADER = re.compile(r"[|>]([-+]?)([1-9]?)([-+]?)[ \t]*(#.*)?")


@record
class Block:
    """What the first line of a block scalar says: `|` or `>`, how it ends, and whether it counts its indentation.

    `base` is how many blanks each line begins with that do not belong to the text.
    """

    style: str
    chomping: str
    counted: bool
    comment: str | None
    base: int


@record
class Scalar:
    """A text, a number or nothing, as it is to be written; `block` where it is written in lines of its own.

    `start` and `end` are where it stands in the text.
    """

    raw: str
    start: int
    end: int
    block: Block | None = None


@record
class NodeEntry:
    """A key with its value, or an item of a list, which has no key; it begins at its key or its dash.

    Entries are numbered in the order of the text. `name` is the key as data, `key` as it is written.
    """

    number: int
    start: int
    key: str | None
    name: str | None
    value: "Scalar | Collection"


@record
class Collection:
    """A mapping or a list; `flow` where it stands in brackets. `column`, from 0, is that of its keys or dashes."""

    kind: Literal["map", "list"]
    flow: bool
    start: int
    end: int
    column: int
    entries: tuple[NodeEntry, ...]


Node = Scalar | Collection


@record
class Tree:
    """A whole spec; `marked` where it begins with `---`. The scalars stand in the order of the text, keys too."""

    text: str
    root: Collection
    marked: bool
    scalars: tuple[Scalar, ...]


def read(text: str) -> Tree:
    r"""Return the tree of a text that is known to be a spec, and whose lines end in "\n"."""
    return _TreeReader(text).tree()


class _TreeReader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Event] = yaml.parse(text, Loader=_LOADER)
        self._scalars: list[Scalar] = []
        self._number = 0
        self._end = 0  # of what was read last

    def tree(self) -> Tree:
        """Read the document."""
        marked = False
        while not isinstance(event := next(self._events), MappingStartEvent | SequenceStartEvent):
            marked = isinstance(event, DocumentStartEvent) and bool(event.explicit)
        root = self._collection(event, 0)
        return Tree(self._text, root, marked, tuple(self._scalars))

    def _node(self, event: Event, column: int) -> Node:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            return self._collection(event, column)
        return self._scalar(event, column)

    def _scalar(self, event: Event, column: int, *, is_key: bool = False) -> Scalar:
        """Take a scalar; `column` is that of the block collection around it, from which an indentation counts."""
        start, end = _range(event)
        raw, block = self._text[start:end], None
        if isinstance(event, ScalarEvent) and event.style in {"|", ">"}:
            block = _block(raw, column, ended=event.value.endswith("\n"))
            raw = _trimmed(raw, block)
            end = start + len(raw)
        elif isinstance(event, ScalarEvent):
            raw = portable(raw, event.value, is_key=is_key)
        self._end = end
        self._scalars.append(Scalar(raw, start, end, block))
        return self._scalars[-1]

    def _collection(self, event: MappingStartEvent | SequenceStartEvent, around: int) -> Collection:
        (start, end), flow = _range(event), bool(event.flow_style)
        column = around if flow or event.start_mark is None else event.start_mark.column
        self._end = max(self._end, end if flow else start)
        is_map = isinstance(event, MappingStartEvent)
        entries = tuple(self._pairs(column) if is_map else self._items(column, flow=flow))
        return Collection("map" if is_map else "list", flow, start, self._end, column, entries)

    def _pairs(self, column: int) -> Iterator[NodeEntry]:
        while isinstance(event := next(self._events), ScalarEvent):
            number = self._next()
            key = self._scalar(event, column, is_key=True)
            yield NodeEntry(number, key.start, key.raw, event.value, self._node(next(self._events), column))
        self._close(event)

    def _items(self, column: int, *, flow: bool) -> Iterator[NodeEntry]:
        while isinstance(event := next(self._events), ScalarEvent | MappingStartEvent | SequenceStartEvent):
            number, (start, _) = self._next(), _range(event)
            if not flow:  # a parser does not tell where the dash is: it is the last before the item
                gap = _COMMENT.sub(lambda found: " " * len(found[0]), self._text[self._end : start])
                start = self._end + gap.rindex("-")
            yield NodeEntry(number, start, None, None, self._node(event, column))
        self._close(event)

    def _close(self, event: Event) -> None:
        """Take the end of a collection; without a bracket it is the end of what it holds."""
        start, end = _range(event)
        if start < end:
            self._end = end

    def _next(self) -> int:
        self._number += 1
        return self._number


def _range(event: Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _block(raw: str, column: int, *, ended: bool) -> Block:
    header, *lines = raw.split("\n")
    found = _HEADER.fullmatch(header)
    before, digit, after, comment = found.groups() if found else ("", "", "", None)
    filled = [line for line in lines if line.strip(" ")]
    if digit:
        base = column + int(digit)
    else:
        base = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else max(map(len, lines), default=0)
    chomping = before or after or ""
    if filled and not ended:  # nothing ends the last line, not even the file
        chomping = "-"
    return Block(header[0], chomping, bool(digit), comment, base)


def _trimmed(raw: str, block: Block) -> str:
    """Return a block scalar without what follows its last line: blank lines belong to it only where they are kept."""
    if block.chomping == "+":
        return raw.removesuffix("\n")
    lines = raw.split("\n")
    while len(lines) > 1 and not lines[-1].strip(" ") and len(lines[-1]) <= block.base:
        lines.pop()
    return "\n".join(lines)
