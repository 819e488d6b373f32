"""The JSON Schema -> the tables of `docs/language.md`, one for each thing that has keys."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Node = Mapping[str, Any]
PLAIN = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
LENGTHS = {"value", "unit"}
"""The keys of a length of time: it is told once, among the rules."""
OWN_NAME = "The name by which others refer to it; see [ids and references](#ids-and-references)."

INTRODUCTION = "A key in **bold** has to be there; all others may be left out."


def reference(schema: Node) -> str:
    """Write the lanes, then a chapter for the journey and for each thing in it."""
    parts: Node = schema["definitions"]
    chapters = [("Journey", schema), *((parts[name]["title"], parts[name]) for name in met(schema, parts))]
    keys = ("\n".join(chapter(title, node, parts)) for title, node in chapters)
    return "\n\n".join(("\n".join(lanes(parts["lane"])), "## All keys", INTRODUCTION, *keys)) + "\n"


def lanes(node: Node) -> Iterator[str]:
    """Write a row a lane."""
    yield "| lane | shows |"
    yield "| --- | --- |"
    for line in node["markdownDescription"].splitlines():
        name, colon, meaning = line.removeprefix("* ").partition(": ")
        if colon:
            yield f"| {name} | {meaning[:1].lower()}{meaning[1:]} |"


def met(schema: Node, parts: Node) -> Iterator[str]:
    """Yield the definitions that have keys of their own, each once, what belongs to a thing right behind it."""
    return iter(dict.fromkeys(inside(schema, parts)))


def inside(node: Node, parts: Node) -> Iterator[str]:
    """Yield what the keys of a thing lead to, and what the keys of that lead to."""
    for part in node.get("properties", {}).values():
        for name in named(part, parts):
            if has_keys(parts[name]):
                yield name
                yield from inside(parts[name], parts)


def named(node: Node, parts: Node) -> Iterator[str]:
    """Yield the names of the definitions that a key leads to."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        yield name
        yield from named(parts[name], parts) if not has_keys(parts[name]) else ()
    if isinstance(node.get("items"), dict):
        yield from named(node["items"], parts)


def has_keys(node: Node) -> bool:
    """Tell whether something gets a chapter."""
    return "properties" in node and set(node["properties"]) != LENGTHS


def chapter(title: str, node: Node, parts: Node) -> Iterator[str]:
    """Write the heading, what it is, and a row a key."""
    yield f"### {title}"
    yield ""
    if title != "Journey":
        yield described(node)
        yield ""
    yield "| key | is | means | for instance |"
    yield "| --- | --- | --- | --- |"
    for name, part in node["properties"].items():
        found = resolved(part, parts)
        key = f"**`{name}`**" if name in node.get("required", ()) else f"`{name}`"
        told = (described(found), instance(found)) if found is not parts["id"] else (OWN_NAME, "")
        cells = (key, kind(part, parts), *told)
        row = " | ".join(cell.replace("|", r"\|") for cell in cells)
        yield f"| {row} |"


def resolved(node: Node, parts: Node) -> Node:
    """Follow a reference."""
    return parts[node["$ref"].rpartition("/")[2]] if "$ref" in node else node


def described(node: Node) -> str:
    """Write the first paragraph of what the schema says, and the default."""
    text: str = node["markdownDescription"].partition("\n")[0].partition(" Write an ISO 8601")[0]
    return f"{text} Left out, it is `{node['default']}`." if "default" in node else text


def kind(node: Node, parts: Node) -> str:
    """Say what is written there: a text, a list of stages, one of some words."""
    found = resolved(node, parts)
    title = f"[{found.get('title', '').lower()}](#{found.get('title', '').lower().replace(' ', '-')})"
    if "enum" in found:
        return " · ".join(f"`{word}`" for word in found["enum"])
    if found["type"] == "array":
        return f"list: {kind(found['items'], parts)}"
    if "properties" in found and set(found["properties"]) == LENGTHS:
        return "[length of time](#lengths-of-time)"
    types = found["type"] if isinstance(found["type"], list) else [found["type"]]
    if found.get("title") == "Lane":
        return "[lane](#lanes)"
    words = {"object": title if has_keys(found) else "names and values"}
    date = "date" if "[0-9]{4}" in found.get("pattern", "") or found.get("format") == "date" else None
    return " or ".join(
        dict.fromkeys((date if one == "string" else None) or words.get(one) or PLAIN[one] for one in types)
    )


def instance(node: Node) -> str:
    """Write the first example as it is typed."""
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
