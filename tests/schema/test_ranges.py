"""Each number of a spec has a range, and whatever number is written ends in a map or in a diagnostic."""

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mapgen.audit.policy import Policy
from mapgen.audit.run import run_audit
from mapgen.pipeline import DrawRequest, check, draw
from tests.schema.test_schema_file import PARTS, SCHEMA, follow, whole_journey

THEME = json.loads((Path(__file__).parents[2] / "schemas" / "theme.schema.json").read_text(encoding="utf-8"))
OUTSIDE = ("1e308", "-1e308", "5e-324", "-5e-324", "1e-400", "1" + 400 * "0", "1" + 250 * "0", "-1" + 250 * "0")
Way = tuple[str | int, ...]


def is_number(schema: Any) -> bool:
    types = schema.get("type")
    return bool({"number", "integer"} & set(types if isinstance(types, list) else [types]))


def numbers(schema: Any, value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Each number in a journey, by the way to it, with its schema."""
    schema = follow(schema)
    if isinstance(value, dict):
        for name, part in value.items():
            below = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
            if isinstance(below, dict):
                yield from numbers(below, part, (*way, name))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from numbers(schema["items"], part, (*way, at))
    elif is_number(schema) and isinstance(value, int | float) and not isinstance(value, bool):
        yield way, schema


JOURNEY = whole_journey()
NUMBERS = {schema["markdownDescription"] if "markdownDescription" in schema else schema["title"]: (way, schema)
           for way, schema in numbers(SCHEMA, JOURNEY)}  # fmt: skip


def with_number(way: Way, written: str) -> str:
    """The whole journey with another number in one place."""
    journey = copy.deepcopy(JOURNEY)
    inside = journey
    for part in way[:-1]:
        inside = inside[part]
    inside[way[-1]] = "NUMBER"
    return json.dumps(journey).replace('"NUMBER"', written)


@pytest.mark.parametrize("pointer", [pointer for pointer, schema in PARTS.items() if is_number(schema)])
def test_each_number_has_a_range(pointer: str) -> None:
    schema = PARTS[pointer]

    assert "enum" in schema or {"minimum", "maximum"} <= schema.keys()


def test_each_number_of_a_theme_has_a_range() -> None:
    found = [part for part in THEME["properties"].values() if is_number(part)]

    assert found
    assert all({"minimum", "maximum"} <= part.keys() for part in found)


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("written", OUTSIDE)
def test_a_number_out_of_its_range_is_refused(name: str, written: str) -> None:
    way, _ = NUMBERS[name]

    checked = check(with_number(way, written), name="x.yaml")

    assert checked.failed
    assert {one.code for one in checked.diagnostics} & {"out-of-range", "bad-number", "unknown-value", "wrong-type"}


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("end", ["minimum", "maximum", "least"])
def test_the_ends_of_a_range_give_a_map_or_a_diagnostic(name: str, end: str) -> None:
    way, schema = NUMBERS[name]
    if end not in schema and end != "least":
        return

    checked = check(with_number(way, "1e-12" if end == "least" else str(schema[end])), name="x.yaml")

    if checked.failed or not (checked.journey and checked.source):
        assert checked.diagnostics
        return
    run_audit(checked.source, checked.journey, Policy(day=date(2026, 10, 1).isoformat()))
    files = draw(DrawRequest(checked.journey, "x", ("svg", "md", "json")))
    assert not any(word in files[".svg"] + files[".json"] for word in (b"NaN", b"Infinity", b'="nan', b'="inf'))


@pytest.mark.parametrize("label", ["5e-324", "1e308", "0x" + 290 * "f", ".nan", "1" + 299 * "0"])
def test_a_label_at_a_number_that_is_none_is_refused(label: str) -> None:
    text = f"title: x\nstages: [a]\nemotion_scale: {{labels: {{{label}: far}}}}\n"

    assert [one.code for one in check(text, name="x.yaml").diagnostics] == ["bad-scale"]


@pytest.mark.parametrize("every", ["{value: 1e308, unit: years}", "{value: 999999999, unit: years}", "P999999999Y"])
def test_a_review_that_is_never_due_ends_nothing(every: str) -> None:
    checked = check(f"title: x\nstages: [a]\nreview: {{reviewed: 2026-01-01, every: {every}}}\n", name="x.yaml")

    if checked.source and checked.journey:
        assert run_audit(checked.source, checked.journey, Policy(day="2026-10-01")) is not None
    else:
        assert [one.code for one in checked.diagnostics] == ["out-of-range"]
