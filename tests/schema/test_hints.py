"""A hint that shows what to write is right: written literally, it leaves nothing wrong there."""

import json
import re
from pathlib import Path

import pytest

from mapgen import resources
from mapgen.diagnostics.diagnostic import Diagnostic, Severity
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
    shown = read(fault.hint.removeprefix("write it as a list: "))
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
    shown = fault.hint.removeprefix("write one text: ").removeprefix("write one of them, for example ").split("; ")[0]
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


def hint(key: str, value: str) -> str:
    """Return what is told of a value of a touchpoint, and check that nothing is left to tell once it is followed."""
    (fault,) = faults(f"{key}: {value}")
    assert fault.hint
    written = re.sub("^(?:write it as a list|write [a-z1 ]+): |^write |^use |, conversion.*", "", fault.hint)
    assert faults(f"{key}: {written}") == ()
    return fault.hint


def faults(text: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a touchpoint that has a line more."""
    spec = f"title: T\nstages:\n  - name: A\n    touchpoints:\n      - name: B\n        {text}\n"
    return tuple(one for one in check(spec, name="x").diagnostics if one.severity is Severity.ERROR)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("moment_of_truth", "true", "use trust, conversion, churn or delight"),
        ("images", "a.png", "write it as a list: [{src: a.png, alt: The card form}]"),
        ("images", "The form", "write it as a list: [{src: card.png, alt: The form}]"),
        ("exits", "convert", "write it as a list: [{kind: convert}]"),
        ("exits", "30%", "write it as a list: [{kind: abandon, share: 0.3}]"),
        ("entry", "40%", "write it as a fraction of 1: 0.4"),
        ("entry", "0,4", "write a decimal point: 0.4"),
        ("entry", "on", "write true"),
        ("metrics", "{name: NPS}", "write it as a list: [{name: NPS}]"),
        ("exits", "{kind: abandon, share: 0.2}", "write it as a list: [{kind: abandon, share: 0.2}]"),
        ("tools", "{CRM, Mail}", "write it as a list: [CRM, Mail]"),
        ("tools", "{CRM: old}", 'write it as a list: ["CRM: old"]'),
    ],
)
def test_a_value_of_another_type_stands_in_the_hint_at_the_key_that_it_is_meant_for(
    key: str, value: str, expected: str
) -> None:
    assert hint(key, value) == expected


@pytest.mark.parametrize(
    ("value", "sign", "expected"),
    [
        ("1\N{FULLWIDTH COMMA}5", "fullwidth comma (U+FF0C)", "write a decimal point: 1.5"),
        ("1\N{ARABIC DECIMAL SEPARATOR}5", "arabic decimal separator (U+066B)", "write 1.5"),
        ('"\N{EN DASH}1"', "en dash (U+2013)", "write -1"),
        ("\N{FULLWIDTH HYPHEN-MINUS}1", "fullwidth hyphen-minus (U+FF0D)", "write -1"),
        ("\N{FULLWIDTH PLUS SIGN}2", "fullwidth plus sign (U+FF0B)", "write +2"),
        ("\N{FULLWIDTH DIGIT ONE}", "fullwidth digit one (U+FF11)", "write 1"),
        ("\N{HYPHEN}0,2", "hyphen (U+2010)", "write a decimal point: -0.2"),
        ("{score: \N{EN DASH}1}", "en dash (U+2013)", "write -1"),
    ],
)
def test_a_number_in_lookalike_signs_is_written_as_a_number_in_the_hint(value: str, sign: str, expected: str) -> None:
    (fault,) = faults(f"emotion: {value}")

    assert fault.code == "lookalike-sign"
    assert fault.message.endswith(f"is a lookalike: {sign}")
    assert fault.hint == expected
    assert faults(f"emotion: {expected.rsplit(maxsplit=1)[-1]}") == ()


def test_the_minus_that_maps_print_is_a_minus() -> None:
    assert faults("emotion: \N{MINUS SIGN}1") == faults("emotion: {score: \N{MINUS SIGN}1.5}") == ()
    assert faults("thought: \N{MINUS SIGN}5 °C outside") == ()


@pytest.mark.parametrize(
    ("scale", "emotion", "expected"),
    [
        ("{min: 1, max: 5, labels: {1: angry, 5: Happy}}", "happy", "write 5"),
        ("{min: 1, max: 5, labels: {1: angry, 5: Happy}}", "{score: Angry}", "write 1"),
        ("{min: 1, max: 5, labels: {1: angry, 5: Happy}}", "{score: glad}", "write a score from 1 (worst) to 5 (best)"),
        (
            "{min: 1, max: 5}",
            "glad",
            'write a score from 1 (worst) to 5 (best), and the feeling beside it: {score: 3, feeling: "glad"}',
        ),
        (
            "{}",
            "so, so",
            'write a score from -2 (worst) to 2 (best), and the feeling beside it: {score: 0, feeling: "so, so"}',
        ),
    ],
)
def test_a_feeling_for_a_score_is_written_on_the_scale_of_the_spec(scale: str, emotion: str, expected: str) -> None:
    spec = (
        f"title: T\nemotion_scale: {scale}\nstages:\n  - name: A\n    touchpoints:\n      - name: B\n        emotion: "
    )
    (fault,) = check(spec + emotion, name="x").diagnostics
    written = expected.removeprefix("write ").rpartition(": {score")
    shown = f"{{score{written[2]}" if written[1] else written[2]

    assert fault.hint == expected
    assert check(spec + ("1" if shown.startswith("a score") else shown), name="x").diagnostics == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exits: [0.3]", "write {kind: abandon, share: 0.3}"),
        ("metrics: [NPS]", "write {name: NPS}"),
        ("tools: [1,200 sheets, CRM]", 'quote it: "1,200 sheets"'),
        (
            'metrics: [{name: A, value: "1.200"}]',
            "write the number without separators: 1200, or with a decimal point: 1.200",
        ),
    ],
)
def test_an_item_or_a_number_is_written_as_it_was_meant(text: str, expected: str) -> None:
    assert [one.hint for one in faults(text)] == [expected]


def test_a_text_that_is_no_number_in_any_signs_is_of_the_wrong_type() -> None:
    assert [fault.code for fault in faults("emotion: 2\N{MINUS SIGN}3")] == ["wrong-type"]


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("metrics: [{name: N, value: 2,5, target: 3,5}]", [("unknown-key", "2.5"), ("duplicate-key", "3.5")]),
        ("emotion: {by: {ada: 0,5, bob: -1,5}}", [("no-value", "0.5"), ("duplicate-key", "-1.5")]),
        ("emotion: {score: 1, 5}", [("unknown-key", "1.5")]),
        ("x-a: {1: a,5: b,5: c}", [("duplicate-key", "two")]),
    ],
)
def test_each_number_with_a_decimal_comma_in_braces_is_written_with_a_point_in_the_hint(
    text: str, hints: list[tuple[str, str]]
) -> None:
    assert sorted((one.code, (one.hint or "").split()[-1]) for one in faults(text)) == sorted(hints)


def test_a_key_with_a_decimal_comma_in_braces_is_written_with_a_point_in_the_hint() -> None:
    text = "title: T\nemotion_scale: {min: 0, max: 1, labels: {0,5: so-so, 1: good}}\nstages: [A]\n"
    (fault,) = check(text, name="x").diagnostics

    assert (fault.code, fault.hint) == ("no-value", "write a decimal point: 0.5")
    assert check(text.replace("0,5", "0.5"), name="x").diagnostics == ()


@pytest.mark.parametrize(
    ("text", "sign", "right"),
    [
        ("exits: [{kind: churn, share:\N{IDEOGRAPHIC SPACE}0.1}]", "\N{IDEOGRAPHIC SPACE}", " "),
        ("tools:\n          - a\n          -\N{NO-BREAK SPACE}b", "\N{NO-BREAK SPACE}", " "),
        ("tools:\n          -\N{IDEOGRAPHIC SPACE}b", "\N{IDEOGRAPHIC SPACE}", " "),
        ("tools:\n          \N{EN DASH} b", "\N{EN DASH}", "-"),
        ("metrics:\n          \N{EN DASH} name: b", "\N{EN DASH}", "-"),
        ("metrics:\n          - name: a\n          \N{EN DASH} name: b", "\N{EN DASH}", "-"),
        ("\N{FULLWIDTH NUMBER SIGN} comment", "\N{FULLWIDTH NUMBER SIGN}", "#"),
    ],
)
def test_a_lookalike_blank_dash_or_number_sign_is_named(text: str, sign: str, right: str) -> None:
    found = faults(text)

    assert f"(U+{ord(sign):04X})" in found[0].message
    assert (found[0].hint or "").startswith("type ")
    assert faults(text.replace(sign, right)) == ()


def test_a_text_with_a_dash_behind_its_key_becomes_a_list() -> None:
    assert [fault.code for fault in faults("tools: \N{EN DASH} b")] == ["wrong-type"]


def followed(text: str) -> str:
    """Return the hint for the one fault of a touchpoint, which what it shows to write, in place of the value, ends."""
    (fault,) = faults(text)
    key, hint = text.partition(":")[0], fault.hint or ""
    shown = re.sub("^(?:write it as a list|write one text|quote it|quote the text): |^write ", "", hint)
    assert fault.code not in {after.code for after in faults(f"{key}: {shown}")}
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("channel: {name: web}", "web"),
        ("channel:\n          name: web", "web"),
        ("channel: {id: web, name: Web shop}", "web"),
        ("action: {waits}", '"{waits}"'),
        ("action: [Board](https://example.com) again", '"[Board](https://example.com) again"'),
        ("links: [Board](https://example.com)", '[{title: "Board", url: "https://example.com"}]'),
        ('links: "[Board](https://example.com)"', '[{title: Board, url: "https://example.com"}]'),
        ("links: {Board: https://example.com}", '[{title: Board, url: "https://example.com"}]'),
        ("links:\n          Board: https://example.com", '[{title: Board, url: "https://example.com"}]'),
        ("metrics: {NPS: 30, Wait: 4.5}", "[{name: NPS, value: 30}, {name: Wait, value: 4.5}]"),
    ],
)
def test_a_value_in_a_shape_that_people_write_is_written_as_the_hint_shows(text: str, expected: str) -> None:
    assert followed(text) == expected


@pytest.mark.parametrize(
    ("key", "item", "expected"),
    [
        ("links", '"[Board](https://example.com)"', '{title: Board, url: "https://example.com"}'),
        ("links", "[Board](https://example.com)", '{title: "Board", url: "https://example.com"}'),
        ("links", "https://example.com", '{url: "https://example.com"}'),
        ("metrics", "NPS", "{name: NPS}"),
        ("exits", "churn", "{kind: churn}"),
    ],
)
def test_a_text_as_an_item_that_has_keys_becomes_the_item_that_the_hint_shows(
    key: str, item: str, expected: str
) -> None:
    (fault,) = faults(f"{key}:\n          - {item}")

    assert fault.hint == f"write {expected}"
    assert faults(f"{key}:\n          - {expected}") == ()


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("review: {reviewed: 20260612}", "wrong-type", "write 2026-06-12"),
        ('review: {reviewed: "20260612"}', "bad-date", "write 2026-06-12"),
        ("review: {reviewed: 2026}", "wrong-type", "write year, month and day, 2026-06-12, or year and month, 2026-06"),
        ("duration: 3", "wrong-type", "write 3 days, 7-10 days, P3D for three days, or {value: 3, unit: days}"),
    ],
)
def test_a_number_for_a_text_of_a_certain_form_is_not_quoted(text: str, code: str, expected: str) -> None:
    (fault,) = check(f"title: T\n{text}\nstages: [A]\n", name="x").diagnostics

    assert (fault.code, fault.hint) == (code, expected)
    assert check("title: T\nreview: {reviewed: 2026-06-12}\nstages: [A]\n", name="x").diagnostics == ()


def test_a_wrong_key_where_only_a_few_words_are_welcome_is_no_text_with_a_colon() -> None:
    spec = "title: T\nstages: [{name: A, moment_of_truth: {decides: churn}}]\n"

    assert {fault.code for fault in check(spec, name="x").diagnostics} == {"missing-key", "unknown-key"}
