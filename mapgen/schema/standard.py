"""The schema with what editors make of it -> the same in JSON Schema alone, as strict validators want it.

A strict validator, such as Ajv, refuses keywords that it does not know, formats that it has to be taught, and places
that may hold things of several types, unless each type has rules of its own.
"""

from mapgen.source.tree import Json

_EDITORS = frozenset({"markdownDescription", "defaultSnippets", "enumDescriptions", "markdownEnumDescriptions"})
_RULES: dict[str, tuple[str, ...]] = {
    "string": ("minLength", "pattern"),
    "number": ("minimum", "maximum"),
    "integer": ("minimum", "maximum"),
    "object": ("required", "properties", "patternProperties", "additionalProperties"),
    "array": ("items", "minItems", "maxItems", "uniqueItems"),
    "boolean": (),
}
_BY_NAME = ("definitions", "properties", "patternProperties")


def standard(schema: Json) -> Json:
    """Return a schema that allows the same data."""
    if not isinstance(schema, dict):
        return schema
    plain = {key: _below(key, part) for key, part in schema.items() if key not in _EDITORS}
    if "pattern" in plain:
        plain.pop("format", None)
    kinds = plain.get("type")
    if not isinstance(kinds, list):
        return plain
    del plain["type"]
    branches: list[Json] = []
    for kind in map(str, kinds):
        rules = {key: plain[key] for key in _RULES[kind] if key in plain}
        branches.append({"type": kind, **rules})
    ruled = {key for keys in _RULES.values() for key in keys}
    return {**{key: part for key, part in plain.items() if key not in ruled}, "anyOf": branches}


def _below(key: str, part: Json) -> Json:
    if key in _BY_NAME and isinstance(part, dict):
        return {name: standard(inner) for name, inner in part.items()}
    return standard(part) if key in {"items", "additionalProperties"} else part
