"""Data of a spec -> its text, in the layout that `formatted` gives and leaves as it is.

A list of short texts stands in brackets, a text of several lines in lines of its own, and a blank line between stages.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from mapgen import resources
from mapgen.formatting.order import KeyOrder
from mapgen.formatting.portable import portable
from mapgen.source.scalars import resolve
from mapgen.source.tree import Json

_STEP = "  "
_IN_BRACKETS = 100  # columns of a line that ends in brackets
_SHORT = 40  # characters of a text in brackets
_PARTED = frozenset({"segments", "personas", "owners", "channels", "evidence", "stages", "flow", "experiments"})
_PLAIN = re.compile(r"[^\W_](?:.*[^\s:])?", re.DOTALL)
_PLAIN_IN_BRACKETS = re.compile(r"[^\W_](?:[\w \-./+()&%]*[\w./+()&%])?")
_UNSAFE = re.compile(r": | #|\t")


def spec_text(spec: Mapping[str, Json]) -> str:
    """Return a spec with the line that tells editors where its schema is.

    Texts hold no forbidden characters, and neither begin nor end with blanks; no list, mapping or text is empty.
    """
    order = KeyOrder(json.loads(resources.schema()))
    return "\n".join((resources.MODELINE, *_Writer(order).top(spec), ""))


class _Writer:
    def __init__(self, order: KeyOrder) -> None:
        self._order = order
        self._known: dict[tuple[object, ...], list[tuple[str, str, Json]]] = {}

    def top(self, spec: Mapping[str, Json]) -> Iterator[str]:
        """Yield the lines of the whole, with a blank line above each long list."""
        schema = self._order.top
        for key in self._order.sorted_keys(schema, spec):
            value, below = spec[key], self._order.below(schema, key)
            lines = list(self._entry(f"{key}:", value, "", below))
            if key in _PARTED and len(lines) > 1:
                yield ""
            if key == "stages" and isinstance(value, list):
                yield lines[0]
                yield from _parted(lines[1:])
            else:
                yield from lines

    def _lines(self, value: Json, indent: str, schema: Json) -> Iterator[str]:
        """Yield the lines of a mapping or a list without brackets."""
        if isinstance(value, dict):
            for key, head, below in self._heads(schema, value):
                yield from self._entry(f"{indent}{head}", value[key], indent, below)
        elif isinstance(value, list):
            below = self._order.below(schema, None)
            for item in value:
                yield from self._item(item, indent, below)

    def _heads(self, schema: Json, item: Mapping[str, Json]) -> Sequence[tuple[str, str, Json]]:
        """Return the keys of a mapping in order, as they are written, with the schema of their values.

        Many touchpoints have the same keys, so all this is found out once.
        """
        names = id(schema), *item
        known = self._known.get(names)
        if known is None:
            keys = self._order.sorted_keys(schema, item)
            known = [(key, f"{scalar_text(key, is_key=True)}:", self._order.below(schema, key)) for key in keys]
            self._known[names] = known
        return known

    def _item(self, item: Json, indent: str, schema: Json) -> Iterator[str]:
        if not isinstance(item, dict):
            yield from self._entry(f"{indent}-", item, indent, schema)
            return
        short = self._braced(item, schema, _IN_BRACKETS - len(indent))
        if short:
            yield f"{indent}- {short}"
            return
        first, *rest = self._lines(item, indent + _STEP, schema)
        yield f"{indent}- {first.lstrip()}"
        yield from rest

    def _braced(self, item: Mapping[str, Json], schema: Json, width: int) -> str | None:
        """Return a mapping of single values on one line; None where that is too long, or where it has a name."""
        if "name" in item or not all(map(_is_short if "text" not in item else _is_single, item.values())):
            return None
        heads = self._heads(schema, item)
        text = ", ".join(f"{head} {scalar_text(item[key], in_brackets=True)}" for key, head, _ in heads)
        return f"{{{text}}}" if len(text) < width else None

    def _entry(self, head: str, value: Json, indent: str, schema: Json) -> Iterator[str]:
        """Yield a key or a dash, and its value behind or below it."""
        if isinstance(value, str) and "\n" in value:
            yield f"{head} |-"
            yield from (f"{indent}{_STEP}{line}" if line else "" for line in value.split("\n"))
        elif isinstance(value, dict | list):
            width = _IN_BRACKETS - len(head)
            short = self._braced(value, schema, width) if isinstance(value, dict) else _bracketed(value, width)
            yield f"{head} {short}" if short else head
            if not short:
                yield from self._lines(value, indent + _STEP, schema)
        else:
            yield f"{head} {scalar_text(value)}"


def _parted(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a list, with a blank line between items of several lines."""
    starts = [at for at, line in enumerate(lines) if line.startswith(f"{_STEP}- ")]
    long = len(lines) > len(starts)
    for at, line in enumerate(lines):
        if long and at and line.startswith(f"{_STEP}- "):
            yield ""
        yield line


def _bracketed(value: Json, width: int) -> str | None:
    """Return a list of short texts and numbers in brackets; None for what stands better on lines of its own."""
    if not isinstance(value, list):
        return None
    if not all(map(_is_short, value)):
        return None
    text = f"[{', '.join(scalar_text(item, in_brackets=True) for item in value)}]"
    return text if len(text) < width else None


def _is_short(value: Json) -> bool:
    return _is_single(value) and len(str(value)) <= _SHORT


def _is_single(value: Json) -> bool:
    return "\n" not in value if isinstance(value, str) else not isinstance(value, dict | list)


def scalar_text(value: Json, *, is_key: bool = False, in_brackets: bool = False) -> str:
    """Write a text or a number on one line, a text in quotes where it would else be read as something different."""
    if not isinstance(value, str):
        return json.dumps(value)
    pattern = _PLAIN_IN_BRACKETS if in_brackets or is_key else _PLAIN
    if pattern.fullmatch(value) and not _UNSAFE.search(value):
        read = resolve(value)
        if isinstance(read, str) and portable(value, value, is_key=is_key) == value:
            return value
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
