"""Data and schema -> whether the shape is right beyond doubt.

To import a validator that can say what is wrong takes longer than to build a small map. This one can only say "right",
and does so only where it is sure: it knows the few rules that the schema of the language uses, and in any doubt the
validator is asked.
"""

import re

from mapgen.source.tree import Json

_KINDS = {str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object"}
_OWN: Json = {"^x-": True}
_RULES = {
    "type", "enum", "pattern", "minLength", "minimum", "maximum", "items", "minItems", "maxItems", "uniqueItems",
    "required", "properties", "patternProperties", "additionalProperties",
}  # fmt: skip
_NO_RULES = {
    "$schema", "$id", "definitions", "title", "description", "markdownDescription", "examples", "default", "format",
    "defaultSnippets", "enumDescriptions", "markdownEnumDescriptions",
}  # fmt: skip
_KNOWN = _RULES | _NO_RULES


class FastPath:
    """A look at data with one schema."""

    def __init__(self, schema: Json) -> None:
        """Take the whole schema."""
        self._schema = schema

    def right(self, data: Json) -> bool:
        """Return whether data surely has the shape that the schema wants."""
        return self._fits(data, self._schema)

    def _fits(self, value: Json, fragment: Json) -> bool:
        if not isinstance(fragment, dict):
            return fragment is True
        if "$ref" in fragment:  # what stands beside it does not count
            return self._fits(value, self._definition(fragment["$ref"]))
        if not (fragment.keys() <= _KNOWN and _is_kind(value, fragment) and _is_one(value, fragment)):
            return False
        if isinstance(value, str):
            return _text(value, fragment)
        if isinstance(value, list):
            return _list(value, fragment) and all(self._fits(item, fragment.get("items", True)) for item in value)
        return self._keys(value, fragment) if isinstance(value, dict) else _number(value, fragment)

    def _definition(self, reference: Json) -> Json:
        definitions = self._schema.get("definitions") if isinstance(self._schema, dict) else None
        return definitions.get(str(reference).removeprefix("#/definitions/")) if isinstance(definitions, dict) else None

    def _keys(self, value: dict[str, Json], fragment: dict[str, Json]) -> bool:
        """Look at each key: it is one of the properties, the author's own, or any other."""
        properties, own = fragment.get("properties", {}), fragment.get("patternProperties")
        others, required = fragment.get("additionalProperties", True), fragment.get("required", [])
        if not isinstance(properties, dict) or not isinstance(required, list) or own not in (None, _OWN):
            return False
        if own is not None and any(key.startswith("x-") for key in properties):
            return False  # two rules for one key
        for key, held in value.items():
            wanted = properties[key] if key in properties else (own is not None and key.startswith("x-")) or others
            if not self._fits(held, wanted):
                return False
        return all(key in value for key in required)


def _is_kind(value: Json, fragment: dict[str, Json]) -> bool:
    wanted, kind = fragment.get("type"), _KINDS.get(type(value))
    kinds = wanted if isinstance(wanted, list) else [wanted]
    return wanted is None or kind in kinds or (kind == "integer" and "number" in kinds)


def _is_one(value: Json, fragment: dict[str, Json]) -> bool:
    """Return whether a value is one of those that are listed, and not only equal to it, as 1 is to true."""
    alternatives = fragment.get("enum")
    if not isinstance(alternatives, list):
        return alternatives is None
    return any(type(one) is type(value) and one == value for one in alternatives)


def _text(value: str, fragment: dict[str, Json]) -> bool:
    """Look at a text; dialects of patterns agree on those that can be printed."""
    pattern, least = fragment.get("pattern"), fragment.get("minLength", 0)
    if not isinstance(least, int) or len(value) < least:
        return False
    return pattern is None or (value.isprintable() and re.search(str(pattern), value) is not None)


def _list(value: list[Json], fragment: dict[str, Json]) -> bool:
    """Look at a list as a whole; when two things that are no texts are the same is not decided here."""
    least, most = fragment.get("minItems", 0), fragment.get("maxItems", len(value))
    if not (isinstance(least, int) and isinstance(most, int) and least <= len(value) <= most):
        return False
    if "uniqueItems" not in fragment:
        return True
    texts = [item for item in value if isinstance(item, str)]
    return len(set(texts)) == len(texts) >= len(value) - 1  # one thing that is no text is none of the texts


def _number(value: float | None, fragment: dict[str, Json]) -> bool:
    least, most = fragment.get("minimum"), fragment.get("maximum")
    if least is None and most is None:
        return True
    if value is None or not isinstance(least, int | float | None) or not isinstance(most, int | float | None):
        return False
    return (least is None or least <= value) and (most is None or value <= most)
