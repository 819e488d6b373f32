"""The schema that is printed has only what JSON Schema knows, as strict validators such as Ajv want it."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from mapgen import resources
from mapgen.schema.standard import standard
from mapgen.source.parser import parse

ROOT = Path(__file__).parents[2]
SCHEMAS = {"journey": resources.schema, "library": resources.library_schema}
SPECS = [*sorted(ROOT.glob("examples/*/*.journey.yaml")), Path(__file__).with_name("whole.journey.yaml")]
KNOWN = {
    "$id", "$ref", "$schema", "additionalProperties", "anyOf", "default", "definitions", "description", "enum",
    "examples", "items", "maxItems", "maximum", "minItems", "minLength", "minimum", "pattern", "patternProperties",
    "properties", "required", "title", "type", "uniqueItems",
}  # fmt: skip
WANTED = {
    "object": {"properties", "patternProperties", "additionalProperties", "required"},
    "array": {"items", "minItems", "maxItems", "uniqueItems"},
    "string": {"minLength", "pattern"},
}
AJV = """
const Ajv = require(process.argv[1]);
new Ajv({strict: true}).compile(JSON.parse(require("fs").readFileSync(0)));
"""


def printed(kind: str) -> Any:  # noqa: ANN401 - JSON
    return standard(json.loads(SCHEMAS[kind]()))


def subschemas(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for group in ("definitions", "properties", "patternProperties"):
            for part in schema.get(group, {}).values():
                yield from subschemas(part)
        for part in (schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", [])):
            yield from subschemas(part)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_it_has_no_unknown_words_and_each_rule_stands_beside_its_type(kind: str) -> None:
    for part in subschemas(printed(kind)):
        assert part.keys() <= KNOWN
        assert isinstance(part.get("type", ""), str)
        assert "$ref" not in part or len(part) == 1
        for name, rules in WANTED.items():
            assert not rules & part.keys() or part.get("type") == name, part
        if {"minimum", "maximum"} & part.keys():
            assert part.get("type") in {"number", "integer"}
        assert set(part.get("required", ())) <= part.get("properties", {}).keys()


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_it_allows_what_the_schema_of_the_language_allows(spec: Path) -> None:
    source, _ = parse(spec.read_bytes(), name="x")

    assert source
    jsonschema.Draft7Validator(printed("journey")).validate(source.data)


REFUSED = [
    "stages: [1]",
    "stages: [{name: A, touchpoints: [{name: B, emotion: high}]}]",
    "stages: [{name: A, touchpoints: [{name: B, emotion: 1001}]}]",
    "stages: [{name: A, volume: -1}]",
    'stages: [""]',
    "stages: [A]\nlanes: [tea]",
    "stages: [A]\nowners: [{id: a}]",
    "stages: [A]\nsegments: [{name: B, traits: {age: [1]}}]",
]


@pytest.mark.parametrize("text", REFUSED)
def test_it_refuses_what_the_schema_of_the_language_refuses(text: str) -> None:
    source, _ = parse(f"title: T\n{text}\n", name="x")

    assert source
    for schema in (printed("journey"), json.loads(resources.schema())):
        assert not jsonschema.Draft7Validator(schema).is_valid(source.data)


@pytest.mark.skipif(not os.environ.get("MAPGEN_AJV"), reason="MAPGEN_AJV is not the path of the npm package ajv")
@pytest.mark.parametrize("kind", SCHEMAS)
def test_ajv_takes_it_in_strict_mode(kind: str) -> None:
    node = shutil.which("node")

    assert node
    subprocess.run([node, "-e", AJV, os.environ["MAPGEN_AJV"]], input=json.dumps(printed(kind)).encode(), check=True)
