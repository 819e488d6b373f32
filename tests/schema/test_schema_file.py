"""The schema file itself: well formed, documented at each key, closed, and wide enough for the whole language."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE.parents[1] / "schemas" / "journey.schema.json").read_text(encoding="utf-8"))
COMBINATORS = {"oneOf", "anyOf", "allOf", "not", "if", "then", "else", "dependencies"}


class SpecLoader(yaml.CSafeLoader):
    """YAML as specs are read: a date stays a text. The pure loader stumbles over `[Can I cancel?]`."""


SpecLoader.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def whole_journey() -> Any:
    loaded = SpecLoader((HERE / "whole.journey.yaml").read_text(encoding="utf-8")).get_single_data()
    return json.loads(json.dumps(loaded))  # keys become texts: `labels: {-2: angry}`


def follow(schema: Any) -> Any:
    return SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def subschemas(schema: Any = SCHEMA, pointer: str = "#") -> Iterator[tuple[str, Any]]:
    """Each schema of the file with its place, references left alone."""
    yield pointer, schema
    for group in ("definitions", "properties"):
        for name, part in schema.get(group, {}).items():
            yield from subschemas(part, f"{pointer}/{group}/{name}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from subschemas(schema[key], f"{pointer}/{key}")


def is_closed(schema: Any) -> bool:
    return schema["additionalProperties"] is False and schema["patternProperties"] == {"^x-": True}


def walk(schema: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """Each map of the journey, beside the schema that it is held against."""
    schema = follow(schema)
    if isinstance(value, list):
        for item in value:
            yield from walk(schema["items"], item)
    if isinstance(value, dict):
        yield schema, value
        for name, part in schema.get("properties", {}).items():
            if name in value:
                yield from walk(part, value[name])


PARTS = dict(subschemas())
KEYS = {
    f"{pointer}/properties/{name}": part
    for pointer, schema in PARTS.items()
    for name, part in schema.get("properties", {}).items()
}
OBJECTS = {pointer: schema for pointer, schema in PARTS.items() if "object" in schema.get("type", ())}
ENUMS = {pointer: schema for pointer, schema in PARTS.items() if "enum" in schema}


def test_it_is_a_valid_draft_07_schema() -> None:
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("word", ["title", "description", "markdownDescription"])
def test_each_key_says_what_it_means(word: str) -> None:
    silent = [pointer for pointer, key in KEYS.items() if not follow(key).get(word)]

    assert silent == []


def test_each_object_is_closed_or_a_free_map() -> None:
    open_objects = [
        pointer
        for pointer, schema in OBJECTS.items()
        if not (is_closed(schema) if "properties" in schema else isinstance(schema["additionalProperties"], dict))
    ]

    assert open_objects == []


def test_each_word_of_an_enum_is_described() -> None:
    uneven = [
        pointer
        for pointer, schema in ENUMS.items()
        if not len(schema["enum"]) == len(schema["enumDescriptions"]) == len(schema["markdownEnumDescriptions"])
    ]

    assert uneven == []


def test_no_schema_uses_a_combinator() -> None:
    assert [pointer for pointer, schema in PARTS.items() if COMBINATORS & set(schema)] == []


def test_a_reference_stands_alone_and_leads_somewhere() -> None:
    references = [schema for schema in PARTS.values() if "$ref" in schema]

    assert all(list(schema) == ["$ref"] for schema in references)
    assert {schema["$ref"] for schema in references} == {f"#/definitions/{name}" for name in SCHEMA["definitions"]}


def test_each_example_is_valid() -> None:
    errors = [
        f"{pointer}: {error.message}"
        for pointer, schema in PARTS.items()
        for example in schema.get("examples", [])
        for error in Draft7Validator({**schema, "definitions": SCHEMA["definitions"]}).iter_errors(example)
    ]

    assert errors == []


def test_the_whole_language_is_valid() -> None:
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(whole_journey())] == []


def test_the_whole_language_uses_each_key() -> None:
    used = {
        id(schema["properties"][name])
        for schema, value in walk(SCHEMA, whole_journey())
        for name in value
        if name in schema.get("properties", {})
    }

    assert [pointer for pointer, key in KEYS.items() if id(key) not in used] == []


@pytest.mark.parametrize("text", ["P", "PT", "P1DT", "a day", "P-1D", "p1d", "P1H", ""])
def test_a_duration_that_says_nothing_is_refused(text: str) -> None:
    journey = {"title": "Coffee", "stages": ["Arrive"], "duration": text}

    assert not Draft7Validator(SCHEMA).is_valid(journey)


@pytest.mark.parametrize("text", ["P3D", "P2W", "PT20M", "P1Y2M3DT4H5M6S", "PT1H30S", "1 day", "7-10 days"])
def test_a_duration_is_taken(text: str) -> None:
    journey = {"title": "Coffee", "stages": ["Arrive"], "duration": text}

    assert Draft7Validator(SCHEMA).is_valid(journey)
