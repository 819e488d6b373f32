"""Source and schema -> everything in the spec that has the wrong shape, in our words.

A validator only says where and which rule; it is never asked for its words. Two can be asked: the one written in Rust
is a hundred times faster, the one in Python is there where the other has no wheel, and to hold the first one to. A
small spec is looked at by `glance` first: where that is content, neither has to be imported, nor the words.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.diagnostics.span import Span
from mapgen.schema.fast_path import FastPath
from mapgen.source.tree import Json, Source
from mapgen.source.tree_builder import escaped

MAX_REPORTED = 100  # places that are told; nobody reads more

Part = str | int
Breach = tuple[tuple[Part, ...], str]
"""The way to a value and the keyword of the schema that it breaks."""

_SMALL = 2_000  # values; from here on the validator in Rust is faster with its import
_TOP = Span(1, 1, 1, 2)


def check(source: Source, schema: Json) -> tuple[Diagnostic, ...]:
    """Return all violations of the schema by place, at most about a hundred.

    A value without a place was refused when it was read, and is not looked at again.
    """
    if len(source.values) < _SMALL and FastPath(schema).right(source.data):
        return ()
    from mapgen.schema.messages import word
    from mapgen.schema.shape import Schema
    from mapgen.schema.signs import read_otherwise
    from mapgen.schema.violation import Violation

    rules = Schema(schema)
    misread = read_otherwise(source, rules)
    diagnostics: list[Diagnostic] = []
    for parts, keywords in _by_place(source, breaches(source.data, schema)):
        pointer, value = _find(source.data, parts)
        told_as_sign = value is None and pointer in misread
        if pointer in source.values and not told_as_sign and len(diagnostics) < MAX_REPORTED:
            diagnostics.extend(word(Violation(source, rules, parts, pointer, value, keywords)))
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda found: (found.span or _TOP, found.code)))


def breaches(data: Json, schema: Json) -> Iterator[Breach]:
    """Yield each place that breaks a rule, by the fastest validator there is."""
    try:
        import jsonschema_rs as _  # noqa: F401 - is it there? one of the two is imported, and only when a spec is checked
    except ImportError:
        return breaches_by_reference(data, schema)
    return breaches_by_rust(data, schema)


def breaches_by_rust(data: Json, schema: Json) -> Iterator[Breach]:
    """Yield each place that breaks a rule, as jsonschema_rs sees it."""
    import jsonschema_rs

    validator = jsonschema_rs.Draft7Validator(
        schema if isinstance(schema, dict) else True, retriever=_refuse, validate_formats=False
    )
    ways = _Ways(data)
    for error in validator.iter_errors(data):
        yield ways.true(error.instance_path, error.instance), str(error.schema_path[-1])


def breaches_by_reference(data: Json, schema: Json) -> Iterator[Breach]:
    """Yield each place that breaks a rule, as jsonschema sees it, with `$` as JSON Schema means it: the very end."""
    import jsonschema
    import referencing

    def matches(_: object, pattern: str, value: Json, __: object) -> Iterator[jsonschema.ValidationError]:
        if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
            yield jsonschema.ValidationError("")

    kind = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": matches})  # type: ignore[no-untyped-call]
    for error in kind(schema, registry=referencing.Registry()).iter_errors(data):
        yield tuple(error.absolute_path), str(error.validator)


def _by_place(source: Source, found: Iterable[Breach]) -> Iterator[tuple[tuple[Part, ...], frozenset[str]]]:
    """Yield the first places in the text that break rules, with the rules that each breaks."""
    places: dict[tuple[Part, ...], set[str]] = {}
    for parts, keyword in found:
        places.setdefault(parts, set()).add(keyword)
    ordered = sorted(places, key=lambda parts: source.locate(_find(source.data, parts)[0]) or _TOP)
    for parts in islice(ordered, MAX_REPORTED):
        yield parts, frozenset(places[parts])


class _Ways:
    """Ways through data, with keys as they are; jsonschema_rs takes the keys "1" and "01" for the index 1."""

    def __init__(self, data: Json) -> None:
        self._data = data
        self._keys: dict[int, dict[str, list[str]]] = {}

    def true(self, path: Iterable[Part], end: object) -> tuple[Part, ...]:
        """Return the way to `end`."""
        way: list[Part] = []
        data = self._data
        for part in path:
            if isinstance(data, dict) and isinstance(part, int):
                alike = self._alike(data, part)
                part = next((key for key in alike if data[key] == end), alike[0])  # noqa: PLW2901 - the same part, mended
            way.append(part)
            data = data[int(part)] if isinstance(data, list) else data[str(part)] if isinstance(data, dict) else None
        return tuple(way)

    def _alike(self, data: dict[str, Json], index: int) -> list[str]:
        """Return the keys that can be taken for an index; each mapping is gone through once."""
        known = self._keys.get(id(data))
        if known is None:
            known = self._keys[id(data)] = {}
            for key in data:
                if key.lstrip("+").isdecimal():
                    known.setdefault(_digits(key), []).append(key)
        return known[_digits(str(index))]


def _digits(key: str) -> str:
    return key.lstrip("+").lstrip("0")


def _find(data: Json, parts: tuple[Part, ...]) -> tuple[str, Json]:
    """Return the pointer to a value, and the value."""
    pointer = ""
    for part in parts:
        pointer += f"/{escaped(str(part))}"
        if isinstance(data, list):
            data = data[int(part)]
        elif isinstance(data, dict):
            data = data[str(part)]
    return pointer, data


def _refuse(address: str) -> Json:
    message = f"the schema refers to {address}, and mapgen loads nothing from the network"
    raise LookupError(message)
