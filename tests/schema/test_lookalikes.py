"""A sign that only looks like one of YAML is named where it stands, and the spec reads once the hint is followed."""

# ruff: noqa: RUF001  signs that look alike are what these tests are about

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.pipeline import check

SPACE = "\N{IDEOGRAPHIC SPACE}"


def faults(text: str) -> list[Diagnostic]:
    """Return what is wrong with a spec with these lines before its stages, unless they are the stages."""
    stages = "" if "stages:" in text else "\nstages: [Arrive]"
    found = check(f"title: T\n{text}{stages}\n", name="x").diagnostics
    return [fault for fault in found if fault.severity is not Severity.INFO]


def touchpoints(text: str) -> str:
    return f"stages:\n  - name: A\n    touchpoints: {text}"


COMMAS = [
    ("[{name: B， emotion: 1}]", "B"),
    ("[{name: B、emotion: 1}]", "B"),
    ("[{name: B,\n       emotion: 1， action: waits}]", "1"),
    ("[{name: B，\n       emotion: 1}]", "B"),
    ("[{name: B}，{name: C}]", "}"),
    ("[{name: B}， {name: C}]", "}"),
    ('["B"，"C"]', '"B"'),
]


@pytest.mark.parametrize(("text", "before"), COMMAS)
def test_a_comma_of_another_script_in_brackets_is_named(text: str, before: str) -> None:
    (fault,) = faults(touchpoints(text))

    assert fault.code == "lookalike-sign"
    assert before.strip('"') in fault.message
    assert "comma" in fault.message
    assert fault.hint == "type , and a space"
    assert faults(touchpoints(text.replace("，", ", ").replace("、", ", "))) == []


def test_text_of_another_script_with_a_comma_is_not_what_lacks_one() -> None:
    (fault,) = faults(touchpoints("[{name: 你好，世界 emotion: 1}]"))

    assert fault.code == "missing-comma"


def test_a_comma_is_looked_for_near_the_place_where_reading_stopped() -> None:
    (near,) = faults(touchpoints(f"[{{name: B， {'a' * 100}: 1}}]"))
    (far,) = faults(touchpoints(f"[{{name: B， {'a' * 300}: 1}}]"))

    assert (near.code, far.code) == ("lookalike-sign", "missing-comma")


SIGNS = [
    (touchpoints(f"[{{name: B,{SPACE}emotion: 1}}]"), SPACE, " "),
    (touchpoints(f"[{{{SPACE}name: B}}]"), SPACE, " "),
    (touchpoints("[{name: B,\N{NO-BREAK SPACE}emotion: 1}]"), "\N{NO-BREAK SPACE}", " "),
    (touchpoints("\n      - ｛name: B}"), "｛", "{"),
    (touchpoints("\n      - ｛name: B, emotion: 1}"), "｛", "{"),
    (touchpoints("【{name: B}]"), "【", "["),
    (touchpoints("＃ comment\n      - name: B"), "＃", "#"),
    ("emotion_scale: ｛min: 0, max: 1}", "｛", "{"),
    ("＃ comment: on it", "＃", "#"),
    ("segments:\n  - name: A\n    traits:\n      age：34", "：", ": "),
    (f"segments: [{{name: A, traits: {{age:{SPACE}34}}}}]", SPACE, " "),
    (f"segments: [{{name: A, traits: {{{SPACE}age: 34}}}}]", SPACE, " "),
    ("segments: [{name: A, traits: {age：34}}]", "：", ": "),
    (f"x-tool: {{age:{SPACE}34}}", SPACE, " "),
    ("x-tool: {age：34}", "：", ": "),
    ("x-tool: [{備考：34}]", "：", ": "),
]


@pytest.mark.parametrize(("text", "sign", "right"), SIGNS)
def test_a_lookalike_in_braces_or_before_a_comment_is_named(text: str, sign: str, right: str) -> None:
    (fault,) = faults(text)

    assert fault.code == "lookalike-sign"
    assert f"(U+{ord(sign):04X})" in fault.message
    assert (fault.hint or "").startswith("type ")
    assert faults(text.replace(sign, right)) == []


def test_emotions_of_personas_with_another_space_are_named() -> None:
    text = f"personas: [{{id: ada, name: Ada}}]\n{touchpoints('[{name: B, emotion: {score: 1, by: {ada: 1}}}]')}"
    (fault,) = faults(text.replace("ada: 1", f"ada:{SPACE}1"))

    assert fault.message == 'the space after "ada:" is a lookalike: ideographic space (U+3000)'
    assert faults(text) == []


@pytest.mark.parametrize("text", ["【Slow，Dear】", "［Slow, Dear］", "〔Slow、Dear〕"])
def test_a_list_in_brackets_of_another_script_is_written_out(text: str) -> None:
    (fault,) = faults(touchpoints(f"[{{name: B, pain_points: {text.replace('，', '、').replace(',', '、')}}}]"))

    assert (fault.code, fault.hint) == ("lookalike-sign", "write it as a list: [Slow, Dear]")


CURLY = [
    "x-tool: {note: “Slow, dear”, key: 1}",
    "segments: [{name: A, traits: {note: “Slow, dear”, age: 34}}]",
    "segments: [{name: A, traits: {note: “Slow, cold, dear”, age: 34}}]",
    "links: [{title: “Slow, dear”, url: https://example.com}]",
    "links: [{title: Board, url: “https://example.com”}]",
]


@pytest.mark.parametrize("text", CURLY)
def test_curly_quotes_around_a_value_are_named_once(text: str) -> None:
    (fault,) = faults(text)

    assert (fault.hint or "").endswith('in straight quotes: "…"')
    assert faults(text.replace("“", '"').replace("”", '"')) == []


@pytest.mark.parametrize(
    "text",
    [
        'x-tool: {"age：34": , "，": 1}',
        "x-tool: {【重要】: あり, ＃: 1}",
        "x-tool: {名前: あり, note: “Slow”}",
        "segments: [{name: A, traits: {名前: あり}}]",
        "summary: 【A】 and ＃1",
    ],
)
def test_signs_that_are_meant_pass(text: str) -> None:
    assert faults(text) == []


def test_percentages_with_a_decimal_comma_are_named_each_and_read_as_their_hints_say() -> None:
    text = touchpoints("[{name: B, metrics: [{name: N, value: 0,5%, target: 0,5%}]}]")

    assert sorted((fault.code, fault.hint or "") for fault in faults(text)) == [
        ("duplicate-key", "write 0.5, or 0.005 where a fraction of 1 is expected"),
        ("unknown-key", "write only the number: 0.5"),
    ]
    assert faults(text.replace("0,5%", "0.5")) == []
