"""YAML text -> Source: plain data, and where each key and value stands; what the language does not know is refused.

YAML is taken as a stream of events and read in one pass without recursion, so that neither deep brackets nor a web of
aliases can do harm: both are refused as they come by. A fault that leaves the rest readable does not end the reading.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from types import NoneType

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.lines import split_lines
from mapgen.diagnostics.span import Span
from mapgen.source import unsupported
from mapgen.source.decoding import cleaned, decode, forbidden_character, is_forbidden
from mapgen.source.events import TOP, Node, place, properties, span
from mapgen.source.scalars import Refused, resolve
from mapgen.source.tree import Json, Place, Source
from mapgen.source.tree_builder import TreeBuilder

MAX_DEPTH = 40  # collections within each other; the language needs nine
MAX_EVENTS = 300_000  # things that a file can hold: keys, values, ends; ten thousand touchpoints fit
MAX_POINTERS = 100_000_000  # characters of all pointers to keys and values, each of which holds the keys above it
MAX_REPORTED = 100  # faults that are told; nobody reads more

_LOADER = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # the one in C is missing where PyYAML was built without libyaml
_REFUSED = (yaml.YAMLError, ValueError, OverflowError)  # the last two: chr() of a wild escape, in the loader without C
_DEEP = frozenset({"too-deep", "complex-key"})
_NO_KEYS = frozenset({bool, NoneType})
_VERSION = (1, 2)


def parse(text: str | bytes, *, name: str, limit: int = 10_000_000) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Return the spec and all that is wrong with it as YAML; None where nothing can be said about its content.

    `name` is what the spec is called in messages, `limit` the largest size: bytes, or characters of a `str`.
    A fault that does not hide the rest of the file leaves a Source, so that the rest can be checked too: a key that
    stands twice has its first value; a value that was refused has no place in the Source, and no worth.
    """
    decoded, faults = decode(text, limit=limit)
    if decoded is None:
        return None, faults
    reader = _EventReader(decoded)
    try:
        reader.read()
    except _REFUSED as error:
        reader.broken = True
        fault = _depth(decoded, error, reader) or _syntax(decoded, error, reader)
        faults += (fault,) if fault else ()
    tree = reader.tree
    source = None if reader.broken else Source(name, decoded, tree.root, tree.values, tree.keys)
    return source, (*reader.faults, *faults)


def _depth(text: str, error: Exception, reader: "_EventReader") -> Diagnostic | None:
    """Return what is too deep in the text at which the library looked ahead, and which it refused by its own limit.

    The part before the place where it stopped is read again, and ends where the depth of the language does.
    """
    mark = getattr(error, "problem_mark", None)
    last = reader.last.end_mark if reader.last else None
    begin = last.index if last else 0
    if mark is None or sum(text.count(sign, begin, mark.index) for sign in "[{") <= MAX_DEPTH - reader.tree.depth:
        return None
    again = _EventReader(text[: mark.index])
    with suppress(*_REFUSED):
        again.read()
    return next((fault for fault in again.faults if fault.code in _DEEP), None)


def _syntax(text: str, error: Exception, reader: "_EventReader") -> Diagnostic | None:
    from mapgen.source.parser_error import ParserError
    from mapgen.source.yaml_errors import explain

    return explain(ParserError.of(text, error, reader.last, reader.tree.flows()))


_BLOCKS = frozenset("|>")


