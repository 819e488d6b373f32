"""A hint that shows what to write is right: written literally, it leaves nothing wrong there."""

import json
from pathlib import Path

import pytest

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic
from mapgen.pipeline import check
from mapgen.schema.shape import Schema
from mapgen.source.parser import parse
from mapgen.source.tree import Json

WHOLE = Path(__file__).with_name("whole.journey.yaml")
SCHEMA = Schema(json.loads(resources.schema()))


def places(data: Json, *, wanted: str) -> list[tuple[str | int, ...]]:
    """Return a path to each key whose value the schema wants to be of one type alone."""
    found: dict[str, tuple[str | int, ...]] = {}

    def walk(value: Json, parts: tuple[str | int, ...]) -> None:
        if SCHEMA.way(parts)[-1].shape.types == (wanted,):
            found.setdefault("/".join(part for part in parts if isinstance(part, str)), parts)
        below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for part, inner in below:
            walk(inner, (*parts, part))

    walk(data, ())
    return list(found.values())


def whole() -> Json:
    source, _ = parse(WHOLE.read_bytes(), name="a.journey.yaml")
    assert source
    return source.data


def read(written: str) -> Json:
    source, faults = parse(f"key: {written}", name="a.journey.yaml")
    assert source, faults
    assert isinstance(source.data, dict)
    return source.data["key"]


def put(parts: tuple[str | int, ...], value: object) -> str:
    """Return the whole spec, as JSON, with another value at one place."""
    data = json.loads(json.dumps(whole()))
    holder = data
    for part in parts[:-1]:
        holder = holder[part]
    holder[parts[-1]] = value
    return json.dumps(data, ensure_ascii=False)


def told(text: str, parts: tuple[str | int, ...]) -> list[Diagnostic]:
    """Return what is wrong with the shape at a place or below it."""
    pointer = "".join(f"/{part}" for part in parts)
    codes = {
        "wrong-type",
        "missing-key",
        "unknown-key",
        "unknown-value",
        "bad-url",
        "bad-date",
        "bad-image",
        "no-value",
    }
    return [
        one
        for one in check(text, name="a.journey.yaml").diagnostics
        if one.pointer.startswith(pointer) and one.code in codes
    ]


@pytest.mark.parametrize("written", ["counter, app", 0.3])
@pytest.mark.parametrize("parts", places(whole(), wanted="array"), ids=lambda parts: "/".join(map(str, parts)))
def test_a_value_where_a_list_is_wanted_becomes_the_list_that_the_hint_shows(
    parts: tuple[str | int, ...], written: str | float
) -> None:
    (fault,) = told(put(parts, written), parts)

    assert fault.code == "wrong-type"
    assert fault.hint
    shown = read(fault.hint.removeprefix("make a list of it: "))
    assert isinstance(shown, list)
    if parts != ("lanes",):  # which knows a few words only, and says which
        assert told(put(parts, shown), parts) == []


@pytest.mark.parametrize("parts", places(whole(), wanted="string"), ids=lambda parts: "/".join(map(str, parts)))
def test_a_list_where_a_text_is_wanted_becomes_the_text_that_the_hint_shows(parts: tuple[str | int, ...]) -> None:
    data = whole()
    for part in parts:
        data = data[part]  # type: ignore[index]  # the path leads through it
    (fault,) = told(put(parts, [data, data]), parts)

    assert fault.hint
    shown = fault.hint.removeprefix("write one text: ").removeprefix("write one of them, for instance ").split("; ")[0]
    assert told(put(parts, read(shown)), parts) == []


@pytest.mark.parametrize(
    "text",
    [
        "pain_points: [速くない、しかも高い。もう来ません]",
        'touchpoints: ["“Arrive, and wait”", Order]',
        "touchpoints: ['店頭、アプリ']",
        "touchpoints: [“Arrive”, “Order”]",
        "touchpoints: [店頭, アプリ]",
        "pain_points: [\N{LEFT SINGLE QUOTATION MARK}tis cold, don\N{RIGHT SINGLE QUOTATION MARK}t go]",
        "touchpoints:\n      - 店頭、アプリ",
        "pain_points: ['text\N{FULLWIDTH COLON} A']",
    ],
)
def test_signs_of_other_scripts_that_mean_what_they_are_pass(text: str) -> None:
    if text.startswith("pain_points"):
        text = f"touchpoints: [{{name: A, {text}}}]"

    assert check(f"title: T\nstages:\n  - name: A\n    {text}\n", name="x").diagnostics == ()
