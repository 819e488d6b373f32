"""Where YAML cuts a text without an error, a warning names the sign, and its hint keeps the text whole."""

import re

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.pipeline import check

SPEC = "title: T\nstages:\n  - name: A\n    touchpoints:\n      - name: B\n        {}\n"


def warned(text: str) -> tuple[Diagnostic, ...]:
    found = check(SPEC.format(text), name="x").diagnostics
    assert all(one.severity is Severity.WARNING for one in found), found
    return found


@pytest.mark.parametrize(
    ("text", "message", "whole"),
    [
        ("need: We are number #1", 'the text ends at "We are number": "#1" is a comment', '"We are number #1"'),
        ("tools: [CRM, Form (A, B)]", '"Form (A, B)" is 2 items: commas in it separate', '"Form (A, B)"'),
        ("tools: [Form (A, B, C), CRM]", '"Form (A, B, C)" is 3 items: commas in it separate', '"Form (A, B, C)"'),
        (
            'tools: [Says "a, b" twice]',
            '"Says "a, b" twice" is 2 items: commas in it separate',
            "'Says \"a, b\" twice'",
        ),
        ("tools: [x1,200 sheets]", '"x1,200 sheets" is 2 items: the comma in it separates', '"x1,200 sheets"'),
        (
            "pain_points: [Costs 1,50 euro, Far]",
            '"Costs 1,50 euro" is 2 items: the comma in it separates',
            '"Costs 1,50 euro"',
        ),
    ],
)
def test_a_text_that_yaml_cuts_is_told_and_kept_whole_by_the_hint(text: str, message: str, whole: str) -> None:
    (found,) = warned(text)

    assert (found.code, found.message) == ("cut-text", message)
    assert found.hint
    assert found.hint.split(";")[0] == f"quote the text: {whole}"
    assert warned(text.replace(re.sub(r"^.(.*).$", r"\1", whole), whole)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "need: Quiet # a comment",
        "need: Quiet #mapgen: allow hypothesis because so",
        "emotion: 1 #todo",
        'need: "We are #1"',
        "need: It is C#",
        "tools: [CRM, Till]",
        "tools: [Form (A), Form (B)]",
        "tools: [A smile :(, Till]",
        'tools: [5" screen, 7" screen]',
        'tools: ["a (b", "c) d"]',
        "tools: [Room 1, 2nd floor]",
        "x-numbers: [1,2,3]",
        "tools:\n          - Costs 1,50\n          - Form (A, B)",
        "tools: [it's, Anna's]",
    ],
)
def test_a_text_that_is_whole_passes(text: str) -> None:
    assert warned(text) == ()


def test_a_list_marker_after_a_dash_is_told() -> None:
    (found,) = warned("tools:\n          - CRM\n          - \N{BULLET} Till")

    assert (found.code, found.message) == ("list-marker", "the text starts with a list marker: bullet (U+2022)")
    assert found.hint == "remove it: Till"


def test_a_text_with_brackets_in_braces_is_told_as_one() -> None:
    (found,) = check(
        SPEC.format("importance: {customer: 1}")
        .replace("name: B", "{name: Pays (card, cash)}", 1)
        .replace("        importance: {customer: 1}\n", ""),
        name="x",
    ).diagnostics

    assert (found.code, found.hint) == ("cut-text", 'quote the text: "Pays (card, cash)"')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"format": "mapgen-journey", "version": 1, "journey": {"title": "T"}}',
            "the file is the JSON output of mapgen, not a spec",
        ),
        ("stage,touchpoint,emotion\nArrive,Queue,-1\n", "the file is a table (CSV), not a spec"),
        ("stage;touchpoint\nArrive;Queue: long\n", None),
        ("journey\n  title Day\n  section Go\n    Tea: 5: Me\n", "the file is a Mermaid diagram, not a spec"),
        ("flowchart LR\n  A --> B\n", "the file is a Mermaid diagram, not a spec"),
    ],
)
def test_files_of_other_kinds_are_recognized(text: str, message: str | None) -> None:
    found = check(text, name="x").diagnostics

    if message is None:
        assert not found[0].message.endswith("not a spec")
    else:
        assert [(one.code, one.message) for one in found] == [("not-a-journey", message)]
        assert found[0].hint
