"""A spec is written in one order and layout; what it means and what is written beside it stays."""

from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mapgen import formatting, pipeline
from mapgen.formatting.comments import attach
from mapgen.formatting.nodes import Collection, read
from mapgen.source.parser import parse
from mapgen.source.scalars import resolve
from tests.formatting.random_specs import NOTE, written
from tests.properties.journeys import journeys

FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SLOW = 40_000  # bytes: a reader without libyaml takes two seconds for as much
ROOT = Path(__file__).parents[2]
SPECS = sorted(
    path
    for folder in ("examples/*/*.yaml", "templates/new/*.yaml", "tests/cases/*/*.yaml", "tests/schema/*.yaml")
    for path in ROOT.glob(folder)
)


def done(text: str | bytes) -> str:
    """Format a text, and see that to format it once more changes nothing."""
    once, faults = formatting.formatted(text, name="x.journey.yaml")
    assert once is not None, faults
    twice, _ = formatting.formatted(once, name="x.journey.yaml")
    assert twice == once
    return once


def same(text: str) -> bool:
    return done(text) == text


def about(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return by pointer which comments stand behind things, and which above them."""
    tree = read(text)
    remarks = attach(tree)
    pointers: dict[int, str] = {}

    def gather(node: Collection, pointer: str) -> None:
        for at, entry in enumerate(node.entries):
            pointers[entry.number] = f"{pointer}/{at if entry.name is None else entry.name}"
            if isinstance(entry.value, Collection):
                gather(entry.value, pointers[entry.number])

    gather(tree.root, "")
    behind = {one.text: pointers[number] for number, one in remarks.behind.items()}
    above = {one.text: pointers[number] for number, found in remarks.above.items() for one in found if one.text}
    return behind, above | {one.text: "" for one in remarks.header}


@given(journeys, st.integers(0, 2**32))
@settings(max_examples=40)
def test_whatever_an_author_writes_means_the_same_afterward(data: dict[str, object], seed: int) -> None:
    before = written(data, Random(seed))  # noqa: S311 - dice that always fall the same way
    after = done(before)

    first, second = (pipeline.check(text, name="x.journey.yaml") for text in (before, after))
    assert not first.diagnostics
    assert not second.diagnostics
    assert replaced(first) == replaced(second)
    assert list(yaml.parse(after, Loader=yaml.SafeLoader))
    assert after.count(NOTE) == before.count(NOTE)
    behind, above = about(after)
    assert all(text == NOTE + pointer for text, pointer in behind.items() if " about " in text)
    for text, pointer in above.items():
        meant = text.removeprefix(NOTE)
        assert pointer in {meant, "", *(meant[:at] for at, sign in enumerate(meant) if sign == "/")}


@pytest.mark.parametrize(
    "spec", [spec for spec in SPECS if spec.stat().st_size < SLOW], ids=lambda spec: spec.parent.name
)
def test_what_is_formatted_is_read_by_readers_without_libyaml(spec: Path) -> None:
    assert list(yaml.parse(done(spec.read_bytes()), Loader=yaml.SafeLoader))


@pytest.mark.parametrize("text", ["Why?", 'Is "it" far?', "What's \\ this?", "a? b: c"])
def test_a_question_in_brackets_is_quoted_as_other_readers_want_it(text: str) -> None:
    spec = f"title: t\nstages: [{{name: s, questions: [{{text: {text.replace(': ', ' ')}}}]}}]\n"

    written = done(spec)

    assert yaml.safe_load(written)["stages"][0]["questions"][0]["text"] == text.replace(": ", " ")


@pytest.mark.parametrize("value", ["[?x, b]", "[\U0001f600, ?x]", "{?x: b}"])
def test_text_that_the_parser_would_take_for_a_key_is_refused_rather_than_changed(value: str) -> None:
    after, (fault,) = formatting.formatted(f"title: t\nx-a: {value}\n", name="a")

    assert (after, fault.code, fault.hint) == (None, "special-character", 'quote the text: "?x"')


def replaced(checked: pipeline.Checked) -> str:
    """Return a journey as JSON, in which the places of the spec play no part."""
    assert checked.journey
    return pipeline.draw(pipeline.DrawRequest(checked.journey, "x", ("json",)))[".json"].decode()


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name + "/" + path.name)
def test_the_specs_of_this_project_mean_the_same_afterward(path: Path) -> None:
    after = done(path.read_bytes())

    before, again = pipeline.check(path.read_bytes(), name="x"), pipeline.check(after, name="x")
    assert replaced(before) == replaced(again)


KEPT = [path for path in SPECS if path.parent.name == "new" or path.parent.parent.name == "examples"]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_examples_and_what_init_writes_need_no_formatting(path: Path) -> None:
    assert same(path.read_text(encoding="utf-8"))


ORDERED = """\
# yaml-language-server: $schema=journey.schema.json

title: Coffee
stages:
  - name: Order
    goal: A coffee
    touchpoints:
      - {id: pays, name: Pays, channel: app, emotion: {score: 1, feeling: glad}, x-b: 1, x-a: 2}
x-team: {b: 1, a: 2}
"""


def test_keys_come_in_the_order_of_the_language() -> None:
    wild = """\
# yaml-language-server: $schema=journey.schema.json

x-team: {b: 1, a: 2}
stages:
  - touchpoints:
      - {x-b: 1, emotion: {feeling: glad, score: 1}, x-a: 2, channel: app, name: Pays, id: pays}
    goal: A coffee
    name: Order
title: Coffee
"""

    assert done(wild) == ORDERED
    assert same(ORDERED)


def test_a_layout_is_two_blanks_a_level_and_one_behind_a_colon() -> None:
    things = "    - B\n    -   {name :  C,emotion:   -1}\n    - [ ]\n"
    wild = f"title:   Coffee\nstages:\n-   name:  A\n    touchpoints:\n{things}"

    assert done(wild).splitlines() == [
        "title: Coffee",
        "stages:",
        "  - name: A",
        "    touchpoints:",
        "      - B",
        "      - {name: C, emotion: -1}",
        "      - []",
    ]


def test_blank_lines_are_kept_one_at_a_time() -> None:
    assert done("\n\ntitle: x\n\n\n\nsummary: z\n\n\n") == "title: x\n\nsummary: z\n"


def test_lines_end_in_one_way() -> None:
    windows = ORDERED.replace("\n", "\r\n")

    assert done(ORDERED.replace("\n", "\r").encode("utf-8-sig")) == ORDERED
    assert done(ORDERED.replace("\n", "\r\n", 3)) == ORDERED
    assert same(windows)
    assert done(windows.replace("title: Coffee", "title:   Coffee")) == windows


def test_the_line_ends_of_windows_change_no_text() -> None:
    text = "title: x\r\nsummary: |\r\n    a\r\n\r\n    b\r\nscenario: c\r\n   d # e\r\n"

    assert done(text) == "title: x\r\nsummary: |\r\n  a\r\n\r\n  b\r\nscenario: c\r\n  d # e\r\n"


def test_a_comment_moves_with_its_key() -> None:
    wild = "# head\n\n# about the title\nsummary: z # behind y\n# above x\ntitle: x # behind x\n"

    assert done(wild) == "# head\n\n# about the title\n# above x\ntitle: x # behind x\nsummary: z # behind y\n"


def test_a_comment_at_the_end_of_a_list_stays_there() -> None:
    text = """\
title: x
stages:
  - name: A
    goal: z
    # last of A
  # above B
  - name: B
  # last of the stages
# above theme
theme: dark
# last of all
"""

    assert same(text)


@pytest.mark.parametrize("waiver", ["# mapgen: allow dead-end because it is", "# note"])
def test_a_waiver_stays_on_the_line_of_its_item(waiver: str) -> None:
    second = "  # mapgen: allow y because z\n  - goal: g\n    name: B\n"
    wild = f"title: x\nstages:\n  - name: A  {waiver}\n    id: a\n{second}"

    lines = done(wild).splitlines()

    first = "  - id: a"
    assert f"{first} {waiver}" in lines if "mapgen" in waiver else f"    name: A {waiver}" in lines
    assert lines[-3:] == ["  # mapgen: allow y because z", "  - name: B", "    goal: g"]


def test_what_stands_above_a_key_that_comes_first_now_stands_above_its_item() -> None:
    wild = "title: x\nstages:\n  - name: A\n\n    # fixed by analytics\n    id: a\n"

    assert done(wild) == "title: x\nstages:\n  # fixed by analytics\n  - id: a\n    name: A\n"


def test_one_blank_stands_before_a_comment_behind_a_value() -> None:
    assert done("title: x      # one\nsummary: z  # two\n") == "title: x # one\nsummary: z # two\n"


def test_brackets_longer_than_a_line_are_opened() -> None:
    title = "long " * 25 + "x"

    assert same(f"title: x\nlinks: [{{title: {title[:80]}y, url: z}}]\n")
    assert done(f"title: x\nlinks: [{{title: {title}, url: z}}]\n").splitlines() == [
        "title: x",
        "links:",
        f"  - title: {title}",
        "    url: z",
    ]


def test_letters_of_two_columns_count_twice() -> None:
    title = "\N{HIRAGANA LETTER A}" * 50

    assert same(f"title: x\nlinks: [{{title: {title}}}]\n")
    assert not same(f"title: x\nlinks: [{{title: {title}, url: zzzzzzz}}]\n")


@pytest.mark.parametrize(
    ("wild", "tame"),
    [
        ("'a''b'", '"a\'b"'),
        ("'a'", '"a"'),
        ("''", '""'),
        ("'\"a\"'",) * 2,
        ('"\\"a\\" isn\'t"', "'\"a\" isn''t'"),
        ('"a\\tb"',) * 2,
        ("'a\\b'",) * 2,
    ],
)
def test_quotes_are_double_unless_the_text_holds_some(wild: str, tame: str) -> None:
    assert done(f"title: x\nx-a: {wild}\n") == f"title: x\nx-a: {tame}\n"


def test_brackets_on_several_lines_become_one_line_where_it_fits() -> None:
    wild = 'title: x\nlinks: [\n  {"url": "z",\n   title: z},\n]\nx-a: {\n  b: 1\n}\n'

    assert done(wild) == 'title: x\nlinks: [{title: z, "url": "z"}]\nx-a: {b: 1}\n'


def test_brackets_that_do_not_fit_or_hold_comments_are_opened() -> None:
    wild = (
        "title: x\n"
        "x-long: [" + ",\n".join(f"word number {n}" for n in range(12)) + "]\n"
        "links: [ # all of them\n"
        "  {title: z, url: z}, # first\n"
        "  # second\n"
        "  {url: z, # where\n"
        "   title: z},\n"
        "  # no more\n"
        "] # end\n"
        "owners: [ # none\n"
        "]\n"
    )

    assert done(wild).splitlines() == [
        "title: x",
        "# end",
        "links: # all of them",
        "  - {title: z, url: z} # first",
        "  # second",
        "  - title: z",
        "    url: z # where",
        "  # no more",
        "owners: [] # none",
        "x-long:",
        *(f"  - word number {n}" for n in range(12)),
    ]


SCALARS = [
    "~", "null", "+1", ".5", "0x1F", "1.0", "1.50", "-0.5", "1.0e+3", "true", "none",
    "", '""', '"a\\tb \\u00e9"', "a#b", "a:b", "http://x.y/z#a", '"#no"', "it's", "-1", "-x", "a, b",
    "ünï 東京 👩‍👩‍👧", '"  blanks  "', '"\\\\"', "nope", "1:3a", '"%"', "a %", "?x", ":x", "<<x", "a",
    "a] b",
]  # fmt: skip


@pytest.mark.parametrize("scalar", SCALARS)
def test_a_value_is_copied_as_it_is_written(scalar: str) -> None:
    assert same(f"title: x\nx-a: {scalar}\n".replace("x-a: \n", "x-a:\n"))
    assert same(f"title: x\nx-a:\n  - {scalar}\n  - b\n".replace("- \n", "-\n"))


MISREAD = [
    "no", "Yes", "on", "OFF", "y", "N", "1:30", "12:30:45", "190:20:30.15", "2026-10-01", "2026-10-01 12:30:00",
    "1_000", "0b101", "-0x1F", "1_0.5", "=", "0x_",
]  # fmt: skip


@pytest.mark.parametrize("text", MISREAD)
def test_a_text_that_is_something_else_in_yaml_1_1_gets_quotes(text: str) -> None:
    written = done(f"title: x\nx-a: {{{text}: {text}}}\nx-b:\n  - {text}\n  - {text}: {text}\n")

    assert written == f'title: x\nx-a: {{"{text}": "{text}"}}\nx-b:\n  - "{text}"\n  - "{text}": "{text}"\n'
    assert yaml.safe_load(written) == {"title": "x", "x-a": {text: text}, "x-b": [text, {text: text}]}


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("\N{MINUS SIGN}2", "-2"),
        ("\N{MINUS SIGN}0.50", "-0.50"),
        ("\N{MINUS SIGN}.5", "-0.5"),
        ("-.5", "-0.5"),
        ("012", "12"),
        ("08", "8"),
        ("0o17", "15"),
        ("1e3", "1000.0"),
        ("12E+03", "12000.0"),
        ("1e20", "1.0e+20"),
        ("1e-9", "1.0e-09"),
        ("TRUE", "true"),
    ],
)
def test_a_number_that_is_something_else_in_yaml_1_1_is_written_in_decimals(number: str, written: str) -> None:
    assert done(f"title: x\nx-a: [{number}]\n") == f"title: x\nx-a: [{written}]\n"
    assert yaml.safe_load(written) == resolve(number)


def test_a_key_that_is_a_number_everywhere_stays() -> None:
    assert same("title: x\nemotion_scale: {min: 1, labels: {1: angry}}\n")
    assert done("title: x\nx-a: {012: a}\n") == 'title: x\nx-a: {"012": a}\n'


@given(journeys, st.integers(0, 2**32), st.lists(st.sampled_from([*MISREAD, "012", "1e3", "~", "<", "?", "null"])))
@settings(max_examples=40)
def test_readers_of_yaml_1_1_read_the_data_of_the_spec(data: dict[str, object], seed: int, words: list[str]) -> None:
    keys = (word for word in words if word not in {"~", "null"})
    spec = written({**data, "x-words": words, "x-map": dict.fromkeys(keys, "a")}, Random(seed))  # noqa: S311

    source, _ = parse(spec, name="x")

    assert source
    assert with_text_keys(yaml.safe_load(done(spec))) == source.data


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name + "/" + path.name)
def test_readers_of_yaml_1_1_read_the_specs_of_this_project(path: Path) -> None:
    source, _ = parse(path.read_bytes(), name="x")

    assert source
    assert with_text_keys(yaml.load(done(path.read_bytes()), Loader=FAST)) == source.data  # noqa: S506 - it is a safe one


def with_text_keys(data: object) -> object:
    """Return data whose keys are texts, as all keys of a spec are: `labels: {1: angry}`."""
    if isinstance(data, dict):
        return {str(key): with_text_keys(value) for key, value in data.items()}
    return [with_text_keys(item) for item in data] if isinstance(data, list) else data


@pytest.mark.parametrize(
    ("wild", "tame"),
    [
        ("|\n      a\n       b\n\n      c\n", "|\n  a\n   b\n\n  c\n"),
        (">- # note\n a\n\n b\n", ">- # note\n  a\n\n  b\n"),
        ("|4\n      indented\n    more\n", "|2\n    indented\n  more\n"),
        ("|-2\n    x\n", "|2-\n    x\n"),
        ("|+\n    keep\n\n\n", "|+\n  keep\n\n\n"),
        ("|\n    strip \n\n\n", "|\n  strip \n"),
        ("|\n    no end", "|-\n  no end\n"),
        ("|+\n    no end", "|-\n  no end\n"),
        ("|\n\n    blank first\n", "|\n\n  blank first\n"),
        ("|\n    tab\tin\n    \t\n", "|\n  tab\tin\n  \t\n"),
        ("|\n    # no comment\n", "|\n  # no comment\n"),
        ("|\n", "|\n"),
        ("plain\n     on two\n\n     or four\n", "plain\n  on two\n\n  or four\n"),
        ('"a \\\n      b\\\n   \\ c"\n', '"a \\\n  b\\\n  \\ c"\n'),
        ("'a\n      b'  # note\n", '"a\n  b" # note\n'),
        ("\n     on the next line\n", "on the next line\n"),
        ("# note\n     on the next line\n", "on the next line # note\n"),
    ],
)
def test_texts_of_several_lines_keep_their_lines(wild: str, tame: str) -> None:
    assert done(f"title: x\nx-a: {wild}") == f"title: x\nx-a: {tame}"
    assert done(f"title: x\nx-b:\n- {wild.replace(chr(10) + ' ', chr(10) + '   ')}").startswith(
        f"title: x\nx-b:\n  - {tame.split(chr(10), maxsplit=1)[0]}"
    )


@pytest.mark.parametrize(
    ("wild", "tame"),
    [
        ("---\ntitle: x\n...\n", "---\ntitle: x\n"),
        ("%YAML 1.2\n---\n# head\ntitle: x\n", "---\n# head\ntitle: x\n"),
        ("# before\n--- # mark\ntitle: x\n... # end\n# after\n", "---\n# before\n# mark\ntitle: x # end\n# after\n"),
        ("{title: x, stages: [{name: A}]} # end\n", "{title: x, stages: [{name: A}]}\n# end\n"),
        ("{stages: [{name: A}], title: x}", "{title: x, stages: [{name: A}]}\n"),
        ("? title\n: x\n", "title: x\n"),
        ('"title" : x\n', '"title": x\n'),
        (
            "title: x\nx-a:\n- - 1\n  - 2\n-\n  - 3\n- {}\n-\n",
            "title: x\nx-a:\n  - - 1\n    - 2\n  - - 3\n  - {}\n  -\n",
        ),
        ("title: x\nx-a:\n  # tail\n", "title: x\nx-a:\n# tail\n"),
        ("title: x\nx-a: [a: 1, b, {c}]\n", "title: x\nx-a: [{a: 1}, b, {c: }]\n"),
        ("title: x\nx-a:\n- # note\n  b: 1\n", "title: x\nx-a:\n  # note\n  - b: 1\n"),
        ("# only\ntitle: x", "# only\ntitle: x\n"),
    ],
)
def test_what_few_people_write_is_written_as_all_do(wild: str, tame: str) -> None:
    assert done(wild) == tame


@pytest.mark.parametrize(
    "text", ["", "a: [", "a: &x 1\nb: *x\n", "a: 1\na: 2\n", "- a\n", "a: 1\n---\nb: 2\n", "x: !!int 3"]
)
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    after, faults = formatting.formatted(text, name="x")

    assert after is None
    assert faults


def test_a_spec_that_the_language_does_not_know_is_formatted_all_the_same() -> None:
    assert done("stages: [{nmae: A}]\ntitel: z\ntitle:   x\n") == "title: x\nstages: [{nmae: A}]\ntitel: z\n"


def test_hundreds_of_a_thing_are_formatted_as_one_is() -> None:
    things = (f"  - name: {n} # c\n    # above\n    goal: [a, {{b: c}}]\n" for n in range(500))

    assert same("title: x\nstages:\n" + "".join(things))


def test_a_result_that_means_something_else_is_never_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "write", lambda *_: "title: y\n")

    with pytest.raises(formatting.FormattingError):
        formatting.formatted("title: x\n", name="x")
