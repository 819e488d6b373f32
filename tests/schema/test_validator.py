import json
import random
from copy import deepcopy
from pathlib import Path

import pytest

from mapgen.schema.fast_path import FastPath
from mapgen.schema.validator import MAX_REPORTED, breaches_by_reference, breaches_by_rust, check
from mapgen.source.parser import parse
from mapgen.source.tree import Json, Source

SCHEMA: Json = json.loads((Path(__file__).parents[2] / "schemas" / "journey.schema.json").read_bytes())
WHOLE = """\
mapgen: 1
title: Morning coffee
goals: {customer: [A coffee], business: [A regular]}
emotion_scale: {min: -2, max: 2, labels: {1: fine}}
duration: PT20M
review: {reviewed: 2026-10-01, every: {value: 3, unit: months}}
personas: [{id: maya, name: Maya, buying_role: user, demographics: {age: 29}}, Tom]
lanes: [touchpoints, x-mood]
stages:
  - id: arrive
    name: Arrive
    volume: 120
    repeats: false
    questions: [Is it free?, {text: Is it hot?}]
    metrics: [{name: Waiting, value: 7, better: lower, history: [{date: 2026-01-01, value: 9}]}]
    exits: [{kind: abandon, share: 0.3}]
    touchpoints:
      - name: Sees the queue
        emotion: {score: -1, by: {maya: -2}}
        moment_of_truth: trust
        pain_points: [{text: Long wait, severity: high}]
        importance: {customer: 5}
        images: [{src: a.png, alt: The queue}]
      - name: Orders
        emotion: 1
flow: [{from: sees-the-queue, to: orders, share: 0.5}]
"""


def source(text: str) -> Source:
    found, faults = parse(text, name="a.journey.yaml")

    assert not faults
    assert found is not None
    return found


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    found = check(source(text), SCHEMA)
    return [
        (f"{one.span.line}:{one.span.column}" if one.span else "-", one.code, one.message, one.hint) for one in found
    ]


def test_a_right_spec_gets_nothing() -> None:
    assert not told(WHOLE)


def test_faults_come_in_the_order_of_the_text() -> None:
    places = [one.span for one in check(source("stages: 5\nzzz: 1\ntitle: 2\nid: A\n"), SCHEMA)]

    assert places == sorted(place for place in places if place)
    assert len(places) == 4


def test_a_key_that_looks_like_an_index_is_found() -> None:
    assert told("title: x\nstages: [a]\nemotion_scale: {labels: {01: 5, 1: 6}}\n") == [
        ("3:30", "wrong-type", "`01` must be text, not a number", 'quote it: "5"'),
        ("3:36", "wrong-type", "`1` must be text, not a number", 'quote it: "6"'),
    ]


def test_a_number_is_quoted_as_it_was_written() -> None:
    assert told("title: 1.50\nstages: [a]\n")[0][3] == 'quote it: "1.50"'


def test_the_words_of_an_author_are_cut() -> None:
    ((_, _, message, hint),) = told(f"title: x\nstages: [a]\n{'k' * 1000}: 1\n")

    assert len(message) < 100
    assert hint is not None
    assert len(hint) < 120


def test_a_missing_key_is_told_on_the_first_line_of_what_lacks_it() -> None:
    assert told("title: x\nstages:\n  - goal: y\n    volume: 1\n")[0][0] == "3:5"


def test_a_fault_is_told_once_and_not_with_what_follows_from_it() -> None:
    text = 'title: x\nstate: 5\nduration: ""\nstages:\n  - nmae: y\n'

    assert [code for _, code, _, _ in told(text)] == ["wrong-type", "empty-text", "unknown-key"]


def test_many_faults_are_cut_off() -> None:
    stages = "".join(f"  - {{nme: {index}}}\n" for index in range(1000))

    assert len(told(f"title: x\nstages:\n{stages}")) == MAX_REPORTED


def test_many_unknown_keys_of_one_thing_are_cut_off() -> None:
    keys = "".join(f"k{index}: 1\n" for index in range(50_000))

    assert len(told(f"title: x\nstages: [a]\n{keys}")) == 20


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ('"5"', "remove the quotes: 5"),
        ("70.2 %", "write only the number: 70.2"),
        ("41,200", "write the number without separators: 41200"),
        ("1,5", "write a decimal point: 1.5"),
        ("many", "write a number, for example 41200"),
        ("[5]", None),
    ],
)
def test_hints_for_a_number(value: str, hint: str | None) -> None:
    text = f"title: x\nstages:\n  - name: y\n    volume: {value}\n"

    assert told(text)[0][3] == hint


@pytest.mark.parametrize(
    ("date", "hint"),
    [
        ("2026/6/1", "write 2026-06-01"),
        ("2026.06.01", "write 2026-06-01"),
        ("2026/5", "write 2026-05"),
        ("5/2026", "write 2026-05"),
        ("2026/13/45", "write year, month and day, 2026-06-12, or year and month, 2026-06"),
        ("June", "write year, month and day, 2026-06-12, or year and month, 2026-06"),
    ],
)
def test_hints_for_a_date(date: str, hint: str) -> None:
    assert told(f"title: x\nstages: [a]\nreview: {{reviewed: {date}}}\n") == [
        ("3:20", "bad-date", f'"{date}" is not a date', hint)
    ]