class _EventReader:
    """Events -> a tree and faults. `broken`: the rest of the file was not looked at; `last` was read before that."""

    def __init__(self, text: str) -> None:
        self.tree = TreeBuilder()
        self.faults: list[Diagnostic] = []
        self.last: Event | None = None
        self.done = False
        self.broken = False
        self._text = text
        self._has_question_marks = "?" in text
        self._plain_keys: set[str] = set()  # those of which it is known that they are keys: most are the same few words
        self._documents = 0

    def read(self) -> None:
        """Read the stream to its end, or to what makes the rest meaningless."""
        next_event: Callable[[], Event] = _LOADER(self._text).get_event
        steps = self._steps()
        tree = self.tree
        for _ in range(MAX_EVENTS):
            event = next_event()
            step = steps.get(type(event))
            if step:
                step(event)
            if self.done:
                return
            self.last = event
            if tree.written > MAX_POINTERS:
                self._end(unsupported.keys_too_long(span(event)))
                return
        self._end(unsupported.too_many(MAX_EVENTS, span(event)))

    def _steps(self) -> Mapping[type[Event], Callable[..., None]]:
        return {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._mapping,
            SequenceStartEvent: self._sequence,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
            StreamEndEvent: self._stream_end,
        }

    def _scalar(self, event: ScalarEvent) -> None:
        if self.tree.expects_key:
            self._key(event)
            return
        style, tag, text = event.style, event.tag, event.value
        value = text if style or tag else resolve(text)
        if style in _BLOCKS:
            value = text.rstrip("\n")  # YAML ends each block with a line break, which no author means
        if isinstance(value, Refused):
            pointer = self.tree.add(None)
            self._tell(unsupported.number(text, value, span(event), pointer))
        elif style == '"' and is_forbidden(text):
            pointer = self.tree.add(cleaned(text), place(event))
            self._tell(forbidden_character(text, span(event), pointer))
        else:
            pointer = self.tree.add(value, None if tag else place(event))
        if len(text) > unsupported.MAX_SCALAR_LENGTH:
            self._tell(unsupported.too_long(text, span(event), pointer))
        if tag or event.anchor:
            self._refuse(event, pointer)

    def _key(self, event: ScalarEvent) -> None:
        """Take a scalar as a key. A number is one too, as it is written: `labels: {1: angry}`."""
        name = event.value
        if self._has_question_marks and self._begins_with_question_mark(event):
            self._end(unsupported.question_mark(name, span(event), self.tree.here()))
            return
        is_plain = not (event.style or event.tag)
        refuse = None if is_plain and name in self._plain_keys else _no_key(event)
        if refuse:
            self.tree.skip()
            self._tell(refuse(name, span(event), self.tree.here()))
        else:
            if is_plain:
                self._plain_keys.add(name)
            if first := self.tree.name(name, place(event)):
                self._duplicate(event, first)
        if event.anchor or event.tag:
            self._refuse(event, self.tree.here(name))

    def _duplicate(self, event: ScalarEvent, first: Place) -> None:
        if len(self.faults) < MAX_REPORTED:
            where, pointer = span(event), self.tree.here(event.value)
            line = self._lines[where.line - 1]
            told = self._other_start(where) or unsupported.duplicate_key(event.value, first, where, pointer, line)
            self._tell(told)

    @cached_property
    def _lines(self) -> list[str]:
        return split_lines(self._text)

    def _begins_with_question_mark(self, event: ScalarEvent) -> bool:
        """Return whether a key is what the library makes of a text in brackets, `[?x, b]`: without a blank, no sign."""
        at = event.start_mark.index if event.start_mark else 0
        return self._text[at - 1 : at] == "?"

    def _alias(self, event: AliasEvent) -> None:
        if self.tree.expects_key:
            pointer = self.tree.here()
            self.tree.skip()
        else:
            pointer = self.tree.add(None)
        where = span(event)
        self._tell(self._other_start(where) or unsupported.alias(event.anchor or "", where, pointer))

    def _other_start(self, where: Span) -> Diagnostic | None:
        """Return what is wrong with a line that starts at a place, with another sign than a list item or a comment."""
        from mapgen.source.list_markers import marked_item
        from mapgen.source.lookalikes import lookalike

        line = self._lines[where.line - 1]
        if line[: where.column - 1].strip():
            return None
        deceived = lookalike(line, where.line)
        told = deceived if deceived and deceived.code == "lookalike-sign" else None
        return told or marked_item(self._lines, where.line - 1)

    def _mapping(self, event: MappingStartEvent) -> None:
        self._open(event, {})

    def _sequence(self, event: SequenceStartEvent) -> None:
        self._open(event, [])

    def _open(self, event: MappingStartEvent | SequenceStartEvent, container: dict[str, Json] | list[Json]) -> None:
        if self.tree.depth >= MAX_DEPTH:
            self._end(unsupported.too_deep(MAX_DEPTH, span(event), self.tree.here()))
        elif self.tree.expects_key:
            self._end(unsupported.complex_key(span(event), self.tree.here()))
        else:
            pointer = self.tree.open(container, place(event), flow=bool(event.flow_style))
            if event.anchor or event.tag:
                self._refuse(event, pointer)

    def _close(self, event: Event) -> None:
        self.tree.close(place(event)[2:])

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._end(unsupported.several_documents(span(event)))
        elif event.tags or (event.version and tuple(event.version) != _VERSION):
            self._tell(unsupported.directive(span(event)))

    def _stream_end(self, _: StreamEndEvent) -> None:
        self.done = True
        fault = unsupported.root(self.tree.root, Span(*self.tree.values.get("", TOP)), self._text)
        if fault:
            self._end(fault)

    def _refuse(self, event: Node, pointer: str) -> None:
        """Report what no value has: a name to repeat it by, or a type."""
        if len(self.faults) >= MAX_REPORTED:
            return
        for word, where in properties(self._text, event):
            refuse = unsupported.anchor if word.startswith("&") else unsupported.tag
            self._tell(refuse(word, where, pointer))

    def _tell(self, fault: Diagnostic) -> None:
        if len(self.faults) < MAX_REPORTED:
            self.faults.append(fault)

    def _end(self, fault: Diagnostic) -> None:
        """Report a fault after which there is no reading on."""
        self.faults.append(fault)
        self.done = self.broken = True


def _no_key(event: ScalarEvent) -> Callable[[str, Span, str], Diagnostic] | None:
    """Return what refuses a scalar as a key; None where it is one."""
    name, plain = event.value, not (event.style or event.tag)
    if plain and name == "<<":
        return unsupported.merge_key
    if not name or (plain and type(resolve(name)) in _NO_KEYS):
        return unsupported.key_not_text
    return forbidden_character if event.style == '"' and is_forbidden(name) else None
