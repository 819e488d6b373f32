"""Where YAML cuts a text without an error, a warning names the sign, and its hint keeps the text whole."""

import re

import pytest

from mapgen.diagnostics.diagnostic import Diagnostic, Severity
from mapgen.model.libraries import Libraries, without_files
from mapgen.model.library import LibraryFile
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
        "tools: [CRM, • Till • Door]",
        "need: Costs\n          1,50 - 2,50",
        "tools:\n          - CRM\n          - name - Till",
    ],
)
def test_a_text_that_is_whole_passes(text: str) -> None:
    assert warned(text) == ()


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("{name: Room #4}", (5, 16), "Room #4"),
        ("{name: Room #4, emotion: 1}", (5, 16), "Room #4"),
        ("{name: B, tools: [Till, Room #4]}", (5, 33), "Room #4"),
        ("{name: B,\n         tools: [\n           Room #4 left,\n           Till]}", (7, 12), "Room #4 left"),
        ("name: B\n        need: Sees the #1\n          of them", (6, 15), "Sees the #1"),
    ],
)
def test_a_comment_that_takes_a_bracket_or_the_next_line_is_told(text: str, place: tuple[int, int], whole: str) -> None:
    spec = SPEC.partition("name: B")[0]
    (found,) = check(spec + text, name="x").diagnostics

    assert (found.code, found.hint) == ("cut-text", f'quote the text: "{whole}"')
    assert found.span
    assert (found.span.line, found.span.column) == place
    if "of them" not in text:
        assert check(spec + text.replace(whole, f'"{whole}"'), name="x").diagnostics == ()


def test_a_text_that_is_all_comment_is_told() -> None:
    (found,) = check(SPEC.format("need: #1 choice"), name="x").diagnostics
    (own,) = warned("x-need: #1 choice")

    assert (found.code, found.hint) == ("no-value", 'a # starts a comment; quote the text: "#1 choice"')
    assert own.hint == 'quote the text: "#1 choice"; or put a space after # if it is a comment'
    assert warned('need: "#1 choice"') == warned("x-need: # none yet") == ()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("x-note: {text: Low (a, b), c: 1}", '"Low (a, b)"'),
        ("tools: [Pays 'card, cash' only]", "\"Pays 'card, cash' only\""),
        ("tools: [Sagt „ja, gern“ oft]", '"Sagt „ja, gern“ oft"'),
        ("tools: [予約（前, 後）, Till]", '"予約（前, 後）"'),  # noqa: RUF001 - signs that look alike
        ("tools: [Form (A,\n          B), Till]", '"Form (A, B)"'),
    ],
)
def test_brackets_and_quotes_of_any_script_keep_a_text_together(text: str, whole: str) -> None:
    (found,) = warned(text)

    assert (found.code, found.hint) == ("cut-text", f"quote the text: {whole}")


def test_a_number_that_a_comma_cuts_where_any_key_is_right_is_told() -> None:
    (found,) = warned("x-cost: {low: 1,200, high: 3}")

    assert (found.code, found.message) == ("cut-text", 'the comma in "1,200" separates')


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("{name: Waits, then pays}", '"Waits, then pays"'),
        ("{name: Waits, then pays, leaves, emotion: 1}", '"Waits, then pays, leaves"'),
        ('{name: Says "a, b" twice}', "'Says \"a, b\" twice'"),
    ],
)
def test_words_after_a_comma_in_braces_belong_to_the_text_before(text: str, right: str) -> None:
    spec = SPEC.partition("name: B")[0]
    (found,) = check(spec + text, name="x").diagnostics
    name = text.removeprefix("{name: ").removesuffix("}").removesuffix(", emotion: 1")

    assert (found.code, found.hint) == ("cut-text", f"quote the text: {right}")
    assert check(spec + text.replace(name, right), name="x").diagnostics == ()


def test_a_text_about_a_segment_is_told_once_where_brackets_cut_it() -> None:
    text = "segments: [{name: A, traits: {note: Slow (a, b, c), age: old}}]\ntitle: T\nstages: [A]\n"
    (found,) = check(text, name="x").diagnostics

    assert (found.code, found.hint) == ("cut-text", 'quote the text: "Slow (a, b, c)"')


@pytest.mark.parametrize("marker", ["-", "*", "1.", "\N{BULLET}", "\N{EN DASH}", "-\N{NO-BREAK SPACE}"])
def test_an_item_that_is_indented_too_far_is_told(marker: str) -> None:
    (found,) = warned(f"tools:\n          - CRM\n            {marker} Till")

    assert (found.code, found.span and found.span.line) == ("list-marker", 8)
    assert found.hint == "start the line with 10 spaces, a dash and a space, or quote the whole text"
    assert warned("tools:\n          - CRM\n          - Till") == ()
    assert warned(f'tools:\n          - "CRM\n            {marker} Till"') == ()


@pytest.mark.parametrize("sign", ["\N{FULLWIDTH COLON}", " \N{FULLWIDTH COLON} ", ":\N{NO-BREAK SPACE}"])
def test_a_key_of_the_schema_with_another_sign_in_a_text_of_several_lines_is_told(sign: str) -> None:
    (found,) = warned(f"need: Quiet\n          emotion{sign}1")

    assert (found.code, found.span and found.span.line) == ("lookalike-sign", 7)
    assert found.hint == "start the line with 8 spaces, emotion: and a space, or quote the whole text"
    assert warned("need: Quiet\n        emotion: 1") == ()
    assert warned(f"need: Quiet\n          weather{sign}1") == ()


def test_a_space_of_another_kind_before_a_colon_is_named() -> None:
    (found,) = check(SPEC.format("emotion\N{NO-BREAK SPACE}: 1"), name="x").diagnostics

    assert found.hint == "remove the space before the colon, no-break space (U+00A0)"


def test_what_is_lost_in_a_library_is_told_there() -> None:
    text = b"owners: [{id: a, name: Team #1}]\nchannels: [Till (old, new)]\n".replace(b" #1}]", b"}] #1")
    library = Libraries(without_files).library(LibraryFile("a.library.yaml", "a.library.yaml", text))

    assert [one.code for one in library.diagnostics if one.severity is Severity.WARNING] == ["cut-text"]


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