def test_the_schema_refers_to_nothing_outside_itself() -> None:
    assert json.dumps(SCHEMA).count('"$ref": "') == json.dumps(SCHEMA).count('"$ref": "#/definitions/')


def test_the_schema_has_no_combinators() -> None:
    assert not {"oneOf", "anyOf", "allOf", "not", "if"} & set(json.dumps(SCHEMA).split('"'))


def mutants(count: int) -> list[Json]:
    """Return copies of a right spec, each with one to three values replaced, renamed or taken out."""
    dice = random.Random(7)  # noqa: S311 - for variety, not for secrets
    strange: list[Json] = [
        None,
        True,
        0,
        -1,
        12,
        1.5,
        10**30,
        "",
        "x",
        "P3",
        "2026-13-99",
        [],
        [[]],
        ["a", "a"],
        {},
        {"zz": {}},
    ]
    found: list[Json] = []
    for _ in range(count):
        data = deepcopy(source(WHOLE).data)
        for _ in range(dice.randint(1, 3)):
            holder = dice.choice(holders(data))
            if isinstance(holder, dict) and holder:
                key = dice.choice(list(holder))
                old = holder.pop(key)
                if dice.random() < 0.8:
                    holder[dice.choice([key, key, key, key[:-1] + "q"])] = deepcopy(dice.choice([*strange, old]))
            elif isinstance(holder, list):
                holder.append(deepcopy(dice.choice(strange)))
        found.append(data)
    return found


def holders(data: Json) -> list[dict[str, Json] | list[Json]]:
    if not isinstance(data, dict | list):
        return []
    below = data.values() if isinstance(data, dict) else data
    return [data, *(holder for value in below for holder in holders(value))]


def test_both_validators_find_the_same() -> None:
    for mutant in mutants(150):
        by_rust = {(tuple(map(str, parts)), keyword) for parts, keyword in breaches_by_rust(mutant, SCHEMA)}
        by_reference = {(tuple(map(str, parts)), keyword) for parts, keyword in breaches_by_reference(mutant, SCHEMA)}

        assert by_rust == by_reference, mutant


def test_a_glance_is_content_with_what_is_right_and_with_nothing_else() -> None:
    for mutant in mutants(600):
        right = not list(breaches_by_rust(mutant, SCHEMA))

        assert right or not FastPath(SCHEMA).right(mutant), mutant


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[2].glob("examples/*/*.yaml")), ids=lambda path: path.stem
)
def test_a_glance_is_enough_for_an_example(path: Path) -> None:
    assert FastPath(SCHEMA).right(source(path.read_text(encoding="utf-8")).data)


@pytest.mark.parametrize(
    ("schema", "data"),
    [
        ({"multipleOf": 2}, 3),
        ({"enum": [1]}, True),
        ({"type": "integer"}, 1.5),
        ({"pattern": "^a$"}, "a\n"),
        ({"uniqueItems": True}, [1, 1.0]),
        ({"patternProperties": {"^y-": False}}, {"y-a": 1}),
        ({"properties": {"x-a": False}, "patternProperties": {"^x-": True}}, {"x-a": 1}),
        ({"$ref": "#/definitions/none"}, 1),
        (False, 1),
    ],
)
def test_a_glance_leaves_doubts_to_others(schema: Json, data: Json) -> None:
    assert not FastPath(schema).right(data)


@pytest.mark.parametrize("text", ["a\n", "a", "a\n\n"])
def test_both_validators_mean_the_same_by_the_end_of_a_text(text: str) -> None:
    data: Json = {"title": "x", "stages": ["a"], "id": text}

    assert (
        bool(list(breaches_by_rust(data, SCHEMA))) == bool(list(breaches_by_reference(data, SCHEMA))) == (text != "a")
    )


def test_without_the_fast_validator_the_reference_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "title: 5\nstages: [{nme: x, volume: -1}]\n"
    fast = told(text)
    monkeypatch.setitem(__import__("sys").modules, "jsonschema_rs", None)

    assert told(text) == fast


def test_every_fault_of_a_mutant_is_worded() -> None:
    for mutant in mutants(100):
        text = json.dumps(mutant)
        found, _ = parse(text, name="a")
        if found is None or not list(breaches_by_rust(found.data, SCHEMA)):
            continue

        assert check(found, SCHEMA), text


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("about 2 hours", "write 2 hours"),
        ("2h", "write 2 hours"),
        ("~5 min.", "write 5 minutes"),
        ("an hour", "write 1 hour"),
        ("3 Days", "write 3 days"),
        ("5 mins - 2 hrs", "write 5 minutes to 2 hours"),
        ("7 .. 10 d", "write 7 to 10 days"),
        ("soon", "write 3 days, 7-10 days, P3D for three days, or {value: 3, unit: days}"),
    ],
)
def test_hints_for_a_duration(written: str, hint: str) -> None:
    spec = "title: x\nstages: [{{name: a, touchpoints: [{{name: b, wait: {}}}]}}]\n"
    ((_, code, _, found),) = told(spec.format(written))

    assert (code, found) == ("bad-duration", hint)
    if written != "soon":
        assert told(spec.format(hint.removeprefix("write "))) == []
