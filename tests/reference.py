"""The JSON Schema -> the tables of `docs/language.md`, one for each object."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Node = Mapping[str, Any]
PLAIN = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
LENGTHS = {"value", "unit"}
"""The keys of a duration, which is described once, in the general rules."""
OWN_ID = "Id for references; see [ids and references](#ids-and-references)."

INTRODUCTION = "Keys in **bold** are required."


def reference(schema: Node) -> str:
    """Write the lanes, then a chapter for the journey and for each object in it."""
    parts: Node = schema["definitions"]
    chapters = [("Journey", schema), *((parts[name]["title"], parts[name]) for name in met(schema, parts))]
    keys = ("\n".join(chapter(title, node, parts)) for title, node in chapters)
    return "\n\n".join(("\n".join(lanes(parts["lane"])), "## All keys", INTRODUCTION, *keys)) + "\n"


def lanes(node: Node) -> Iterator[str]:
    """Write one row per lane."""
    yield "| lane | shows |"
    yield "| --- | --- |"
    for line in node["markdownDescription"].splitlines():
        name, colon, meaning = line.removeprefix("* ").partition(": ")
        if colon:
            yield f"| {name} | {meaning[:1].lower()}{meaning[1:]} |"


def met(schema: Node, parts: Node) -> Iterator[str]:
    """Yield the definitions that have keys, each once, with what an object contains right after it."""
    return iter(dict.fromkeys(inside(schema, parts)))


def inside(node: Node, parts: Node) -> Iterator[str]:
    """Yield the definitions that the keys of an object refer to, recursively."""
    for part in node.get("properties", {}).values():
        for name in named(part, parts):
            if has_keys(parts[name]):
                yield name
                yield from inside(parts[name], parts)


def named(node: Node, parts: Node) -> Iterator[str]:
    """Yield the names of the definitions that a key refers to."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        yield name
        yield from named(parts[name], parts) if not has_keys(parts[name]) else ()
    for below in ("items", "additionalProperties"):
        if isinstance(node.get(below), dict):
            yield from named(node[below], parts)


def has_keys(node: Node) -> bool:
    """Return whether a definition gets a chapter."""
    return "properties" in node and set(node["properties"]) != LENGTHS


def chapter(title: str, node: Node, parts: Node) -> Iterator[str]:
    """Write the heading, the description, and one row per key."""
    yield f"### {title}"
    yield ""
    if title != "Journey":
        yield described(node)
        yield ""
    yield "| key | type | description | example |"
    yield "| --- | --- | --- | --- |"
    for name, part in node["properties"].items():
        definition = resolved(part, parts)
        key = f"**`{name}`**" if name in node.get("required", ()) else f"`{name}`"
        description = (described(definition), example(definition)) if definition is not parts["id"] else (OWN_ID, "")
        cells = (key, kind(part, parts), *description)
        row = " | ".join(cell.replace("|", r"\|") for cell in cells)
        yield f"| {row} |"


def resolved(node: Node, parts: Node) -> Node:
    """Follow a reference."""
    return parts[node["$ref"].rpartition("/")[2]] if "$ref" in node else node


def described(node: Node) -> str:
    """Write the first paragraph of the description, and the default."""
    text: str = node["markdownDescription"].partition("\n")[0].partition(" Write an ISO 8601")[0]
    return f"{text} Default: `{node['default']}`." if "default" in node else text


def kind(node: Node, parts: Node) -> str:
    """Write the type of a key: text, a list of stages, one of several words."""
    definition = resolved(node, parts)
    title = f"[{definition.get('title', '').lower()}](#{definition.get('title', '').lower().replace(' ', '-')})"
    if "enum" in definition:
        return " · ".join(f"`{word}`" for word in definition["enum"])
    if definition["type"] == "array":
        return f"list: {kind(definition['items'], parts)}"
    if "properties" in definition and set(definition["properties"]) == LENGTHS:
        return "[duration](#durations-and-dates)"
    types = definition["type"] if isinstance(definition["type"], list) else [definition["type"]]
    listed = f"list: {kind(definition['items'], parts)}" if "array" in types else ""
    if definition.get("title") == "Lane":
        return "[lane](#lanes)"
    words = {"object": title if has_keys(definition) else "mapping", "array": listed}
    date = "date" if "[0-9]{4}" in definition.get("pattern", "") or definition.get("format") == "date" else None
    return " or ".join(
        dict.fromkeys((date if name == "string" else None) or words.get(name) or PLAIN[name] for name in types)
    )


def example(node: Node) -> str:
    """Write the first example in YAML."""
    examples = node.get("examples") or (
        [[node["items"]["examples"][0]]] if node.get("items", {}).get("examples") else []
    )
    return f"`{typed(examples[0])}`" if examples else ""


def typed(value: object) -> str:
    """Write a value in YAML, on one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{name}: {typed(one)}" for name, one in value.items()) + "}"
        case list():
            return f"[{', '.join(map(typed, value))}]"
        case str() if any(sign in value for sign in ",:#%{}[]&*!|>'\"@`") or value != value.strip():
            return json.dumps(value, ensure_ascii=False)
        case str():
            return value
        case _:
            return json.dumps(value)
