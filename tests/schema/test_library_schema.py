"""The schema of libraries: made of the definitions of the schema of the language."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

SCHEMAS = Path(__file__).parents[2] / "schemas"
JOURNEY = json.loads((SCHEMAS / "journey.schema.json").read_text(encoding="utf-8"))
FILE = SCHEMAS / "library.schema.json"
KEYS = ("mapgen", "uses", "segments", "personas", "owners", "channels", "evidence")
MEANING = "A library, version 1 of the language: declarations that several specs share. A spec names it under"


def references(schema: Any) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(references, schema))
    if not isinstance(schema, dict):
        return set()
    own = {schema["$ref"].rpartition("/")[2]} if isinstance(schema.get("$ref"), str) else set()
    return own.union(*map(references, schema.values()))


def library() -> dict[str, Any]:
    properties = {key: JOURNEY["properties"][key] for key in KEYS}
    needed: set[str] = set()
    while more := references([properties, [JOURNEY["definitions"][name] for name in needed]]) - needed:
        needed |= more
    return {
        "$schema": JOURNEY["$schema"],
        "$id": "urn:mapgen:library:1",
        "type": "object",
        "title": "Shared library",
        "description": f"{MEANING} uses. Keys that start with x- are custom keys.",
        "markdownDescription": f"{MEANING} `uses`. Keys that start with `x-` are custom keys.",
        "properties": properties,
        "patternProperties": {"^x-": True},
        "additionalProperties": False,
        "definitions": {name: held for name, held in JOURNEY["definitions"].items() if name in needed},
    }


def test_it_has_the_declarations_of_the_language(pytestconfig: pytest.Config) -> None:
    expected = json.dumps(library(), indent=2, ensure_ascii=True) + "\n"
    if pytestconfig.getoption("--accept"):
        FILE.write_text(expected, encoding="utf-8")

    assert FILE.read_text(encoding="utf-8") == expected


def test_it_is_a_valid_draft_07_schema() -> None:
    Draft7Validator.check_schema(json.loads(FILE.read_text(encoding="utf-8")))
